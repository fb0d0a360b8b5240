import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import { accessRequest } from '@/src/domain/records/access-request.kind';
import { actorOf } from './acting';
import type { RecordError } from './edit-records';
import type { Receipt } from './ports/store';
import type { IdSource } from './ports/world';
import { readSettings } from './settings';
import { sightOf, type SightPorts } from './sight';

export interface AccessWish {
  readonly record: RecordId;
  /** What class of record it is, in words: its title is not told. */
  readonly subject: string;
  readonly reason: string;
}

/**
 * Asks a manager to open a closed record to the user. Errors: `request-reason` without a reason; `missing` of a record that is
 * not there; `exists` of one that is open to the user.
 */
export async function askAccess(
  ports: SightPorts & { readonly ids: IdSource },
  id: BatchId,
  { record, subject, reason }: AccessWish,
): Promise<Result<Receipt, RecordError>> {
  const { store, clock, ids } = ports;
  const said = reason.trim();
  if (said === '') return err({ code: 'request-reason' });
  const [row] = await store.rowsById([record]);
  if (!row) return err({ code: 'missing', id: record });
  if ((await sightOf(ports, [row]))(row)) return err({ code: 'exists', id: record });
  const { name } = actorOf(await readSettings(store));
  return store.commit({
    id,
    actor: name,
    wall: clock.now(),
    cause: 'make',
    note: { title: subject, reason: said },
    changes: [
      {
        // Safe: this is where ids of records are made.
        make: ids.next() as RecordId,
        kind: accessRequest.name,
        fields: { subject, target: record, reason: said, owner: name },
      },
    ],
  });
}
