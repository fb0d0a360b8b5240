import { dealOf } from './deal';
import { isMet } from './is-met';
import type { OpportunityRow } from './opportunity.kind';
import type { Criterion, LocalText, PipelineScheme } from './scheme';
import { schemeIdOf } from './scheme-of';
import { daysInStep } from './step-times';

/** A gate is blocked when what it asks for is not there and nothing has moved for so many days. Ours. */
const BLOCKED_DAYS = 30;

/** An opportunity that stands before a gate and does not come through it. */
export interface BlockedGate {
  readonly row: OpportunityRow;
  readonly scheme: PipelineScheme;
  readonly stepName: LocalText;
  /** Days in the step. */
  readonly days: number;
  /** What the gate still asks for; never none. */
  readonly missing: readonly Criterion[];
}

/**
 * The open opportunities that have been in their step for 30 days or more without what leaving it asks for: the longest first,
 * ties by id. One whose scheme or step is not there any more is left out: nothing is asked of it.
 * @param today ISO day.
 */
export function blockedGates(
  rows: readonly OpportunityRow[],
  schemes: readonly PipelineScheme[],
  today: string,
): BlockedGate[] {
  const byId = new Map(schemes.map((scheme) => [scheme.id, scheme]));
  return rows
    .flatMap((row): BlockedGate[] => {
      const scheme = byId.get(schemeIdOf(row.fields));
      if (row.state !== 'open' || !scheme) return [];
      const deal = dealOf(row, scheme);
      const step = scheme.steps.find(({ id }) => id === deal.step);
      const missing = step?.exit.filter((criterion) => !isMet(row.fields, step.id, criterion)) ?? [];
      const days = daysInStep(deal, today);
      return missing.length > 0 && days >= BLOCKED_DAYS
        ? [{ row, scheme, stepName: deal.stepName, days, missing }]
        : [];
    })
    .sort((a, b) => b.days - a.days || (a.row.id < b.row.id ? -1 : 1));
}
