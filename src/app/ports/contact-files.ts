import type { Result } from '@/src/kernel/result';
import type { ReadContacts } from '@/src/domain/exchange/read-contacts';

/**
 * Why a file gave no contacts. `too-large`: beyond the limits of size, rows or columns, packed or unpacked. `not-contacts`:
 * no sheet has a row of headings that names a company or a person and says how to reach them; `found` is the first row
 * instead. `damaged`: cut, altered, or not what its first bytes say; `detail` for a report. `encrypted`: it asks for a
 * password. `empty`: nothing in it, or nothing under the headings.
 */
export type ContactFileError =
  | { readonly code: 'too-large' | 'encrypted' | 'empty' }
  | { readonly code: 'not-contacts'; readonly found: readonly string[] }
  | { readonly code: 'damaged'; readonly detail: string };

/** Files of companies and people, told apart by what is in them, not by their names. Worked on off the interface's thread. */
export interface ContactFiles {
  /** CSV, TSV, XLSX, XLS, ODS. @param home the user's own country, for phone numbers without a country code. */
  read(file: File, home: string): Promise<Result<ReadContacts, ContactFileError>>;
  /** One sheet of an XLSX file. Every cell is text: no number is rounded, nothing runs as a formula. */
  writeSheet(rows: readonly (readonly string[])[]): Promise<Blob>;
}
