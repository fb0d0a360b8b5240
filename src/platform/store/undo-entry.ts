import { err, ok, type Result } from '@/src/kernel/result';
import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { StoreError } from '@/src/app/ports/store';
import type { Step } from '@/src/domain/records/change';
import { newTargets, withoutDangling } from '@/src/domain/records/dangling';
import { blobsOf, type DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { entryRef } from '@/src/domain/records/journal';
import type { Kinds } from '@/src/domain/records/kind';
import { linkTo } from '@/src/domain/records/link-key';
import { removable, revertPatch, wouldRemove, type Kept } from '@/src/domain/records/undo';
import type { Database } from './database';
import { headerOf, lastDeletions, partsOf, patchesBackwards, pointers, presentRows } from './load-entry';
import type { Plan } from './write-entry';

/** What undoing a batch comes to now, and what it leaves because it was changed since. */
export async function planUndo(
  db: Database,
  undoes: BatchId,
  kinds: Kinds,
): Promise<Result<Plan & { kept: Kept[] }, StoreError>> {
  const header = await headerOf(db, undoes);
  if (!header || header.cause === 'erase' || header.cause === 'purge') return err({ code: 'no-batch' });
  const parts = await partsOf(db, header);
  const patches = patchesBackwards(parts);
  const ref = entryRef(header.device, header.seq);
  const rows = await presentRows(db, patches, kinds);
  const goneBy = await lastDeletions(
    db,
    patches.map((patch) => patch.id).filter((id) => !rows.has(id)),
  );
  const going = patches
    .filter((patch) => wouldRemove(patch, ref, rows.get(patch.id) ?? null, kinds))
    .map((patch) => patch.id);
  const present = (id: RecordId) => ({
    row: rows.get(id) ?? null,
    ...(goneBy.has(id) ? { goneBy: goneBy.get(id) } : {}),
  });
  const leaving = new Set(going);
  // Of the records that stay: a link that the undo takes back holds nothing.
  const left = new Map(
    patches
      .filter(({ id }) => !leaving.has(id))
      .map((patch) => [patch.id, revertPatch(patch, ref, { ...present(patch.id), linked: false }, kinds).step?.after]),
  );
  const pointing = await pointers(db, leaving);
  for (const [target, from] of pointing) {
    const staying = from.filter((id) => left.get(id)?.keys.includes(linkTo(target)) ?? true);
    if (staying.length > 0) pointing.set(target, staying);
    else pointing.delete(target);
  }
  const free = removable(going, (id) => pointing.get(id) ?? []);

  const steps: Step[] = [];
  const kept: Kept[] = [];
  for (const patch of patches) {
    const linked = going.length > 0 && !free.has(patch.id) && pointing.has(patch.id);
    const reverted = revertPatch(patch, ref, { ...present(patch.id), linked }, kinds);
    if (reverted.step) steps.push(reverted.step);
    kept.push(...reverted.kept);
  }
  const targets = newTargets(steps);
  const found = new Set((await db.records.bulkGet(targets)).flatMap((row) => row?.id ?? []));
  const sound = withoutDangling(steps, new Set(targets.filter((id) => !found.has(id))));
  kept.push(...sound.kept);
  const { whole, lost } = await withColumns(db, sound.steps);
  kept.push(...lost);
  const note = parts[0]?.note;
  const unneeded = await unneededBlobs(db, whole);
  const also = async (): Promise<void> => db.blobs.bulkDelete(unneeded);
  return ok({ cause: 'undo', undoes, note, steps: whole, kept, ...(unneeded.length > 0 ? { also } : {}) });
}

/** The columns of a dataset, or of a file that was appended to it, go with it for good: what needs them does not come back. */
async function withColumns(
  db: Database,
  steps: readonly Step[],
): Promise<{ readonly whole: readonly Step[]; readonly lost: readonly Kept[] }> {
  const missing = new Set<RecordId>();
  for (const { id, before, after, kind } of steps) {
    if (kind.table !== 'datasets' || !before || after?.state !== 'ready') continue;
    const there = new Set(await db.blobs.where('about').equals(id).primaryKeys());
    // Safe: rows of this table hold the fields of their kind.
    if (blobsOf(id, after.fields as DatasetFields).some((blob) => !there.has(blob))) missing.add(id);
  }
  return {
    whole: steps.filter(({ id }) => !missing.has(id)),
    lost: [...missing].map((id) => ({ id, kind: 'dataset', reason: 'gone' })),
  };
}

/** The columns of datasets that go, and of files that are no longer part of one. */
async function unneededBlobs(db: Database, steps: readonly Step[]): Promise<string[]> {
  const all: string[] = [];
  for (const { id, after, kind } of steps) {
    if (kind.table !== 'datasets') continue;
    // Safe: rows of this table hold the fields of their kind.
    const needed = new Set(after ? blobsOf(id, after.fields as DatasetFields) : []);
    const there = await db.blobs.where('about').equals(id).primaryKeys();
    all.push(...there.filter((blob) => !needed.has(blob)));
  }
  return all;
}
