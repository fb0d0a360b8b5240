import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { Result } from '@/src/kernel/result';
import { opportunity, type OpportunityRow, type Stay } from '@/src/domain/pipeline/opportunity.kind';
import type { Inputs, RecordPorts } from './edit-records';
import { makeRecord, type Besides, type MakeError } from './make-record';
import { schemeOfRow, tasksOf } from './move-step';
import type { Receipt } from './ports/store';

export interface OpportunityToOpen {
  readonly record: RecordId;
  readonly inputs: Inputs;
  /** Of the words that its first tasks are written in. */
  readonly language: string;
}

/** Files an opportunity in the first step of its scheme, with what that step asks of the departments, as one batch. */
export function openOpportunity(
  ports: RecordPorts,
  id: BatchId,
  { record, inputs, language }: OpportunityToOpen,
): Promise<Result<Receipt, MakeError>> {
  const today = ports.clock.today();
  return makeRecord(ports, id, {
    kind: opportunity,
    record,
    inputs,
    besides: async (typed, { actor }): Promise<Besides> => {
      // Safe: what was typed was read as the fields of this kind.
      const made = { id: record, fields: typed as OpportunityRow['fields'] };
      const [step] = (await schemeOfRow(ports, made)).steps;
      if (!step) return { fields: {}, changes: [] };
      const stay: Stay = { step: step.id, name: step.name, entered: made.fields.openedOn, by: actor.name };
      return {
        fields: { step: step.id, stays: { [ports.ids.next()]: stay } },
        changes: tasksOf(ports, { step, today, language }, made),
      };
    },
  });
}
