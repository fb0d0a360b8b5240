import type { RecordId } from '@/src/kernel/ids';
import type { Money } from '../records/field';
import { sumMoney } from '../records/sum-money';
import type { LocalText, PipelineScheme, SchemeStep } from './scheme';
import { weightedSum } from './weighted-sum';
import type { Deal } from './deal';

/** The open opportunities of one step (漏斗的一层). */
export interface FunnelStep {
  readonly id: string;
  readonly name: LocalText;
  /** Undefined for a step that the scheme has lost: what stands in it is said, and weighs nothing. */
  readonly step: SchemeStep | undefined;
  readonly deals: readonly RecordId[];
  readonly sums: readonly Money[];
  /** Empty without a probability. */
  readonly weighted: readonly Money[];
}

export interface Funnel {
  /** All steps of the scheme in its order, then those that it has lost, by id. */
  readonly steps: readonly FunnelStep[];
  readonly count: number;
  readonly sums: readonly Money[];
  readonly weighted: readonly Money[];
  /** Opportunities without an amount: they are counted, and weigh nothing. */
  readonly withoutAmount: number;
}

/**
 * How many open opportunities stand in each step, what they come to, and what of it can be counted on.
 * @param isCapped see `weightedSum`.
 */
export function funnelOf(scheme: PipelineScheme, deals: readonly Deal[], isCapped: boolean): Funnel {
  const open = deals.filter(({ state }) => state === 'open');
  const lost = [...new Set(open.filter(({ isKnown }) => !isKnown).map(({ step }) => step))].sort();
  const known = scheme.steps.map((step) => ({ id: step.id, name: step.name, step }));
  const unknown = lost.map((id) => ({
    id,
    name: open.find(({ step }) => step === id)?.stepName ?? id,
    step: undefined,
  }));
  const steps = [...known, ...unknown].map((one) => {
    const own = open.filter(({ step }) => step === one.id);
    return { ...one, deals: own.map(({ id }) => id), sums: sumMoney(amountsOf(own)), weighted: weigh(own, isCapped) };
  });
  return {
    steps,
    count: open.length,
    sums: sumMoney(amountsOf(open)),
    weighted: weigh(open, isCapped),
    withoutAmount: open.filter(({ amount }) => amount === undefined).length,
  };
}

function amountsOf(deals: readonly Deal[]): Money[] {
  return deals.flatMap(({ amount }) => amount ?? []);
}

function weigh(deals: readonly Deal[], isCapped: boolean): Money[] {
  const weighable = deals.flatMap(({ amount, percent }) =>
    amount && percent !== undefined ? [{ amount, percent }] : [],
  );
  return weightedSum(weighable, isCapped);
}
