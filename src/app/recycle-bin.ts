import type { BatchId } from '@/src/kernel/ids';
import type { Result } from '@/src/kernel/result';
import { actorOf } from './acting';
import { readSettings, type Settings } from './settings';
import type { Deletion, Receipt, Store, StoreError } from './ports/store';
import type { Clock } from './ports/world';

const DAY_MS = 86_400_000;

/** How long deleted records can be brought back: one calendar month, or so many days. */
export type Retention = 'month' | number;

export interface BinPorts {
  readonly store: Store;
  readonly clock: Clock;
}

/** A deletion that can be taken back, with the days left for it: 1 on the last day. */
export interface BinEntry extends Deletion {
  readonly daysLeft: number;
}

/** As the settings say; a calendar month where they say nothing (保留期一个月). @source domain.md §3.5 */
export function retentionOf(settings: Settings): Retention {
  const days = Number(settings['retention-days']);
  return Number.isInteger(days) && days > 0 ? days : 'month';
}

/**
 * The last moment to bring back what was deleted at `wall`. A month later is the same day and time of the next month, in the
 * user's time zone; where that month lacks the day, the end of the month.
 * @example lastMoment(of('2027-01-31T10:00'), 'month') // 2027-03-01T00:00, so that all of 28 February is left
 */
export function lastMoment(wall: number, kept: Retention): number {
  return kept === 'month' ? monthsFrom(wall, 1) : wall + kept * DAY_MS;
}

/** What was deleted before this has had its time at `now`: the earlier end of the same span. */
export function keptSince(now: number, kept: Retention): number {
  return kept === 'month' ? monthsFrom(now, -1) : now - kept * DAY_MS;
}

/** A day that the month lacks is the first moment after that month. */
function monthsFrom(ms: number, months: 1 | -1): number {
  const at = new Date(ms);
  const [year, month] = [at.getFullYear(), at.getMonth() + months];
  const day = new Date(year, month, at.getDate());
  const isLacking = day.getDate() !== at.getDate();
  if (isLacking) return new Date(year, month + 1, 1).getTime();
  day.setHours(at.getHours(), at.getMinutes(), at.getSeconds(), at.getMilliseconds());
  return day.getTime();
}

/** What was deleted and can still be brought back, newest first; see `Store.deleted`. */
export async function listBin({ store, clock }: BinPorts): Promise<readonly BinEntry[]> {
  const kept = retentionOf(await readSettings(store));
  const now = clock.now();
  const deletions = await store.deleted(keptSince(now, kept));
  return deletions.map((deletion) => ({
    ...deletion,
    daysLeft: Math.max(1, Math.ceil((lastMoment(deletion.header.wall, kept) - now) / DAY_MS)),
  }));
}

/** Makes final what was deleted longer ago than the retention, or all of it. Nothing to do leaves no entry. */
export async function emptyBin(
  { store, clock }: BinPorts,
  id: BatchId,
  what: 'expired' | 'all',
): Promise<Result<Receipt, StoreError>> {
  const settings = await readSettings(store);
  const now = clock.now();
  const before = what === 'all' ? now + 1 : keptSince(now, retentionOf(settings));
  return store.purge({ id, actor: actorOf(settings).name, wall: now, before });
}
