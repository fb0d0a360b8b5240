import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import type { Row } from '@/src/domain/records/record';
import { pipelineScheme, type PipelineSchemeFields } from '@/src/domain/pipeline/pipeline-scheme.kind';
import { isPercent, stepData, type Sale, type SchemeStep } from '@/src/domain/pipeline/scheme';
import { mayDo, openDesk, type RecordError, type RecordPorts } from './edit-records';
import type { Receipt } from './ports/store';

export interface SchemeToSave {
  /** Of a new one an id in no use yet. */
  readonly record: RecordId;
  readonly name: string;
  readonly sale: Sale;
  /** In the order they are meant to come; their ids are what opportunities stand in. */
  readonly steps: readonly SchemeStep[];
}

/**
 * Writes a scheme of the user's own, a new one or all steps of one that is there. Opportunities stay where they are.
 * Errors: `required` (no name, no step, or a step without a name), `out-of-range` (a probability), with the path.
 */
export async function saveScheme(
  ports: RecordPorts,
  id: BatchId,
  { record, name, sale, steps }: SchemeToSave,
): Promise<Result<Receipt, RecordError>> {
  const { store, clock } = ports;
  const { actor } = await openDesk(ports);
  const fault = faultOf(record, name, steps);
  if (fault) return err(fault);
  // Safe: rows of a kind hold the fields of the kind.
  const [before] = (await store.rowsById([record])) as readonly Row<PipelineSchemeFields>[];
  const fields = { name: name.trim(), sale };
  if (!mayDo(before ? 'edit' : 'make', pipelineScheme, before ?? { fields }, actor)) return err({ code: 'forbidden' });
  const items = Object.fromEntries(steps.map((step, order) => [step.id, stepData(step, order)]));
  const gone = Object.keys(before?.fields.steps ?? {}).filter((step) => !Object.hasOwn(items, step));
  const kind = pipelineScheme.name;
  const values = {
    ...fields,
    ...Object.fromEntries(Object.entries(items).map(([step, data]) => [`steps/${step}`, data])),
    ...Object.fromEntries(gone.map((step) => [`steps/${step}`, null])),
  };
  return store.commit({
    id,
    actor: actor.name,
    wall: clock.now(),
    cause: before ? 'edit' : 'make',
    note: { title: fields.name },
    changes: [before ? { set: record, kind, values } : { make: record, kind, fields: { ...fields, steps: items } }],
  });
}

function faultOf(record: RecordId, name: string, steps: readonly SchemeStep[]): RecordError | undefined {
  if (name.trim() === '') return { code: 'required', id: record, path: 'name' };
  const nameless = steps.find((step) => step.name === '');
  if (steps.length === 0 || nameless) return { code: 'required', id: record, path: `steps/${nameless?.id ?? ''}` };
  const beyond = steps.find(({ probability }) => probability !== undefined && !isPercent(probability));
  return beyond && { code: 'out-of-range', path: `steps/${beyond.id}` };
}
