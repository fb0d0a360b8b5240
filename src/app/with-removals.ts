import type { RecordId } from '@/src/kernel/ids';
import { changedRecord, type Change } from '@/src/domain/records/change';
import type { RecordPorts } from './edit-records';
import { removalOf } from './remove-records';

/**
 * The changes with all that their removals bring along: what cannot be without a record that goes, goes too, and what else
 * points to it loses the link. Each record is changed once, as a batch must: values are put together, and removing goes before.
 */
export async function withRemovals(ports: RecordPorts, changes: readonly Change[]): Promise<readonly Change[]> {
  const removals = changes.flatMap((change) => ('remove' in change ? [removalOf(ports, change.remove)] : []));
  if (removals.length === 0) return changes;
  const all = new Map<RecordId, Change>();
  for (const change of [...changes, ...(await Promise.all(removals)).flat()]) {
    const before = all.get(changedRecord(change));
    all.set(changedRecord(change), before ? together(before, change) : change);
  }
  return [...all.values()];
}

function together(before: Change, change: Change): Change {
  if ('set' in before && 'set' in change) return { ...before, values: { ...before.values, ...change.values } };
  return 'remove' in change ? change : before;
}
