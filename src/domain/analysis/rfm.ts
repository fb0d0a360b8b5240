import { at } from '@/src/kernel/assert';
import { formatDay, type Day } from '@/src/kernel/calendar';
import { formatDecimal, share } from '@/src/kernel/money';
import { compareCodePoints } from '@/src/kernel/text';
import type { CustomerDays } from './aggregate-source';
import { defineAnalysis } from './analysis';
import { rfmChart } from './charts/rfm-chart';
import { paidWithin } from './known-days';
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
    const scored = scoresOf(days, (source.span?.last ?? 0) + 1);
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
        splitTies: splitTies(scored),
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

/** @param asOf the day recency counts back from. */
function scoresOf(days: CustomerDays, asOf: Day): Scored[] {
  const measured = days.summaries
    .map(({ key, label, last, orderDays }, customer): Measured => {
      const monetary = paidWithin(days, customer, { after: -Infinity, last: asOf }).units;
      return { key, label, recency: asOf - last, frequency: orderDays, monetary };
    })
    .sort((a, b) => compareCodePoints(a.key, b.key));
  const r = tiles(measured, (a, b) => b.recency - a.recency);
  const f = tiles(measured, (a, b) => a.frequency - b.frequency);
  const m = tiles(measured, (a, b) => (a.monetary === b.monetary ? 0 : a.monetary < b.monetary ? -1 : 1));
  return measured.map((one, i) => {
    const [recent, often, much] = [at(r, i), at(f, i), at(m, i)];
    return { ...one, r: recent, f: often, m: much, segment: segmentOf(recent, often) };
  });
}

/** NTILE: five groups whose sizes differ by one at most, the larger ones first; the tile of each, at its place. */
function tiles(sorted: readonly Measured[], worstFirst: (a: Measured, b: Measured) => number): Int32Array {
  const order = sorted.map((_, i) => i).sort((a, b) => worstFirst(at(sorted, a), at(sorted, b)) || a - b);
  const found = new Int32Array(sorted.length);
  const [size, larger] = [Math.floor(sorted.length / TILES), sorted.length % TILES];
  order.forEach((customer, place) => {
    const inLarger = larger * (size + 1);
    found[customer] =
      1 + (place < inLarger ? Math.floor(place / (size + 1)) : larger + Math.floor((place - inLarger) / size));
  });
  return found;
}

/** How many cuts between two scores of one measure part customers with the same value. */
function splitTies(scored: readonly Scored[]): number {
  const split = (score: (one: Scored) => number, value: (one: Scored) => number | bigint): number => {
    const scores = new Map<number | bigint, Set<number>>();
    for (const one of scored) scores.set(value(one), (scores.get(value(one)) ?? new Set()).add(score(one)));
    return [...scores.values()].reduce((sum, own) => sum + own.size - 1, 0);
  };
  return (
    split(
      ({ r }) => r,
      ({ recency }) => recency,
    ) +
    split(
      ({ f }) => f,
      ({ frequency }) => frequency,
    ) +
    split(
      ({ m }) => m,
      ({ monetary }) => monetary,
    )
  );
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
