import { formatDecimal, share } from '@/src/kernel/money';
import { firstDayOfPeriod, formatPeriod, lastDayOfPeriod, periodOf } from '@/src/kernel/period';
import type { AggregateSource, Entity, EntitySums, Span } from './aggregate-source';
import { defineAnalysis } from './analysis';
import { lorenzChart } from './charts/lorenz-chart';
import { trendChart } from './charts/trend-chart';
import { concentrationOf, concentrationRatio } from './concentration';
import type { Valued } from './cycle-figures';
import { NO_SUMS, rankBy, type Basis } from './ranked-entities';
import { fractionOf, topShare, type Ranking } from './ranking';
import { table, type Outcome, type ResultTable, type Value } from './result';

const RATIOS = [1, 4, 8, 10, 20];

/** More points than these are thinned: the curve is drawn, and its figures do not come from it. */
const LORENZ_POINTS = 200;

/**
 * How unevenly amount or profit is spread over entities (集中度), net of refunds and gross beside each other, and how that changed
 * by year or quarter.
 *
 * @source definitions: guides/analytics §2.2, stated on screen under `concentration.definition`.
 */
export const concentration = defineAnalysis({
  name: 'concentration',
  version: 1,
  needs: ['entitySums'],
  parameters: {
    entity: { type: 'entity', default: 'customer' },
    measure: { type: 'choice', default: 'amount', options: ['amount', 'profit'] },
    basis: { type: 'choice', default: 'net', options: ['net', 'gross'] },
    trend: { type: 'choice', default: 'quarters', options: ['quarters', 'years'] },
  },
  factTypes: {
    entity: 'text',
    measure: 'text',
    basis: 'text',
    trend: 'text',
    measureThere: 'flag',
    positive: 'count',
    nonPositiveCount: 'count',
    nonPositiveSum: 'money',
    base: 'money',
    gini: 'ratio',
    giniUnbiased: 'ratio',
    hhi: 'ratio',
    hhiPoints: 'count',
    effectiveNumber: 'number',
    theil: 'ratio',
    topFifthCount: 'count',
    topFifthShare: 'share',
    largestShare: 'share',
    rowsWithoutMeasure: 'count',
    lastIncomplete: 'flag',
  },
  run: (source, parameters) => outcomeOf(source, parameters),
  charts: (outcome, words) => ({
    lorenz: lorenzChart(outcome, words),
    topShareTrend: trendChart(outcome, { field: 'topFifthShare', format: '.0%' }, words),
    hhiTrend: trendChart(outcome, { field: 'hhi', format: '.3~f' }, words),
  }),
});

interface Chosen {
  readonly entity: Entity;
  readonly measure: Valued;
  readonly basis: Basis;
  readonly trend: 'quarters' | 'years';
}

async function outcomeOf(source: AggregateSource, chosen: Chosen): Promise<Outcome> {
  const { entity, measure, basis } = chosen;
  const measureThere = source.measures.includes(measure);
  const sums = measureThere ? await source.entitySums({ entity, measure }) : NO_SUMS;
  const [net, gross] = [rankBy(sums, 'net'), rankBy(sums, 'gross')];
  const ranking = basis === 'net' ? net : gross;
  const fifth = topShare(ranking, fractionOf(0.2));
  const figures = concentrationOf(ranking);
  const trend = measureThere && source.span ? await trendOf(source, source.span, chosen) : [];
  return {
    facts: {
      ...chosen,
      measureThere,
      positive: ranking.ranked.length,
      nonPositiveCount: ranking.nonPositive.count,
      nonPositiveSum: formatDecimal({ units: ranking.nonPositive.units, scale: sums.scale }),
      base: formatDecimal({ units: ranking.base, scale: sums.scale }),
      ...figures,
      hhiPoints: pointsOf(figures.hhi),
      topFifthCount: fifth.count,
      topFifthShare: fifth.share,
      largestShare: concentrationRatio(ranking, 1),
      rowsWithoutMeasure: await rowsWithout(source, entity, sums),
      lastIncomplete: trend.at(-1)?.at(-1) ?? null,
    },
    tables: {
      figures: table(FIGURES, [figureRow('net', net, sums.scale), figureRow('gross', gross, sums.scale)]),
      ratios: ratioTable(net, gross),
      lorenz: lorenzTable(ranking),
      trend: table(TREND, trend),
    },
  };
}

