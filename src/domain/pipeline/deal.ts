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
  const step = fields.step ?? scheme.steps[0]?.id ?? '';
  const known = scheme.steps.find((one) => one.id === step);
  const written = writtenStays(fields);
  const stepName = known?.name ?? nameThen(written, step);
  return {
    id,
    state,
    step,
    stepName,
    isKnown: known !== undefined,
    percent: known?.probability,
    amount,
    openedOn,
    closedOn: state === 'open' ? undefined : closedOn,
    stays: written.length > 0 ? written : neverMoved(step, stepName, fields),
  };
}

/** As the step was called when it was entered last. */
function nameThen(stays: readonly DealStay[], step: string): LocalText {
  return stays.findLast((stay) => stay.step === step)?.name ?? step;
}

/** Of what has stood where it is since it was opened; none where the scheme has no step to stand in. */
function neverMoved(step: string, name: LocalText, { openedOn, owner = '' }: OpportunityRow['fields']): DealStay[] {
  return step === '' ? [] : [{ id: UNWRITTEN, step, name, entered: openedOn, by: owner }];
}

function writtenStays({ stays }: OpportunityRow['fields']): DealStay[] {
  return itemsIn(opportunity.fields.stays, stays).flatMap(({ item = UNWRITTEN, value }) => readStay(item, value));
}

function readStay(id: string, value: unknown): DealStay[] {
  if (typeof value !== 'object' || value === null || !('step' in value) || !('entered' in value)) return [];
  // Safe: only the use case that moves steps writes stays; what is looked at here is checked.
  return typeof value.step === 'string' && typeof value.entered === 'string' ? [{ ...(value as Stay), id }] : [];
}
