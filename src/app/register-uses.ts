import type { RecordId } from '@/src/kernel/ids';
import {
  expectCapture,
  isExpectedAt,
  isStillExpected,
  type ExpectedCapture,
} from '@/src/domain/enrich/opened/expected-capture';
import { fitOf, type Fit } from '@/src/domain/enrich/opened/fit-of';
import { REGISTERS, type LookUp, type Register } from '@/src/domain/enrich/opened/registers';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import { valuesIn } from '@/src/domain/parties/party-traits';
import type { Row } from '@/src/domain/records/record';
import { must } from '@/src/kernel/assert';
import type { CaptureDraft } from './capture-draft';
import type { LinkOuts } from './ports/link-outs';
import type { SentLog } from './ports/sent-log';
import type { Store } from './ports/store';
import type { Clock } from './ports/world';
import type { Updates } from './save-capture';

export interface RegisterPorts {
  readonly store: Store;
  readonly linkOuts: LinkOuts;
  readonly sentLog: SentLog;
  readonly clock: Clock;
}

/** What became of a look-up. */
export interface LookedUp {
  readonly isCopied: boolean;
  /** The text was in the address that was opened. */
  readonly isSent: boolean;
}

/** A page that is waited for, and the company that it is to fill in. */
export interface Awaited {
  readonly row: Row<CompanyFields>;
  readonly register: Register;
  readonly until: number;
}

/** The page that was waited for has been read. */
export interface Arrived extends Awaited {
  readonly fit: Fit;
}

/** Look-ups in registers that only the user opens, and the pages that come of them. */
export function registerUses(ports: RegisterPorts) {
  const { linkOuts } = ports;
  return {
    /** To be called within a click. */
    lookUp: (record: RecordId, lookUp: LookUp) => lookUpRegister(ports, record, lookUp),
    /** What is waited for; undefined when it is too late, or when the company has gone. */
    awaited: () => awaited(ports),
    /** What is waited for, where this draft is of such a page. */
    arrived: (draft: CaptureDraft) => arrived(ports, draft),
    callOff: () => linkOuts.expect(),
    watch: (listener: () => void) => linkOuts.watch(listener),
  };
}

/**
 * Copies what the register is asked for, waits for its page, and opens it. What cannot be written to the log of what left this
 * browser is not sent: then the site opens at its start.
 */
async function lookUpRegister(
  { linkOuts, sentLog, clock }: RegisterPorts,
  record: RecordId,
  { register, text, field, url, isSent }: LookUp,
): Promise<LookedUp> {
  // First of all: the browser allows it only at once after the click.
  const isCopied = await linkOuts.copy(text);
  await linkOuts.expect(expectCapture(record, register.id, clock.now()));
  const at = new Date(clock.now()).toISOString();
  const provider = `register:${register.id}`;
  const isLogged = isSent && (await sentLog.add({ at, url, provider, record, fields: [field] }));
  await linkOuts.open(isLogged ? url : register.start);
  return { isCopied, isSent: isLogged };
}

async function awaited(ports: RegisterPorts): Promise<Awaited | undefined> {
  const expected = await ports.linkOuts.expected();
  return expected && isStillExpected(expected, ports.clock.now()) ? companyOf(ports, expected) : undefined;
}

async function companyOf(
  { store }: RegisterPorts,
  { company: id, register, until }: ExpectedCapture,
): Promise<Awaited | undefined> {
  const [row] = await store.rowsById([id]);
  if (row?.kind !== company.name) return undefined;
  const known = must(
    REGISTERS.find((one) => one.id === register),
    'a register that can be expected is known',
  );
  // Safe: the row is of this kind.
  return { row: row as Row<CompanyFields>, register: known, until };
}

/** A page is of one company: a list of results, or a page that shows nothing yet, is still on the way there. */
async function arrived(ports: RegisterPorts, { url, parties }: CaptureDraft): Promise<Arrived | undefined> {
  const expected = await ports.linkOuts.expected();
  const [own] = parties;
  if (!expected || own?.kind !== 'company' || !isExpectedAt(expected, url, ports.clock.now())) return undefined;
  const told = await companyOf(ports, expected);
  if (!told) return undefined;
  const given = (field: string): string[] =>
    own.values.filter((one) => one.field === field && (field !== 'name' || one.ticked)).map(({ value }) => value);
  return { ...told, fit: fitOf(valuesIn(told.row.fields), given) };
}

/** What was waited for has come when the company is filed with it. */
export async function settleExpected({ linkOuts }: Pick<RegisterPorts, 'linkOuts'>, updates: Updates): Promise<void> {
  const expected = await linkOuts.expected();
  if (expected && [...updates.values()].some(({ id }) => id === expected.company)) await linkOuts.expect();
}