async function rowsWithout(source: AggregateSource, entity: Entity, sums: EntitySums): Promise<number> {
  const rowsOf = ({ rows }: EntitySums): number => rows.reduce((sum, own) => sum + own, 0);
  return rowsOf(await source.entitySums({ entity })) - rowsOf(sums);
}

const FIGURES = {
  basis: 'text',
  positive: 'count',
  nonPositiveCount: 'count',
  base: 'money',
  gini: 'ratio',
  giniUnbiased: 'ratio',
  hhi: 'ratio',
  hhiPoints: 'count',
  effectiveNumber: 'number',
  theil: 'ratio',
  topFifthShare: 'share',
} as const;

function figureRow(basis: Basis, ranking: Ranking, scale: number): Value[] {
  const { gini, giniUnbiased, hhi, effectiveNumber, theil } = concentrationOf(ranking);
  return [
    basis,
    ranking.ranked.length,
    ranking.nonPositive.count,
    formatDecimal({ units: ranking.base, scale }),
    gini,
    giniUnbiased,
    hhi,
    pointsOf(hhi),
    effectiveNumber,
    theil,
    topShare(ranking, fractionOf(0.2)).share,
  ];
}

/** The index as authorities write it, 0 to 10,000. */
function pointsOf(hhi: number | null): number | null {
  return hhi === null ? null : hhi * 10_000;
}

function ratioTable(net: Ranking, gross: Ranking): ResultTable {
  return table(
    { count: 'count', share: 'share', grossShare: 'share' },
    RATIOS.map((count): Value[] => [count, concentrationRatio(net, count), concentrationRatio(gross, count)]),
  );
}

/** The curve from the smallest to the largest: what the lowest part of the entities holds together. Begins at 0, ends at 1. */
function lorenzTable({ ranked, base }: Ranking): ResultTable {
  const n = ranked.length;
  const places =
    n === 0
      ? []
      : Array.from({ length: Math.min(n, LORENZ_POINTS) + 1 }, (_, i) =>
          Math.round((i * n) / Math.min(n, LORENZ_POINTS)),
        );
  return table(
    { entityShare: 'share', valueShare: 'share' },
    places.map((lowest): Value[] => [lowest / n, share(base - (ranked[n - lowest - 1]?.cumulative ?? 0n), base)]),
  );
}

const TREND = {
  period: 'text',
  positive: 'count',
  base: 'money',
  hhi: 'ratio',
  effectiveNumber: 'number',
  topFifthShare: 'share',
  gini: 'ratio',
  incomplete: 'flag',
} as const;

/** One row for each period of the data; the first and the last are incomplete where the data do not cover them whole. */
async function trendOf(
  source: AggregateSource,
  span: Span,
  { entity, measure, basis, trend }: Chosen,
): Promise<Value[][]> {
  const unit = trend === 'quarters' ? 'quarter' : 'year';
  const rows: Value[][] = [];
  for (let period = periodOf(unit, span.first); period <= periodOf(unit, span.last); period++) {
    const [first, last] = [firstDayOfPeriod(unit, period), lastDayOfPeriod(unit, period)];
    const sums = await source.entitySums({ entity, measure, span: { first, last } });
    const ranking = rankBy(sums, basis);
    const { hhi, effectiveNumber, gini } = concentrationOf(ranking);
    rows.push([
      formatPeriod(unit, period),
      ranking.ranked.length,
      formatDecimal({ units: ranking.base, scale: sums.scale }),
      hhi,
      effectiveNumber,
      topShare(ranking, fractionOf(0.2)).share,
      gini,
      first < span.first || last > span.last,
    ]);
  }
  return rows;
}
