import type { BatchId } from '@/src/kernel/ids';
import type { Result } from '@/src/kernel/result';
import { actingName } from './acting';
import type { Store, StoreError, UndoReceipt } from './ports/store';
import type { Clock } from './ports/world';

/** Takes back a batch as far as nothing was changed since; the receipt lists what was kept and by whose change. */
export async function undoBatch(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  id: BatchId,
  undoes: BatchId,
): Promise<Result<UndoReceipt, StoreError>> {
  return store.undo({ id, undoes, actor: await actingName(store), wall: clock.now() });
}
