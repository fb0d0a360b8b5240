import type { Value } from '@/src/domain/analysis/result';

type Facts = Readonly<Record<string, Value>>;

/** A sentence under `analysis:headline`, with the number that decides its plural. */
interface Sentence {
  readonly key: string;
  readonly count?: number;
}

/** Which sentences the facts of an analysis call for. The first one is the answer. */
export const SENTENCES: Readonly<Record<string, (facts: Facts) => readonly Sentence[]>> = {
  pareto: (facts) => {
    if (facts['positive'] === 0) return [{ key: 'empty' }];
    const topFifth = Number(facts['topFifthShare']);
    const rest = Number(facts['nonPositiveCount']);
    return [
      { key: 'pareto' },
      { key: 'paretoOf' },
      ...(topFifth < 0.75 || topFifth > 0.85 ? [{ key: 'paretoNotEighty' }] : []),
      ...(facts['basesDiffer'] === true ? [{ key: facts['basis'] === 'net' ? 'paretoBases' : 'paretoBasesNet' }] : []),
      ...(rest > 0 ? [{ key: 'paretoNonPositive', count: rest }] : []),
    ];
  },
  cohort: (facts) => {
    if (facts['customers'] === 0) return [{ key: 'empty' }];
    if (facts['firstMonthRate'] === null) return [{ key: 'cohortShort' }];
    return [
      { key: 'cohort' },
      { key: 'cohortBasis' },
      ...(facts['twelfthMonthRate'] === null ? [] : [{ key: 'cohortLater' }]),
      ...(facts['lastMonthIncomplete'] === true ? [{ key: 'cohortIncomplete' }] : []),
    ];
  },
  churn: (facts) => {
    if (facts['vitalFew'] === 0) return [{ key: 'empty' }];
    const watched = Number(facts['slipping']) + Number(facts['lost']);
    return [
      { key: 'churn', count: Number(facts['slipping']) },
      ...(watched > 0 ? [{ key: 'churnValue' }] : []),
      ...(facts['lastMonth'] === undefined || facts['lastMonth'] === null ? [] : [{ key: 'churnRate' }]),
      { key: facts['thresholdFromData'] === true ? 'churnThreshold' : 'churnThresholdChosen' },
    ];
  },
};
