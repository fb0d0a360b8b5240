import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import type { Kind } from '@/src/domain/records/kind';
import { splitPath, type Fields } from '@/src/domain/records/record';
import { titleOf } from '@/src/domain/records/values';
import { mayDo, openDesk, readInputs, type Inputs, type RecordError, type RecordPorts } from './edit-records';
import type { Receipt } from './ports/store';

/** Files a new record with what the user typed into its form, in the first state of its kind. */
export async function makeRecord(
  ports: RecordPorts,
  id: BatchId,
  { kind, record, inputs }: { readonly kind: Kind; readonly record: RecordId; readonly inputs: Inputs },
): Promise<Result<Receipt, RecordError>> {
  const { store, clock } = ports;
  const desk = await openDesk(ports);
  const values = readInputs(kind, inputs, desk, new Date(clock.now()).toISOString());
  if (!values.ok) return values;
  const fields = fieldsFrom(values.value);
  if (!mayDo('make', kind, { fields }, desk.actor)) return err({ code: 'forbidden' });
  return store.commit({
    id,
    actor: desk.actor.name,
    wall: clock.now(),
    cause: 'make',
    note: { title: titleOf(kind, { fields }) },
    changes: [{ make: record, kind: kind.name, fields }],
  });
}

/** Values by path, put together to fields. */
function fieldsFrom(values: Readonly<Record<string, unknown>>): Fields {
  const fields: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(values)) {
    const [name, item] = splitPath(path);
    if (value === null) continue;
    fields[name] = item === undefined ? value : { ...(fields[name] as object | undefined), [item]: value };
  }
  return fields;
}
