import type { RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import { originAt } from '@/src/domain/records/record';
import { factsOf } from '@/src/domain/records/transition';
import { plainFields, titleOf } from '@/src/domain/records/values';
import { submissionOf } from '@/src/domain/registration/claim-order';
import { registration } from '@/src/domain/registration/registration.kind';
import { rivalsOf } from '@/src/domain/registration/rivals';
import { circumstancesOf } from './circumstances';
import type { RecordPorts } from './edit-records';
import type { HistoryEntry, StoreError } from './ports/store';
import type { Host } from './ports/world';

/**
 * Hands the user one JSON file that shows when a registration was submitted: its values, the journal entry of the submission
 * with device, sequence, actor and the digests that chain it to the entry before, everything else that happened to it, and
 * who else claims the client. Errors: `missing`, when it has gone.
 */
export async function exportClaim(
  ports: RecordPorts & { readonly host: Host },
  record: RecordId,
): Promise<Result<number, StoreError>> {
  const { store, host, clock } = ports;
  const [row] = await store.rowsById([record]);
  if (row?.kind !== registration.name) return err({ code: 'missing', id: record });
  const history = await store.history(record);
  const ref = originAt(row, 'submittedAt');
  const submission = history.find(({ header }) => `${header.device}.${header.seq}` === ref);
  const around = (await circumstancesOf(ports, [row]))(row);
  const rivals = rivalsOf(factsOf(registration, row, around));
  const content = {
    writtenAt: new Date(clock.now()).toISOString(),
    registration: { id: row.id, state: row.state, ...plainFields(registration.fields, row.fields) },
    submission: submission ? { submittedAt: row.fields['submittedAt'], ...entryOf(submission) } : null,
    history: history.map(entryOf),
    earlier: rivals.earlier.map(claimOf),
    later: rivals.later.map(claimOf),
  };
  const name = titleOf(registration, row).replace(/[^\p{L}\p{N}]+/gu, '-') || registration.name;
  const blob = new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' });
  host.saveFile(`vital-few-${name}-${clock.today()}.json`, blob);
  return ok(1);
}

function entryOf({ header, note, patch, undone }: HistoryEntry): object {
  const { device, seq, at, wall, actor, cause, previous, digest } = header;
  return {
    device,
    seq,
    hybridTime: at,
    wall: new Date(wall).toISOString(),
    actor,
    cause,
    previous,
    digest,
    undone,
    note,
    patch,
  };
}

function claimOf(fact: Parameters<typeof submissionOf>[0] & { readonly state: string }): object {
  const { client, submittedBy } = fact.fields;
  return { ...submissionOf(fact), state: fact.state, client, submittedBy };
}
