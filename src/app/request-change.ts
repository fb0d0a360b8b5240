import type { BatchId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import { changeRequest, type WantedChange, type WantedChanges } from '@/src/domain/records/change-request.kind';
import { originAt, valueAt, type Path, type Row } from '@/src/domain/records/record';
import { isEvidenced, titleOf } from '@/src/domain/records/values';
import type { Desk, RecordError, RecordPorts } from './edit-records';
import type { Receipt } from './ports/store';

/** What somebody without the right to it wants of records. */
export type Wish = { readonly rows: readonly Row[]; readonly reason: string | undefined } & (
  { readonly what: 'edit'; readonly values: Readonly<Record<Path, unknown>> } | { readonly what: 'remove' }
);

/**
 * Files a request for each of the records, as one batch; the records stay as they are. The receipt tells how many were `made`.
 * Errors: `request-reason`, as long as nobody has said why.
 */
export async function requestChange(
  { store, clock, ids, kinds }: RecordPorts,
  id: BatchId,
  wish: Wish,
  { actor }: Pick<Desk, 'actor'>,
): Promise<Result<Receipt, RecordError>> {
  const reason = wish.reason?.trim() ?? '';
  if (reason === '') return err({ code: 'request-reason' });
  const requests = wish.rows.map((row) => {
    const title = titleOf(kinds.get(row.kind), row) || row.id;
    const changes = wish.what === 'edit' ? wantedChanges(row, wish.values) : {};
    return { title, row, changes };
  });
  return store.commit({
    id,
    actor: actor.name,
    wall: clock.now(),
    cause: 'make',
    note: { title: requests[0]?.title ?? '', reason },
    changes: requests.map(({ title, row, changes }) => ({
      // Safe: this is where ids of records are made.
      make: ids.next() as Row['id'],
      kind: changeRequest.name,
      fields: { subject: title, target: row.id, of: row.kind, what: wish.what, changes, reason, owner: actor.name },
    })),
  });
}

/** Whether the values only fill what is empty: everybody may add. @source domain.md §3.5 */
export function onlyAdds(row: Row, values: Readonly<Record<Path, unknown>>): boolean {
  return Object.entries(values).every(([path, value]) => value !== null && valueAt(row, path) === undefined);
}

function wantedChanges(row: Row, values: Readonly<Record<Path, unknown>>): WantedChanges {
  return Object.fromEntries(
    Object.entries(values).map(([path, after]): [Path, WantedChange] => [
      path,
      { before: plain(valueAt(row, path)), after: plain(after), was: originAt(row, path) ?? null },
    ]),
  );
}

function plain(held: unknown): unknown {
  return (isEvidenced(held) ? held.value : held) ?? null;
}
