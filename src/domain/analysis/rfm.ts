import { at } from '@/src/kernel/assert';
import { formatDay, type Day } from '@/src/kernel/calendar';
import { formatDecimal, share } from '@/src/kernel/money';
import { compareCodePoints } from '@/src/kernel/text';
import type { CustomerDays } from './aggregate-source';
import { defineAnalysis } from './analysis';
import { rfmChart } from './charts/rfm-chart';
import { paidInAll } from './known-days';
import { table, type ResultTable, type Value } from './result';

const TILES = 5;

/**
 * Customers by how lately, how often and for how much they ordered (RFM), each scored 1…5, 5 the best.
 *
 * @source scores as by SQL's NTILE(5), ties by key, as of the day after the last: guides/analytics §2.9.
 */
export const rfm = defineAnalysis({
  name: 'rfm',
  version: 1,
  needs: ['customerDays'],
  parameters: {},
  factTypes: {
    customers: 'count',
    asOf: 'day',
    revenue: 'money',
    champions: 'count',
    championsShare: 'share',
    cannotLose: 'count',
    cannotLoseValue: 'money',
    splitTies: 'count',
  },
  run: async (source) => {
    const days = await source.customerDays();
    const { scored, splitTies } = scoresOf(days, (source.span?.last ?? 0) + 1);
    const money = (units: bigint): string => formatDecimal({ units, scale: days.scale });
    const revenue = sumOf(scored);
    const of = (segment: Segment): Scored[] => scored.filter((one) => one.segment === segment);
    return {
      facts: {
        customers: scored.length,
        asOf: source.span ? formatDay(source.span.last + 1) : null,
        revenue: money(revenue),
        champions: of('champions').length,
        championsShare: share(sumOf(of('champions')), revenue),
        cannotLose: of('cannotLose').length,
        cannotLoseValue: money(sumOf(of('cannotLose'))),
        splitTies,
      },
      tables: {
        segments: segmentTable(scored, money),
        cuts: cutTable(scored, money),
        scores: scoreTable(scored, money),
      },
    };
  },
  charts: (outcome, words) => ({ segments: rfmChart(outcome, words) }),
});

interface Measured {
  readonly key: string;
  readonly label: string;
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: bigint;
}

interface Scored extends Measured {
  readonly r: number;
  readonly f: number;
  readonly m: number;
  readonly segment: Segment;
}

const SEGMENTS = [
  'champions',
  'loyal',
  'promising',
  'newcomers',
  'attention',
  'cannotLose',
  'atRisk',
  'asleep',
] as const;

type Segment = (typeof SEGMENTS)[number];

/** By recency and frequency alone; every pair of scores lies in exactly one segment. */
function segmentOf(r: number, f: number): Segment {
  if (r >= 4) return f >= 4 ? 'champions' : f >= 2 ? 'promising' : 'newcomers';
  if (r === 3) return f >= 3 ? 'loyal' : 'attention';
  return f >= 4 ? 'cannotLose' : f === 3 ? 'atRisk' : 'asleep';
}

interface Scores {
  readonly scored: readonly Scored[];
  /** How many cuts between two scores of one measure part customers with the same value. */
  readonly splitTies: number;
}

/** @param asOf the day recency counts back from. */
function scoresOf(days: CustomerDays, asOf: Day): Scores {
  const paid = paidInAll(days);
  const measured = days.summaries
    .map(({ key, label, last, orderDays }, customer): Measured => {
      return { key, label, recency: asOf - last, frequency: orderDays, monetary: paid.total(customer) };
    })
    .sort((a, b) => compareCodePoints(a.key, b.key));
  const r = tiles(measured, (a, b) => b.recency - a.recency);
  const f = tiles(measured, (a, b) => a.frequency - b.frequency);
  const m = tiles(measured, (a, b) => (a.monetary === b.monetary ? 0 : a.monetary < b.monetary ? -1 : 1));
  const scored = measured.map((one, i): Scored => {
    const [recent, often, much] = [at(r.scores, i), at(f.scores, i), at(m.scores, i)];
    return { ...one, r: recent, f: often, m: much, segment: segmentOf(recent, often) };
  });
  return { scored, splitTies: r.splitTies + f.splitTies + m.splitTies };
}

