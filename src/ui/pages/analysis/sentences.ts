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
  cohort: cohortSentences,
  'key-list': keyListSentences,
  concentration: concentrationSentences,
  spend: spendSentences,
  inversion: inversionSentences,
  'input-output': inputOutputSentences,
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
      { key: backTestKey(facts) },
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

function cohortSentences(facts: Facts): readonly Sentence[] {
  if (facts['customers'] === 0) return [{ key: 'empty' }];
  if (facts['nextRate'] === null) return [{ key: 'cohortShort' }];
  const edge = Number(facts['leftEdgeCohorts']);
  return [
    { key: `cohort.${facts['unit']}` },
    { key: 'cohortBasis' },
    ...(facts['twelfthRate'] === null ? [] : [{ key: `cohortLater.${facts['unit']}` }]),
    ...(facts['lastIncomplete'] === true ? [{ key: 'cohortIncomplete' }] : []),
    ...(edge > 0 ? [{ key: 'cohortLeftEdge', count: edge }] : []),
    ...(Number(facts['shownCohorts']) < Number(facts['cohorts']) ? [{ key: 'cohortShown' }] : []),
  ];
}

function keyListSentences(facts: Facts): readonly Sentence[] {
  if (facts['customers'] === 0) return [{ key: 'empty' }];
  return [
    { key: 'keyList', count: Number(facts['members']) },
    ...(facts['yearCovered'] === true ? [] : [{ key: 'keyListShort' }]),
    { key: facts['beforeCovered'] === true ? 'keyListMoves' : 'keyListNoBefore' },
  ];
}

function concentrationSentences(facts: Facts): readonly Sentence[] {
  if (facts['measureThere'] === false) return [{ key: 'paretoNoProfit' }];
  if (facts['positive'] === 0) return [{ key: 'empty' }];
  const without = Number(facts['rowsWithoutMeasure']);
  return [
    { key: 'concentration' },
    { key: 'concentrationFigures' },
    ...(without > 0 ? [{ key: 'rowsWithout', count: without }] : []),
  ];
}

function spendSentences(facts: Facts): readonly Sentence[] {
  if (facts['accounts'] === 0) return [{ key: 'empty' }];
  return [
    { key: facts['changeShare'] === null ? 'spendFirst' : 'spend' },
    { key: 'spendMoves' },
    ...(facts['lastIncomplete'] === true ? [{ key: 'spendIncomplete' }] : []),
    ...(facts['againstYearBefore'] === true ? [] : [{ key: 'spendNoYear' }]),
  ];
}

function inversionSentences(facts: Facts): readonly Sentence[] {
  if (facts['testable'] === false) return [{ key: 'inversionUntestable' }];
  const aside = Number(facts['setAside']);
  return [
    { key: 'inversion', count: Number(facts['inversions']) },
    { key: 'inversionOf' },
    ...(aside > 0 ? [{ key: 'setAside', count: aside }] : []),
  ];
}

function inputOutputSentences(facts: Facts): readonly Sentence[] {
  if (facts['testable'] === false) return [{ key: 'inputOutputUntestable' }];
  const [aside, late] = [Number(facts['setAside']), Number(facts['longPayers'])];
  const terms = late > 0 ? [{ key: 'inputOutputTerms', count: late }] : [];
  return [
    { key: facts['ratio'] === null ? 'inputOutputNoInput' : 'inputOutput' },
    { key: 'inputOutputLosing', count: Number(facts['losing']) },
    ...(facts['termsTestable'] === true ? terms : [{ key: 'inputOutputNoTerms' }]),
    ...(aside > 0 ? [{ key: 'setAside', count: aside }] : []),
  ];
}

/** A share of nobody is no figure. */
function backTestKey(facts: Facts): string {
  if (facts['backTestable'] !== true) return 'backTestNot';
  if (facts['flagged'] === 0) return 'backTestNoneFlagged';
  return facts['stopped'] === 0 ? 'backTestNoneStopped' : 'backTest';
}

function thresholdSentence(facts: Facts): Sentence {
  if (facts['thresholdFrom'] === 'survival')
    return { key: facts['thresholdReached'] === true ? 'churnThresholdSurvival' : 'churnThresholdNotReached' };
  return { key: facts['thresholdFromData'] === true ? 'churnThreshold' : 'churnThresholdChosen' };
}
