import type { Row } from '../records/record';
import type { CompanyFields } from './company.kind';
import type { PersonFields } from './person.kind';

/** A company or a person on file. */
export type PartyRow = Row<CompanyFields> | Row<PersonFields>;

/** Whether a row is of one of the two kinds: rows of a kind hold the fields of their kind, for nothing else is written. */
export function isPartyRow(row: { readonly kind: string }): row is PartyRow {
  return row.kind === 'company' || row.kind === 'person';
}

export function isCompanyRow(row: PartyRow): row is Row<CompanyFields> {
  return row.kind === 'company';
}
