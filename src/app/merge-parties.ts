import type { BatchId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import { mergeChanges, type Choice } from '@/src/domain/parties/merge-parties';
import type { Kinds } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import type { PartyRow } from '@/src/domain/parties/party-row';
import { linkTo } from '@/src/domain/records/link-key';
import { actingName } from './acting';
import type { Receipt, Store, StoreError } from './ports/store';
import type { Clock } from './ports/world';

export interface MergeRequest {
  /** Stays, with its id. */
  readonly target: PartyRow;
  /** Go; all of the target's kind. */
  readonly others: readonly PartyRow[];
  readonly choice: Choice;
}

/**
 * Makes one record of several, as one batch. Undo brings all of them back, and leaves what was edited since.
 * Errors besides the store's: `missing` when one of them has gone meanwhile.
 */
export async function mergeParties(
  { store, clock, kinds }: { readonly store: Store; readonly clock: Clock; readonly kinds: Kinds },
  id: BatchId,
  request: MergeRequest,
): Promise<Result<Receipt, StoreError>> {
  const rows = await Promise.all([request.target, ...request.others].map((row) => store.row('records', row.id)));
  const [target, ...others] = rows;
  const goneAt = rows.findIndex((row) => row === undefined);
  const gone = [request.target, ...request.others][goneAt];
  if (gone || !target) return err({ code: 'missing', id: (gone ?? request.target).id });
  const present = others.filter((row): row is Row => row !== undefined);
  const merged = new Set<string>([target, ...present].map((row) => row.id));
  const pointing = (await store.rowsByKeys([...merged].map(linkTo))).filter((row) => !merged.has(row.id));
  return store.commit({
    id,
    actor: await actingName(store),
    wall: clock.now(),
    cause: 'merge',
    note: { title: request.target.fields.name.value, into: target.id },
    changes: mergeChanges(kinds, { target, others: present, choice: request.choice }, pointing),
  });
}
