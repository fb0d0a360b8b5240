import type { BatchId } from '@/src/kernel/ids';
import type { Result } from '@/src/kernel/result';
import { actorOf } from './acting';
import { readSettings, type Settings } from './settings';
import type { Deletion, Receipt, Store, StoreError } from './ports/store';
import type { Clock } from './ports/world';

const DAY_MS = 86_400_000;
/** How long deleted records can be brought back, unless set otherwise. @source domain.md §3.5: one month */
const RETENTION_DAYS = 30;

export interface BinPorts {
  readonly store: Store;
  readonly clock: Clock;
}

/** A deletion that can be taken back, with the days left for it: 1 on the last day. */
export interface BinEntry extends Deletion {
  readonly daysLeft: number;
}

export function retentionDays(settings: Settings): number {
  const days = Number(settings['retention-days']);
  return Number.isInteger(days) && days > 0 ? days : RETENTION_DAYS;
}

/** What was deleted and can still be brought back, newest first; see `Store.deleted`. */
export async function listBin({ store, clock }: BinPorts): Promise<readonly BinEntry[]> {
  const kept = retentionDays(await readSettings(store)) * DAY_MS;
  const now = clock.now();
  const deletions = await store.deleted(now - kept);
  return deletions.map((deletion) => ({
    ...deletion,
    daysLeft: Math.max(1, Math.ceil((deletion.header.wall + kept - now) / DAY_MS)),
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
  const before = what === 'all' ? now + 1 : now - retentionDays(settings) * DAY_MS;
  return store.purge({ id, actor: actorOf(settings).name, wall: now, before });
}
