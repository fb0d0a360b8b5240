import { formatDay, type Day } from '@/src/kernel/calendar';
import type { AggregateSource, CustomerDays, Span } from './aggregate-source';
import { thresholdAt, type THRESHOLD } from './churn-threshold';
import { gapsOf } from './gaps';
import { knownDays, paidWithin } from './known-days';
import { table, type Outcome, type ResultTable, type Value } from './result';
import { RECENT_DAYS, slipsAt } from './slipping-reasons';
import { wilson } from './statistics';
import { vitalFew } from './vital-few';

/** The last quarter of a year, taken as 90 days. */
const HIDDEN_DAYS = 90;

const SCORES = {
  judged: 'count',
  flagged: 'count',
  stopped: 'count',
  hits: 'count',
  precision: 'share',
  precisionLow: 'share',
  precisionHigh: 'share',
  recall: 'share',
  recallLow: 'share',
  recallHigh: 'share',
} as const;

export const BACK_TEST_FACTS = { backTestable: 'flag', cutDay: 'day', ...SCORES } as const;

interface Question {
  readonly threshold: (typeof THRESHOLD)['options'][number];
  readonly share: number;
  readonly fall: number;
}

/**
 * The rule tried on the file itself: what it would have said 90 days before the end, from what was known then alone, against who
 * has no order day in those 90 days. Judged are the vital few of that day. Precision: of those flagged (slipping or lost), the
 * share that stopped. Recall: of those that stopped, the share that was flagged. `slipping` leaves out whoever was lost already,
 * which is easy to foresee. Needs 180 days before the hidden ones.
 */
export async function backTest(
  source: AggregateSource,
  days: CustomerDays,
  question: Question,
): Promise<{ facts: Outcome['facts']; table: ResultTable }> {
  const { span } = source;
  if (!span || span.last - span.first + 1 < HIDDEN_DAYS + 2 * RECENT_DAYS)
    return { facts: { backTestable: false }, table: tableOf([]) };
  const cut = span.last - HIDDEN_DAYS;
  const judged = await judgedAt(source, days, question, { ...span, cut });
  const all = scoreOf('all', judged);
  const fresh = scoreOf(
    'slipping',
    judged.filter(({ flag }) => flag !== 'lost'),
  );
  return {
    facts: {
      backTestable: judged.length > 0,
      cutDay: formatDay(cut),
      judged: fresh.judged,
      flagged: fresh.flagged,
      stopped: fresh.stopped,
      hits: fresh.hits,
      ...ratesOf(fresh),
    },
    table: tableOf([fresh, all]),
  };
}

interface Judged {
  readonly flag: 'slipping' | 'lost' | undefined;
  readonly stopped: boolean;
}

async function judgedAt(
  source: AggregateSource,
  days: CustomerDays,
  { threshold, share, fall }: Question,
  { first, last, cut }: Span & { cut: Day },
): Promise<Judged[]> {
  const known = knownDays(days, cut);
  const gaps = gapsOf(known);
  const lostAfter = thresholdAt(threshold, gaps, { days: known, end: cut }).days;
  const vital = vitalFew(await source.entitySums({ entity: 'customer', span: { first, last: cut } }), share);
  const flags = new Map(
    slipsAt(known, { gaps, threshold: lostAfter, fall }, { first, end: cut }).map(({ summary, standing }) => [
      summary.key,
      standing,
    ]),
  );
  return days.summaries.flatMap(({ key }, customer): Judged[] => {
    if (!vital.has(key)) return [];
    const { orderDays } = paidWithin(days, customer, { after: cut, last });
    return [{ flag: flags.get(key), stopped: orderDays === 0 }];
  });
}

interface Score {
  readonly set: 'all' | 'slipping';
  readonly judged: number;
  readonly flagged: number;
  readonly stopped: number;
  readonly hits: number;
}

function scoreOf(set: Score['set'], judged: readonly Judged[]): Score {
  const count = (holds: (one: Judged) => boolean): number => judged.filter(holds).length;
  return {
    set,
    judged: judged.length,
    flagged: count(({ flag }) => flag !== undefined),
    stopped: count(({ stopped }) => stopped),
    hits: count(({ flag, stopped }) => flag !== undefined && stopped),
  };
}

/** Null where nobody was flagged, or nobody stopped: there is nothing to be right about. */
function ratesOf({ flagged, stopped, hits }: Score): {
  [N in 'precision' | 'precisionLow' | 'precisionHigh' | 'recall' | 'recallLow' | 'recallHigh']: number | null;
} {
  const [precisionLow, precisionHigh] = wilson(hits, flagged);
  const [recallLow, recallHigh] = wilson(hits, stopped);
  return {
    precision: flagged === 0 ? null : hits / flagged,
    precisionLow,
    precisionHigh,
    recall: stopped === 0 ? null : hits / stopped,
    recallLow,
    recallHigh,
  };
}

function tableOf(scores: readonly Score[]): ResultTable {
  return table(
    { testSet: 'text', ...SCORES },
    scores.map((score): Value[] => [
      score.set,
      score.judged,
      score.flagged,
      score.stopped,
      score.hits,
      ...Object.values(ratesOf(score)),
    ]),
  );
}
