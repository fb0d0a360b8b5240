import type { Row } from '../records/record';
import type { CompanyFields } from './company.kind';
import type { PersonFields } from './person.kind';

/** A company or a person on file. */
export type PartyRow = Row<CompanyFields> | Row<PersonFields>;
