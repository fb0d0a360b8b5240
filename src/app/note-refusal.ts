import type { BatchId, RecordId } from '@/src/kernel/ids';
import { searchKeysOf, type Kind } from '@/src/domain/records/kind';
import type { Fields } from '@/src/domain/records/record';
import { attemptFields, refusedAttempt } from '@/src/domain/records/refused-attempt.kind';
import { titleOf } from '@/src/domain/records/values';
import type { Desk, RecordPorts } from './edit-records';

const LINK = 'link:';

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
  const links = searchKeysOf(kind, fields).filter((key) => key.startsWith(LINK));
  // Safe: a link key is made of the id that a record points to.
  const attempt = { title, of: kind.name, links: links.map((key) => key.slice(LINK.length) as RecordId), codes };
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
