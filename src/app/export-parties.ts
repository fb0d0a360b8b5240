import type { Row } from '@/src/domain/records/record';
import { contactCard, type ContactCard } from '@/src/domain/exchange/contact-card';
import { contactTable } from '@/src/domain/exchange/contact-table';
import { writeVcards } from '@/src/domain/exchange/write-vcard';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import type { PersonFields } from '@/src/domain/parties/person.kind';
import { writeCsv } from '@/src/domain/tabular/write-csv';
import type { Clock, Host } from './ports/world';

export type ExportFormat = 'vcard-4' | 'vcard-3' | 'csv';

export interface PartiesToExport {
  readonly companies: readonly Row<CompanyFields>[];
  readonly people: readonly Row<PersonFields>[];
}

/**
 * Hands the user a file of companies and people, in the order given, companies first: vCard for address books, CSV for
 * spreadsheets. @param word headings of the CSV in the user's language.
 */
export function exportParties(
  { host, clock }: { readonly host: Host; readonly clock: Clock },
  { companies, people }: PartiesToExport,
  format: ExportFormat,
  word: (key: string) => string,
): void {
  const at = new Date(clock.now()).toISOString();
  const names = new Map<string, string>(companies.map((row) => [row.id, row.fields.name.value]));
  const cards: ContactCard[] = [
    ...companies.map((row) => contactCard(row)),
    ...people.map((row) => contactCard(row, names.get(row.fields.company?.value ?? ''))),
  ];
  const name = `vital-few-${at.slice(0, 10)}`;
  if (format === 'csv') {
    host.saveFile(`${name}.csv`, new Blob([writeCsv(contactTable(cards, word))], { type: 'text/csv' }));
    return;
  }
  const text = writeVcards(cards, format === 'vcard-4' ? '4.0' : '3.0', at);
  host.saveFile(`${name}.vcf`, new Blob([text], { type: 'text/vcard' }));
}
