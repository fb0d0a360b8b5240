import type { RecordId } from '@/src/kernel/ids';
import type { ChangeError, Step } from '@/src/domain/records/change';
import { linkTo, linkedBy } from '@/src/domain/records/link-key';
import type { Database } from './database';

/**
 * The first link that would point to nothing after the steps: to a record that is not there (`missing`), or left behind by one
 * that goes (`linked`). Looked for inside the transaction, for another page may have written since the caller looked.
 */
export async function looseLink(db: Database, steps: readonly Step[]): Promise<ChangeError | undefined> {
  const after = new Map(steps.map((step) => [step.id, step.after]));
  const targets = new Set(steps.flatMap(newLinks).filter((id) => !after.get(id)));
  const found = new Set((await db.records.bulkGet([...targets])).map((row) => row?.id));
  const missing = [...targets].find((id) => !found.has(id) || after.has(id));
  if (missing) return { code: 'missing', id: missing };
  const going = steps.filter((step) => !step.after).map(({ id }) => linkTo(id));
  if (going.length === 0) return undefined;
  const keys = new Set(going);
  const pointing = await db.records.where('keys').anyOf(going).distinct().toArray();
  const left = pointing.find((row) => {
    const now = after.has(row.id) ? after.get(row.id) : row;
    return now?.keys.some((key) => keys.has(key));
  });
  return left && { code: 'linked', id: left.id };
}

/** The records that a step comes to point to. */
function newLinks({ before, after }: Step): RecordId[] {
  if (!after) return [];
  const old = new Set(before?.keys);
  return linkedBy(after.keys.filter((key) => !old.has(key)));
}
