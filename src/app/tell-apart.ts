import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import { distinction, distinctionKey } from '@/src/domain/parties/distinction.kind';
import type { PartyRow } from '@/src/domain/parties/party-row';
import type { Change } from '@/src/domain/records/change';
import { actingName } from './acting';
import type { Receipt, Store, StoreError } from './ports/store';
import type { Clock, IdSource } from './ports/world';

/** `record` is none of the `others`; of these nothing is said among themselves. */
export interface Distinguishing {
  readonly record: PartyRow;
  readonly others: readonly PartyRow[];
}

/**
 * Files that records are not the same, so that they are never proposed as duplicates again. What was said before is not
 * said twice. Errors besides the store's: `missing` when one of them has gone meanwhile.
 */
export async function tellApart(
  { store, clock, ids }: { readonly store: Store; readonly clock: Clock; readonly ids: IdSource },
  id: BatchId,
  { record, others }: Distinguishing,
): Promise<Result<Receipt, StoreError>> {
  const wanted = [record, ...others].map((row) => row.id);
  const present = new Set((await store.rowsById(wanted)).map((row) => row.id));
  const gone = wanted.find((one) => !present.has(one));
  if (gone) return err({ code: 'missing', id: gone });
  const said = new Set(
    (await store.rowsByKeys(others.map((other) => distinctionKey(record.id, other.id)))).flatMap(({ keys }) => keys),
  );
  const changes = others
    .filter((other) => other.id !== record.id && !said.has(distinctionKey(record.id, other.id)))
    .map((other): Change => ({
      // Safe: this is where the ids of distinctions are made.
      make: ids.next() as RecordId,
      kind: distinction.name,
      fields: { one: record.id, other: other.id },
    }));
  const note = { title: record.fields.name.value };
  return store.commit({ id, actor: await actingName(store), wall: clock.now(), cause: 'make', note, changes });
}
