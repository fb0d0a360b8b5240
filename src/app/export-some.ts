import type { RecordId } from '@/src/kernel/ids';
import { isPartyRow } from '@/src/domain/parties/party-row';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import type { PersonFields } from '@/src/domain/parties/person.kind';
import type { Row } from '@/src/domain/records/record';
import { exportParties, type ExportFormat, type ExportPorts } from './export-parties';
import type { Store } from './ports/store';

/**
 * Hands the user a file of those records that are companies or people, each once, in the order given, companies first. A
 * person keeps the name of their company also where it is not among them. @returns how many are in the file.
 */
export async function exportSome(
  ports: ExportPorts & { readonly store: Store },
  records: readonly RecordId[],
  format: ExportFormat,
  word: (key: string) => string,
): Promise<number> {
  const rows = (await ports.store.rowsById([...new Set(records)])).filter(isPartyRow);
  // Safe, both: rows of a kind hold the fields of the kind.
  const companies = rows.filter(({ kind }) => kind === 'company') as readonly Row<CompanyFields>[];
  const people = rows.filter(({ kind }) => kind === 'person') as readonly Row<PersonFields>[];
  const employers = people.flatMap(({ fields }) => (fields.company ? [fields.company.value] : []));
  const named = (await ports.store.rowsById([...new Set(employers)])) as readonly Row<CompanyFields>[];
  await exportParties(ports, { companies, people, named }, format, word);
  return companies.length + people.length;
}
