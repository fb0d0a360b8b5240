import type { ReadContacts } from '@/src/domain/exchange/read-contacts';
import type { Result } from '@/src/kernel/result';

/**
 * `too-large`: beyond what is read at once. `not-contacts`: no format of contacts that is known. `damaged`: begins as one and
 * is cut or broken. `encrypted`: protected by a password. `empty`: nothing in it.
 */
export interface ContactFileError {
  readonly code: 'too-large' | 'not-contacts' | 'damaged' | 'encrypted' | 'empty';
}

/** Files of companies and people: tables and address books. */
export interface ContactFiles {
  /** @param home the user's own country, for numbers without a country code. */
  read(file: File, home: string): Promise<Result<ReadContacts, ContactFileError>>;
}
