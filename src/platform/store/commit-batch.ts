import { assert } from '@/src/kernel/assert';
import { err, ok, type Result } from '@/src/kernel/result';
import type { Batch, StoreError } from '@/src/app/ports/store';
import { applyChange, changedRecord, type Step } from '@/src/domain/records/change';
import type { Kinds } from '@/src/domain/records/kind';
import type { EntryRef } from '@/src/domain/records/record';
import type { Database } from './database';
import { looseLink } from './loose-link';
import { presentRows } from './load-entry';
import type { Plan } from './write-entry';

/** What a batch of changes comes to, given the rows that are there now. The first change that is refused refuses all. */
export async function planBatch(
  db: Database,
  batch: Batch,
  kinds: Kinds,
  ref: EntryRef,
): Promise<Result<Plan, StoreError>> {
  const ids = batch.changes.map(changedRecord);
  assert(new Set(ids).size === ids.length, 'a batch changes each record once');
  const touched = batch.changes
    .filter((change) => !('make' in change))
    .map((change) => ({ id: changedRecord(change), kind: change.kind }));
  const rows = await presentRows(db, touched, kinds);
  const steps: Step[] = [];
  for (const change of batch.changes) {
    const applied = applyChange(rows.get(changedRecord(change)) ?? null, change, kinds, ref);
    if (!applied.ok) return applied;
    if (applied.value) steps.push(applied.value);
  }
  const loose = await looseLink(db, steps);
  if (loose) return err(loose);
  const gone = steps.flatMap(({ id, after, kind }) => (after || kind.table !== 'datasets' ? [] : [id]));
  const dropped = [...(batch.dropBlobsOf ?? []), ...gone];
  const blobs = batch.blobs ?? [];
  const also = async (): Promise<void> => {
    if (dropped.length > 0) await db.blobs.where('about').anyOf(dropped).delete();
    if (blobs.length > 0) await db.blobs.bulkPut([...blobs]);
  };
  return ok({ cause: batch.cause, note: batch.note, steps, ...(dropped.length + blobs.length > 0 ? { also } : {}) });
}
