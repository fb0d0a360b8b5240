import type { RecordId } from '@/src/kernel/ids';
import { isOfRegister, REGISTERS, type RegisterId } from './registers';

/** That the next page of a register that the user has read fills in a company, for a while. */
export interface ExpectedCapture {
  readonly company: RecordId;
  readonly register: RegisterId;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** How long a page is waited for. Milliseconds. */
export const EXPECTED_FOR = 30 * 60_000;

export function expectCapture(company: RecordId, register: RegisterId, now: number): ExpectedCapture {
  return { company, register, until: now + EXPECTED_FOR };
}

/** Whether a page is still waited for. A clock that was set back does not make it wait longer than it was to. */
export function isStillExpected({ until }: ExpectedCapture, now: number): boolean {
  return now < until && until - now <= EXPECTED_FOR;
}

/** Whether a page that is read now is the one that is waited for. @param url its address. */
export function isExpectedAt(expected: ExpectedCapture, url: string, now: number): boolean {
  return isStillExpected(expected, now) && isOfRegister(expected.register, url);
}

/** What was kept outside of the database, if it is whole. */
export function readExpected(kept: unknown): ExpectedCapture | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { company, register, until } = kept as Readonly<Record<string, unknown>>;
  const known = REGISTERS.find(({ id }) => id === register)?.id;
  if (typeof company !== 'string' || company === '' || !known || !Number.isFinite(until)) return undefined;
  // Safe, both: a record is asked for by it and may not be there; a finite number is one.
  return { company: company as RecordId, register: known, until: until as number };
}
