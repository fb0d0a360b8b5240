import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import type { ValueChange } from '@/src/domain/records/journal';
import { splitPath, STATE, type Path } from '@/src/domain/records/record';
import { titleOf } from '@/src/domain/records/values';
import { mayDo, openDesk, type RecordError, type RecordPorts } from './edit-records';
import type { Receipt, Store } from './ports/store';
import { sightOf } from './sight';

/**
 * Puts the value back that a field held before a batch, with its evidence as it was. The state is not put back this way: it
 * goes by transitions, or by undoing, and what is fixed not either. Errors: `fixed`; `missing`, when the record or the change is not there any more.
 */
export async function restoreValue(
  ports: RecordPorts,
  id: BatchId,
  { record, path, batch }: { readonly record: RecordId; readonly path: Path; readonly batch: BatchId },
): Promise<Result<Receipt, RecordError>> {
  const { store, clock, kinds } = ports;
  const change = await changeBy(store, batch, record, path);
  const [row] = await store.rowsById([record]);
  const kind = kinds.get(row?.kind ?? '');
  if (!row || !kind || !change || path === STATE) return err({ code: 'missing', id: record });
  if (kind.fields[splitPath(path)[0]]?.fixed) return err({ code: 'fixed', path });
  const { actor } = await openDesk(ports);
  const sees = await sightOf(ports, [row]);
  if (!sees(row) || !mayDo('edit', kind, row, actor)) return err({ code: 'forbidden' });
  return store.commit({
    id,
    actor: actor.name,
    wall: clock.now(),
    cause: 'edit',
    note: { title: titleOf(kind, row) },
    changes: [{ set: record, kind: kind.name, values: { [path]: change.from ?? null } }],
  });
}

async function changeBy(store: Store, batch: BatchId, record: RecordId, path: Path): Promise<ValueChange | undefined> {
  const entry = (await store.history(record)).find(({ header }) => header.batchId === batch);
  return entry && 'set' in entry.patch ? entry.patch.set[path] : undefined;
}
