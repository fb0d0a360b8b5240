import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import type { SuppressionFields } from '@/src/domain/parties/suppression.kind';
import type { RecordError, RecordPorts } from './edit-records';
import type { Receipt, Store } from './ports/store';
import { removeRecords } from './remove-records';

/** The mark of somebody who asked not to be filed again. Who it is, nobody can tell from it. */
export interface Suppression {
  readonly id: RecordId;
  /** ISO day. */
  readonly erasedOn: string;
}

/** All marks, the newest first. */
export async function listSuppressions(store: Store): Promise<readonly Suppression[]> {
  const rows = await store.rows('suppression');
  // Safe: rows of this kind hold its fields.
  const marks = rows.map(({ id, fields }) => ({ id, erasedOn: (fields as SuppressionFields).erasedOn }));
  return marks.toReversed().sort((a, b) => (a.erasedOn < b.erasedOn ? 1 : a.erasedOn > b.erasedOn ? -1 : 0));
}

/**
 * Takes a mark away: the person may be filed again. Undo puts it back, as does the recycle bin.
 * Errors besides the store's: `missing` when there is no such mark.
 */
export async function liftSuppression(
  ports: RecordPorts,
  id: BatchId,
  mark: RecordId,
): Promise<Result<Receipt, RecordError>> {
  const [row] = await ports.store.rowsById([mark]);
  return row?.kind === 'suppression' ? removeRecords(ports, id, [mark]) : err({ code: 'missing', id: mark });
}