interface Tiles extends Pick<Scores, 'splitTies'> {
  /** Of each customer, at its place. */
  readonly scores: Int32Array;
}

/** NTILE: five groups whose sizes differ by one at most, the larger ones first. */
function tiles(sorted: readonly Measured[], worstFirst: (a: Measured, b: Measured) => number): Tiles {
  const order = sorted.map((_, i) => i).sort((a, b) => worstFirst(at(sorted, a), at(sorted, b)) || a - b);
  const scores = new Int32Array(sorted.length);
  const [size, larger] = [Math.floor(sorted.length / TILES), sorted.length % TILES];
  const inLarger = larger * (size + 1);
  let splitTies = 0;
  order.forEach((customer, place) => {
    const score =
      1 + (place < inLarger ? Math.floor(place / (size + 1)) : larger + Math.floor((place - inLarger) / size));
    const before = order[place - 1];
    if (before !== undefined && scores[before] !== score && worstFirst(at(sorted, before), at(sorted, customer)) === 0)
      splitTies++;
    scores[customer] = score;
  });
  return { scores, splitTies };
}

function segmentTable(scored: readonly Scored[], money: (units: bigint) => string): ResultTable {
  const revenue = sumOf(scored);
  const rows = SEGMENTS.map((segment): Value[] => {
    const own = scored.filter((one) => one.segment === segment);
    const value = sumOf(own);
    return [segment, own.length, shareOfCount(own.length, scored.length), money(value), share(value, revenue)];
  });
  return table({ segment: 'text', count: 'count', countShare: 'share', value: 'money', share: 'share' }, rows);
}

/** The least and the most of each measure among the customers with each score, the best score first. */
function cutTable(scored: readonly Scored[], money: (units: bigint) => string): ResultTable {
  const rows = Array.from({ length: TILES }, (_, i) => TILES - i).map((score): Value[] => {
    const recency = scored.filter(({ r }) => r === score).map((one) => one.recency);
    const frequency = scored.filter(({ f }) => f === score).map((one) => one.frequency);
    const monetary = scored.filter(({ m }) => m === score).map((one) => one.monetary);
    return [
      score,
      ...ends(recency),
      ...ends(frequency),
      ...ends(monetary).map((end) => (end === null ? null : money(end))),
    ];
  });
  return table(
    {
      score: 'count',
      recencyFrom: 'days',
      recencyTo: 'days',
      frequencyFrom: 'count',
      frequencyTo: 'count',
      monetaryFrom: 'money',
      monetaryTo: 'money',
    },
    rows,
  );
}

function ends<T extends number | bigint>(values: readonly T[]): [T | null, T | null] {
  const pick = (wins: (a: T, b: T) => boolean): T | null =>
    values.reduce<T | null>((best, own) => (best === null || wins(own, best) ? own : best), null);
  return [pick((a, b) => a < b), pick((a, b) => a > b)];
}

/** The most valuable first; ties by key. */
function scoreTable(scored: readonly Scored[], money: (units: bigint) => string): ResultTable {
  const rows = scored
    .toSorted((a, b) =>
      a.monetary === b.monetary ? compareCodePoints(a.key, b.key) : a.monetary > b.monetary ? -1 : 1,
    )
    .map((one): Value[] => [
      one.key,
      one.label,
      one.segment,
      one.r,
      one.f,
      one.m,
      one.recency,
      one.frequency,
      money(one.monetary),
    ]);
  return table(
    {
      key: 'text',
      label: 'text',
      segment: 'text',
      r: 'count',
      f: 'count',
      m: 'count',
      recency: 'days',
      orderDays: 'count',
      value: 'money',
    },
    rows,
  );
}

function sumOf(scored: readonly Scored[]): bigint {
  return scored.reduce((sum, { monetary }) => sum + monetary, 0n);
}

function shareOfCount(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
