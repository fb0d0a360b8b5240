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
      thresholdSentence(facts),
    ];
  },
  'slipping-now': (facts) => {
    if (facts['vitalFew'] === 0) return [{ key: 'empty' }];
    return [
      { key: 'slippingNow', count: Number(facts['slipping']) },
      { key: 'slippingWhyCount' },
      { key: facts['backTestable'] === true ? 'backTest' : 'backTestNot' },
    ];
  },
  'partial-churn': (facts) =>
    facts['testable'] === true
      ? [{ key: 'partialChurn' }, { key: 'partialChurnOf' }, { key: 'periods' }]
      : [{ key: 'tooShort' }],
  'churn-by-reason': (facts) => {
    if (facts['testable'] !== true) return [{ key: facts['whyNot'] === 'noReason' ? 'noReason' : 'tooShort' }];
    return [
      { key: 'churnByReason' },
      ...(facts['controllableShare'] === null ? [] : [{ key: 'churnControl' }]),
      { key: 'churnUnconfirmed' },
      { key: 'periods' },
    ];
  },
  'churn-by-column': (facts) => {
    if (facts['customers'] === 0) return [{ key: 'empty' }];
    if (facts['testable'] !== true) return [{ key: 'churnByColumn' }, { key: 'columnNot' }];
    return [
      { key: 'churnByColumn' },
      { key: facts['pIsSmall'] === true ? 'columnDiffers' : 'columnAlike' },
      ...(Number(facts['smallCells']) > 0 ? [{ key: 'columnSmall' }] : []),
    ];
  },
  rfm: (facts) => {
    if (facts['customers'] === 0) return [{ key: 'empty' }];
    return [
      { key: 'rfm' },
      ...(Number(facts['cannotLose']) > 0 ? [{ key: 'rfmCannotLose' }] : []),
      ...(Number(facts['splitTies']) > 0 ? [{ key: 'rfmTies' }] : []),
    ];
  },
  'early-warning': (facts) => {
    if (facts['vitalFew'] === 0) return [{ key: 'empty' }];
    return [{ key: 'earlyWarning' }, ...(Number(facts['notTestable']) > 0 ? [{ key: 'earlyWarningNot' }] : [])];
  },
  'retention-revenue': (facts) =>
    facts['testable'] === true ? [{ key: 'retentionRevenue' }, { key: 'retentionMoney' }] : [{ key: 'retentionNot' }],
  'retention-leverage': (facts) => [
    { key: 'leverage' },
    ...(facts['profitFrom'] === 'index' ? [{ key: 'leverageIndex' }] : []),
    { key: 'leverageReference' },
  ],
};

function thresholdSentence(facts: Facts): Sentence {
  if (facts['thresholdFrom'] === 'survival')
    return { key: facts['thresholdReached'] === true ? 'churnThresholdSurvival' : 'churnThresholdNotReached' };
  return { key: facts['thresholdFromData'] === true ? 'churnThreshold' : 'churnThresholdChosen' };
}
