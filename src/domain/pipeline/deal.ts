import type { RecordId } from '@/src/kernel/ids';
import type { Money } from '../records/field';
import { itemsIn } from '../records/values';
import { opportunity, type OpportunityRow, type Stay } from './opportunity.kind';
import type { LocalText, PipelineScheme } from './scheme';

/** An opportunity as the funnel sees it. */
export interface Deal {
  readonly id: RecordId;
  readonly state: string;
  /** Where it stands: the first step of the scheme where it never was moved. */
  readonly step: string;
  readonly stepName: LocalText;
  /** False where the scheme has lost the step since. */
  readonly isKnown: boolean;
  /** Of the step; undefined without one. */
  readonly percent: number | undefined;
  readonly amount: Money | undefined;
  readonly openedOn: string;
  readonly closedOn: string | undefined;
  /** Never none while the scheme has a step: where nothing is on file it stands in the first since it was opened. */
  readonly stays: readonly Stay[];
}

/** @param scheme the one it follows. */
export function dealOf({ id, state, fields }: OpportunityRow, scheme: PipelineScheme): Deal {
  const { amount, openedOn, closedOn, stays } = fields;
  const first = scheme.steps[0];
  const written = itemsIn(opportunity.fields.stays, stays).flatMap(({ value }) => readStay(value));
  const step = fields.step ?? first?.id ?? '';
  const known = scheme.steps.find((one) => one.id === step);
  const name = known?.name ?? written.findLast((stay) => stay.step === step)?.name ?? step;
  return {
    id,
    state,
    step,
    stepName: name,
    isKnown: known !== undefined,
    percent: known?.probability,
    amount,
    openedOn,
    closedOn: state === 'open' ? undefined : closedOn,
    stays: written.length > 0 || step === '' ? written : [{ step, name, entered: openedOn, by: fields.owner ?? '' }],
  };
}

function readStay(value: unknown): Stay[] {
  if (typeof value !== 'object' || value === null || !('step' in value) || !('entered' in value)) return [];
  // Safe: only the use case that moves steps writes stays; what is looked at here is checked.
  return typeof value.step === 'string' && typeof value.entered === 'string' ? [value as Stay] : [];
}
