import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import { factsOf, waysOut } from '@/src/domain/records/transition';
import { titleOf } from '@/src/domain/records/values';
import { laterRejected, registration } from '@/src/domain/registration/registration.kind';
import { rivalsOf } from '@/src/domain/registration/rivals';
import { circumstancesOf } from './circumstances';
import type { RecordPorts } from './edit-records';
import type { Receipt, StoreError } from './ports/store';

/** `not-later`: no standing registration of the same client was submitted earlier. */
export type RejectionError = StoreError | { readonly code: 'forbidden' | 'not-later' };

/**
 * Rejects a registration because another was submitted first, with a link to that one: no reason has to be typed. Errors:
 * `missing`, when it has gone or waits no more; those of {@link RejectionError}.
 */
export async function rejectLaterClaim(
  ports: RecordPorts,
  id: BatchId,
  record: RecordId,
): Promise<Result<Receipt, RejectionError>> {
  const { store, clock } = ports;
  const [row] = await store.rowsById([record]);
  if (row?.kind !== registration.name) return err({ code: 'missing', id: record });
  const circumstances = (await circumstancesOf(ports, [row]))(row);
  const way = waysOut(registration, row, circumstances).find(({ transition }) => transition.name === 'reject');
  if (!way) return err({ code: 'missing', id: record });
  if (way.forbidden) return err({ code: 'forbidden' });
  const [first] = rivalsOf(factsOf(registration, row, circumstances)).earlier;
  if (!first) return err({ code: 'not-later' });
  return store.commit({
    id,
    actor: circumstances.actor.name,
    wall: clock.now(),
    cause: 'move',
    note: { title: titleOf(registration, row), transition: 'reject' },
    changes: [laterRejected(row, first.id)],
  });
}
