import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import { distinction } from '@/src/domain/parties/distinction.kind';
import { isAmong } from '@/src/domain/records/actor';
import { titleOf } from '@/src/domain/records/values';
import { registration } from '@/src/domain/registration/registration.kind';
import { openDesk, type RecordPorts } from './edit-records';
import type { Receipt, StoreError } from './ports/store';

/**
 * Files the manager's word that two registrations are not of one client: namesakes, two firms behind one switchboard. Neither
 * stands in the way of the other from then on. Errors: `forbidden`; `missing`, when one of them has gone.
 */
export async function tellClaimsApart(
  ports: RecordPorts,
  id: BatchId,
  [one, other]: readonly [RecordId, RecordId],
): Promise<Result<Receipt, StoreError | { readonly code: 'forbidden' }>> {
  const { store, clock, ids } = ports;
  const { actor } = await openDesk(ports);
  if (!isAmong(['manager'], actor, undefined)) return err({ code: 'forbidden' });
  const rows = await store.rowsById([one, other]);
  const gone = [one, other].find((record) => !rows.some((row) => row.id === record));
  if (gone) return err({ code: 'missing', id: gone });
  return store.commit({
    id,
    actor: actor.name,
    wall: clock.now(),
    cause: 'make',
    note: { title: rows.map((row) => titleOf(registration, row)).join(' ≠ ') },
    // Safe: this is where the ids of distinctions are made.
    changes: [{ make: ids.next() as RecordId, kind: distinction.name, fields: { one, other } }],
  });
}
