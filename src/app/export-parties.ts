import type { Row } from '@/src/domain/records/record';
import { contactCard } from '@/src/domain/exchange/contact-card';
import { PRESETS, type TableFormat } from '@/src/domain/exchange/formats/presets';
import type { LinkedCard } from '@/src/domain/exchange/contact-table';
import { writeContactTable } from '@/src/domain/exchange/write-contact-table';
import { writeVcards } from '@/src/domain/exchange/write-vcard';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import type { PersonFields } from '@/src/domain/parties/person.kind';
import { writeCsv } from '@/src/domain/tabular/write-csv';
import type { ContactFiles } from './ports/contact-files';
import type { Clock, Host } from './ports/world';

/** What companies and people can leave as; `xlsx` is the sheet of our own as a workbook. */
export type ExportFormat = 'vcard-4' | 'vcard-3' | 'xlsx' | TableFormat;

/** All of them, in the order of the menu: what is of use everywhere first, then the tables of other programs. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  'vcard-4',
  'vcard-3',
  'sheet',
  'xlsx',
  ...PRESETS.map(({ format }) => format),
];

export interface PartiesToExport {
  readonly companies: readonly Row<CompanyFields>[];
  readonly people: readonly Row<PersonFields>[];
  /** Companies that give only their names, to their people. */
  readonly named?: readonly Row<CompanyFields>[];
}

export interface ExportPorts {
  readonly host: Host;
  readonly clock: Clock;
  readonly contactFiles: ContactFiles;
}

/**
 * Hands the user a file of companies and people, in the order given, companies first: vCard for address books, tables for
 * spreadsheets and other programs. What each format can hold is in docs/exchange.md.
 * @param word headings of our own sheet in the user's language.
 */
export async function exportParties(
  { host, clock, contactFiles }: ExportPorts,
  { companies, people, named = [] }: PartiesToExport,
  format: ExportFormat,
  word: (key: string) => string,
): Promise<void> {
  const at = new Date(clock.now()).toISOString();
  const names = new Map<string, string>([...companies, ...named].map((row) => [row.id, row.fields.name.value]));
  const cards: LinkedCard[] = [
    ...companies.map((row) => contactCard(row)),
    ...people.map((row): LinkedCard => {
      const employer = row.fields.company?.value;
      return { ...contactCard(row, names.get(employer ?? '')), ...(employer ? { companyId: employer } : {}) };
    }),
  ];
  const name = `vital-few-${at.slice(0, 10)}`;
  if (format === 'vcard-4' || format === 'vcard-3') {
    const text = writeVcards(cards, format === 'vcard-4' ? '4.0' : '3.0', at);
    return host.saveFile(`${name}.vcf`, new Blob([text], { type: 'text/vcard' }));
  }
  if (format === 'xlsx') {
    return host.saveFile(`${name}.xlsx`, await contactFiles.writeSheet(writeContactTable(cards, 'sheet', word)));
  }
  const table = writeCsv(writeContactTable(cards, format, word));
  return host.saveFile(`${name}${format === 'sheet' ? '' : `-${format}`}.csv`, new Blob([table], { type: 'text/csv' }));
}
