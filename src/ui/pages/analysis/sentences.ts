import type { Value } from '@/src/domain/analysis/result';

type Facts = Readonly<Record<string, Value>>;

/** A sentence under `analysis:headline`, with the number that decides its plural. */
interface Sentence {
  readonly key: string;
  readonly count?: number;
}

/** Which sentences the facts of an analysis call for. The first one is the answer. */
export const SENTENCES: Readonly<Record<string, (facts: Facts) => readonly Sentence[]>> = {
  pareto: paretoSentences,
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

function paretoSentences(facts: Facts): readonly Sentence[] {
  const byProfit = facts['measure'] === 'profit';
  if (byProfit && facts['profitTestable'] === false) return [{ key: 'paretoNoProfit' }];
  if (facts['positive'] === 0) return [{ key: 'empty' }];
  const rest = Number(facts['nonPositiveCount']);
  return [
    { key: byProfit ? 'paretoProfit' : 'pareto' },
    { key: byProfit ? 'paretoOfProfit' : 'paretoOf' },
    ...(facts['isEightyTwenty'] === true
      ? []
      : [{ key: facts['spread'] === 'flat' ? 'paretoFlat' : 'paretoNotEighty' }]),
    ...(facts['basesDiffer'] === true ? [{ key: facts['basis'] === 'net' ? 'paretoBases' : 'paretoBasesNet' }] : []),
    ...(rest > 0 ? [{ key: 'paretoNonPositive', count: rest }] : []),
    ...testSentences(facts),
    ...cycleSentences(facts),
  ];
}

function testSentences(facts: Facts): readonly Sentence[] {
  const [watched, isTested] = [Number(facts['watchCount']), facts['profitTestable'] === true];
  return [
    ...(watched > 0 ? [{ key: isTested ? 'paretoWatch' : 'paretoWatchUntested', count: watched }] : []),
    ...(isTested ? [] : [{ key: 'paretoUntested' }]),
  ];
}

function cycleSentences(facts: Facts): readonly Sentence[] {
  if (facts['cycle'] === 'all') return [];
  return [
    { key: 'paretoCycle' },
    ...(facts['cycleCovered'] === true ? [] : [{ key: 'paretoShort' }]),
    { key: facts['previousCovered'] === true ? 'paretoChanges' : 'paretoNoBefore' },
  ];
}
