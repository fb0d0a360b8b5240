import { isAmong, type Actor } from '../records/actor';
import type { Criterion, PipelineScheme, SchemeStep } from './scheme';

/** A criterion that is not met, and the step that cannot be left without it. */
export interface MissingItem {
  readonly step: SchemeStep;
  readonly criterion: Criterion;
}

/** What stands in the way of a step. It passes when nothing is missing and the reason, if needed, is given. */
export interface StepVerdict {
  /** In the order of the steps and of their criteria. */
  readonly missing: readonly MissingItem[];
  /** Back goes nobody without saying why. */
  readonly needsReason: boolean;
  /** With a reason, what is missing may be passed over. */
  readonly mayOverride: boolean;
}

interface Passage {
  readonly scheme: PipelineScheme;
  /** Ids of steps. One that the scheme does not know (any more), or none, counts as the first. */
  readonly from: string | undefined;
  readonly to: string;
  readonly isMet: (step: string, criterion: Criterion) => boolean;
  readonly actor: Actor;
}

/**
 * Every gate between the two steps must be passed, not only the next; gates of loops that are jumped over ask for nothing.
 * @returns undefined where the scheme has no step `to`.
 */
export function judgeStep({ scheme, from, to, isMet, actor }: Passage): StepVerdict | undefined {
  const target = scheme.steps.findIndex(({ id }) => id === to);
  if (target < 0) return undefined;
  const start = indexOfStep(scheme, from);
  const left = scheme.steps.slice(start, target).filter(({ id, isLoop }) => !isLoop || id === from);
  const missing = left.flatMap((step) =>
    step.exit.filter((criterion) => !isMet(step.id, criterion)).map((criterion) => ({ step, criterion })),
  );
  return { missing, needsReason: target < start, mayOverride: isAmong(['manager'], actor, undefined) };
}

/** The place of a step, from 0; the first for one that the scheme does not know. */
export function indexOfStep({ steps }: PipelineScheme, step: string | undefined): number {
  return Math.max(
    0,
    steps.findIndex(({ id }) => id === step),
  );
}
