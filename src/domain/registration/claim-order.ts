import type { Fact } from '../records/guard';
import type { EntryRef } from '../records/record';

/** A submission, as far as it decides who came first. */
export interface Submission {
  /** The registration. */
  readonly id: string;
  /** An instant, as ISO text in UTC with milliseconds: such texts sort as the instants do. */
  readonly submittedAt: string;
  /** The journal entry that wrote it: `<device>.<seq>`. */
  readonly ref: EntryRef;
}

/** The submission of a registration; undefined while it was never handed in. */
export function submissionOf({ id, fields, refAt }: Pick<Fact, 'id' | 'fields' | 'refAt'>): Submission | undefined {
  const submittedAt = fields['submittedAt'];
  const ref = refAt('submittedAt');
  return typeof submittedAt === 'string' && ref !== undefined ? { id, submittedAt, ref } : undefined;
}

/**
 * The order in which clients were claimed (以递交时间为准), the earlier submission first: by the time to the millisecond;
 * within one millisecond by the sequence of the journal entry as a number, on one device. Between two devices nothing says
 * who came first within a millisecond: there the id of the device decides, which is arbitrary and the same everywhere. What
 * one entry submitted together is ordered by the ids of the records, which sort by when they were made. @source domain.md §2.2
 *
 * @example compareSubmissions({ …t, ref: 'a.9' }, { …t, ref: 'a.10' }) // negative: 9 comes before 10
 */
export function compareSubmissions(a: Submission, b: Submission): number {
  const [here, there] = [partsOf(a.ref), partsOf(b.ref)];
  return (
    compare(a.submittedAt, b.submittedAt) ||
    compare(here.device, there.device) ||
    here.seq - there.seq ||
    compare(a.id, b.id)
  );
}

/** Whether an entry was written after another on the same device; on two devices nobody can say. */
export function isLaterEntry(ref: EntryRef, than: EntryRef): boolean {
  const [here, there] = [partsOf(ref), partsOf(than)];
  return here.device === there.device && here.seq > there.seq;
}

export function partsOf(ref: EntryRef): { readonly device: string; readonly seq: number } {
  const dot = ref.lastIndexOf('.');
  return { device: ref.slice(0, dot), seq: Number(ref.slice(dot + 1)) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
