import type { RecordId } from '@/src/kernel/ids';
import type { Money } from '../records/field';
import { itemsIn } from '../records/values';
import { opportunity, type OpportunityRow, type Stay } from './opportunity.kind';
import type { LocalText, PipelineScheme } from './scheme';

/** A stay, and the item it is written under. */
export interface DealStay extends Stay {
  readonly id: string;
}

/** Stands for the item of a stay that is not on file. */
export const UNWRITTEN = '';

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
  readonly stays: readonly DealStay[];
}

/** @param scheme the one it follows. */
export function dealOf({ id, state, fields }: OpportunityRow, scheme: PipelineScheme): Deal {
  const { amount, openedOn, closedOn } = fields;
  const written = itemsIn(opportunity.fields.stays, fields.stays).flatMap(({ item = '', value }) => readStay(item, value));
  const step = fields.step ?? scheme.steps[0]?.id ?? '';
  const known = scheme.steps.find((one) => one.id === step);
  const name = known?.name ?? written.findLast((stay) => stay.step === step)?.name ?? step;
  const since = { id: UNWRITTEN, step, name, entered: openedOn, by: fields.owner ?? '' };
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
    stays: written.length > 0 || step === '' ? written : [since],
  };
}

function readStay(id: string, value: unknown): DealStay[] {
  if (typeof value !== 'object' || value === null || !('step' in value) || !('entered' in value)) return [];
  // Safe: only the use case that moves steps writes stays; what is looked at here is checked.
  return typeof value.step === 'string' && typeof value.entered === 'string' ? [{ ...(value as Stay), id }] : [];
}
