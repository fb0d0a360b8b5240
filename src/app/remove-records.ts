import type { BatchId } from '@/src/kernel/ids';
import type { Result } from '@/src/kernel/result';
import type { PartyRow } from './find-duplicates';
import type { Receipt, Store, StoreError } from './ports/store';
import type { Clock } from './ports/world';

/**
 * Deletes records; undo brings them back as they were. A company's people stay and lose the link to it, so that no link
 * points to nothing.
 */
export async function removeRecords(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  id: BatchId,
  rows: readonly PartyRow[],
): Promise<Result<Receipt, StoreError>> {
  const going = new Set<string>(rows.map((row) => row.id));
  const pointing = (await store.rowsByKeys(rows.map((row) => `link:${row.id}`))).filter((row) => !going.has(row.id));
  const [first] = rows;
  // Safe: only companies and people are removed here, and both have a name.
  const title = first ? first.fields.name.value : '';
  return store.commit({
    id,
    actor: 'user',
    wall: clock.now(),
    cause: 'delete',
    note: { title },
    changes: [
      ...rows.map((row) => ({ remove: row.id, kind: row.kind })),
      ...pointing.map((row) => ({ set: row.id, kind: row.kind, values: { company: null } })),
    ],
  });
}
