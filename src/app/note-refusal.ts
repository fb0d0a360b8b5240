import type { BatchId, RecordId } from '@/src/kernel/ids';
import { searchKeysOf, type Kind } from '@/src/domain/records/kind';
import type { Fields } from '@/src/domain/records/record';
import { attemptFields, refusedAttempt } from '@/src/domain/records/refused-attempt.kind';
import { titleOf } from '@/src/domain/records/values';
import { linkedBy } from '@/src/domain/records/link-key';
import type { Desk, RecordPorts } from './edit-records';

/**
 * Writes down that the user tried to make a record which its kind did not admit: what was refused is as much of a trail as
 * what was done. Where this cannot be written, the refusal stands all the same.
 */
export async function noteRefusal(
  { store, clock, ids, kinds }: RecordPorts,
  { actor }: Desk,
  { kind, fields, codes }: { readonly kind: Kind; readonly fields: Fields; readonly codes: readonly string[] },
): Promise<void> {
  if (!kinds.has(refusedAttempt.name)) return;
  const wall = clock.now();
  const title = titleOf(kind, { fields }) || kind.name;
  const attempt = { title, of: kind.name, links: linkedBy(searchKeysOf(kind, fields)), codes };
  await store.commit({
    // Safe, both: this is where ids are made.
    id: ids.next() as BatchId,
    actor: actor.name,
    wall,
    cause: 'refuse',
    note: { title },
    changes: [
      {
        make: ids.next() as RecordId,
        kind: refusedAttempt.name,
        fields: attemptFields(attempt, actor.name, new Date(wall).toISOString()),
      },
    ],
  });
}
