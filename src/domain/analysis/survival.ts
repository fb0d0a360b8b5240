import { intAt } from '@/src/kernel/typed';
import { Z_95 } from './statistics';

/** One time at which something ended. */
export interface SurvivalStep {
  readonly time: number;
  /** Those followed for at least this time. */
  readonly atRisk: number;
  readonly events: number;
  /** Share not ended after this time. */
  readonly survival: number;
  /** By Greenwood; null once nobody is left. */
  readonly standardError: number | null;
  /** 95 %, log-log; null once nobody is left. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface SurvivalCurve {
  /** All that were followed, and those that ended. */
  readonly n: number;
  readonly events: number;
  /** By time, only those with an event. */
  readonly steps: readonly SurvivalStep[];
  /** The longest time anybody was followed; 0 for nobody. */
  readonly longest: number;
}

/** How many were followed for so many whole units of time, by time from 0: to their end, or until it is not known any more. */
export interface Followed {
  readonly ended: Int32Array;
  readonly censored: Int32Array;
}

/**
 * The share that has not ended yet by time (Kaplan–Meier). At equal times ends come before those who are followed no longer.
 *
 * @source S(t) = Π (1 − d / n); Greenwood's variance S² Σ d / (n (n − d)); interval S^exp(±z σ), σ = √Σ / |ln S|.
 * @example of ends at 1 and 2 and one followed to 2: S(1) = 2/3, S(2) = 1/3
 */
export function kaplanMeier({ ended, censored }: Followed): SurvivalCurve {
  const n = totalOf(ended) + totalOf(censored);
  const longest = Math.max(lastOf(ended), lastOf(censored), 0);
  const steps: SurvivalStep[] = [];
  let atRisk = n;
  let survival = 1;
  let greenwood = 0;
  for (let time = 0; time <= longest; time++) {
    const events = ended[time] ?? 0;
    if (events > 0) {
      survival *= 1 - events / atRisk;
      greenwood += events / (atRisk * (atRisk - events));
      steps.push({ time, atRisk, events, survival, ...bandOf(survival, greenwood) });
    }
    atRisk -= events + (censored[time] ?? 0);
  }
  return { n, events: totalOf(ended), steps, longest };
}

function bandOf(survival: number, greenwood: number): Pick<SurvivalStep, 'standardError' | 'low' | 'high'> {
  if (survival === 0) return { standardError: null, low: null, high: null };
  const spread = Math.exp((Z_95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival)));
  return { standardError: survival * Math.sqrt(greenwood), low: survival ** spread, high: survival ** (1 / spread) };
}

/** The first time after which no more than `1 − share` are left; null when it is not reached. `share` 0.5 is the median. */
export function timeOf({ steps }: SurvivalCurve, share: number): number | null {
  return steps.find(({ survival }) => survival <= 1 - share)?.time ?? null;
}

/** The mean time up to the longest: the area under the curve. Null for nobody. */
export function restrictedMean({ n, steps, longest }: SurvivalCurve): number | null {
  if (n === 0) return null;
  let [area, from, survival] = [0, 0, 1];
  for (const step of steps) {
    area += survival * (step.time - from);
    [from, survival] = [step.time, step.survival];
  }
  return area + survival * (longest - from);
}

function totalOf(counts: Int32Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The last time with a count; -1 where there is none. */
function lastOf(counts: Int32Array): number {
  let time = counts.length - 1;
  while (time >= 0 && intAt(counts, time) === 0) time--;
  return time;
}
