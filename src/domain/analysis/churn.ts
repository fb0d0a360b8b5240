import { formatDay, formatMonth } from '@/src/kernel/calendar';
import { formatDecimal, share } from '@/src/kernel/money';
import type { AggregateSource, CustomerDays, EntitySums } from './aggregate-source';
import { defineAnalysis } from './analysis';
import { churnChart, churnRateChart } from './charts/churn-chart';
import { gapChart } from './charts/gap-chart';
import { reorderChart } from './charts/reorder-chart';
import { gapsOf, thresholdFrom, type Gaps } from './gaps';
import { movementsOf, type MonthMovement } from './movements';
import { cutAt, fractionOf, rank } from './ranking';
import { REORDER_FACTS, reorderFacts, reorderOf, reorderTable } from './reorder';
import { table, type Outcome, type ResultTable, type Value } from './result';
import { standingsOf, type CustomerStanding } from './slipping';
import { quantile, wilson } from './statistics';

const QUANTILES = [0.5, 0.75, 0.8, 0.9, 0.95, 0.99];

/**
 * Who stops ordering (流失), where no contract says so. A customer counts as lost after a number of days without an
 * order that the data's own gaps give, or that the user chooses. Revenue is trailing revenue over the same days.
 *
 * @source definitions: guides/analytics §2.5 to §2.7, stated on screen under `churn.definition`.
 */
export const churn = defineAnalysis({
  name: 'churn',
  version: 2,
  needs: ['customerDays', 'entitySums'],
  parameters: {
    threshold: { type: 'choice', default: 'data', options: ['data', '30', '60', '90', '120', '180', '365'] },
    share: { type: 'number', default: 0.8, min: 0.01, max: 1, step: 0.05 },
  },
  factTypes: {
    threshold: 'days',
    thresholdFromData: 'flag',
    gapMedian: 'days',
    gapNinetieth: 'days',
    gapMean: 'days',
    gaps: 'count',
    ...REORDER_FACTS,
    orderDays: 'count',
    customers: 'count',
    repeatCustomers: 'count',
    dataEnd: 'day',
    lastMonth: 'month',
    lastOpening: 'count',
    lastChurned: 'count',
    lastChurnRate: 'share',
    lastChurnLow: 'share',
    lastChurnHigh: 'share',
    vitalFew: 'count',
    slipping: 'count',
    lost: 'count',
    slippingValue: 'money',
    share: 'share',
  },
  run: async (source, parameters) => {
    const days = await source.customerDays();
    const gaps = gapsOf(days);
    const fromData = parameters.threshold === 'data';
    const threshold = fromData ? thresholdFrom(gaps) : Number(parameters.threshold);
    const sums = await source.entitySums({ entity: 'customer' });
    return outcomeOf({ source, days, gaps, sums, threshold, fromData, share: parameters.share });
  },
  charts: (outcome, words) => ({
    churn: churnChart(outcome, words),
    rate: churnRateChart(outcome, words),
    gaps: gapChart(outcome, words),
    reorder: reorderChart(outcome, words),
  }),
});

interface Inputs {
  readonly source: AggregateSource;
  readonly days: CustomerDays;
  readonly gaps: Gaps;
  readonly sums: EntitySums;
  readonly threshold: number;
  readonly fromData: boolean;
  readonly share: number;
}

function outcomeOf({ source, days, gaps, sums, threshold, fromData, share: wanted }: Inputs): Outcome {
  const { span } = source;
  const months = span ? movementsOf(days, span, threshold) : [];
  const reorder = reorderOf(days, span?.last ?? 0);
  const standings = span ? standingsOf(days, gaps, threshold, span.last) : [];
  const vital = vitalFew(sums, wanted);
  const watched = standings.filter(({ summary, standing }) => standing !== 'active' && vital.has(summary.key));
  const money = (units: bigint): string => formatDecimal({ units, scale: sums.scale });
  return {
    facts: {
      threshold,
      thresholdFromData: fromData,
      ...gapFacts(days, gaps),
      ...reorderFacts(reorder),
      dataEnd: span ? formatDay(span.last) : null,
      ...lastMonthFacts(months),
      share: wanted,
      vitalFew: vital.size,
      slipping: watched.filter(({ standing }) => standing === 'slipping').length,
      lost: watched.filter(({ standing }) => standing === 'lost').length,
      slippingValue: money(watched.reduce((sum, { summary }) => sum + (vital.get(summary.key)?.units ?? 0n), 0n)),
    },
    tables: {
      months: monthTable(months, money),
      slipping: slippingTable(watched, vital, money),
      gaps: gapTable(gaps),
      reorder: reorderTable(reorder.next),
      second: reorderTable(reorder.second),
    },
  };
}

function gapFacts({ summaries, days }: CustomerDays, { sorted }: Gaps): Outcome['facts'] {
  return {
    gapMedian: quantile(sorted, 0.5),
    gapNinetieth: quantile(sorted, 0.9),
    gapMean: sorted.length === 0 ? null : sorted.reduce((sum, gap) => sum + gap, 0) / sorted.length,
    gaps: sorted.length,
    orderDays: days.length,
    customers: summaries.length,
    repeatCustomers: summaries.filter(({ orderDays }) => orderDays > 1).length,
  };
}

/** The last month that is neither warm-up nor incomplete; nothing where there is none. */
function lastMonthFacts(months: readonly MonthMovement[]): Outcome['facts'] {
  const last = months.findLast(({ warmUp, incomplete }) => !warmUp && !incomplete);
  if (!last) return {};
  const { month, opening, churned } = last;
  const [low, high] = wilson(churned, opening);
  return {
    lastMonth: formatMonth(month),
    lastOpening: opening,
    lastChurned: churned,
    lastChurnRate: opening > 0 ? churned / opening : null,
    lastChurnLow: low,
    lastChurnHigh: high,
  };
}

interface Vital {
  readonly rank: number;
  readonly units: bigint;
}

/** The customers who together reach the share, net of refunds, by key. */
function vitalFew({ keys, labels, net }: EntitySums, wanted: number): Map<string, Vital> {
  const ranking = rank(keys.map((key, i) => ({ key, label: labels[i] ?? key, units: net[i] ?? 0n })));
  const { k } = cutAt(ranking, fractionOf(wanted));
  return new Map(ranking.ranked.slice(0, k).map(({ key, units }, i) => [key, { rank: i + 1, units }]));
}

function monthTable(months: readonly MonthMovement[], money: (units: bigint) => string): ResultTable {
  const rows = months.map((one): Value[] => {
    const { opening, churned, openUnits } = one;
    const kept = openUnits - one.churnedUnits - one.contractionUnits;
    const gains = one.newUnits + one.reactivatedUnits + one.expansionUnits;
    return [
      formatMonth(one.month),
      one.warmUp,
      one.incomplete,
      opening,
      churned,
      one.fresh,
      one.reactivated,
      one.closing,
      opening === 0 ? null : churned / opening,
      ...wilson(churned, opening),
      money(openUnits),
      money(one.churnedUnits),
      money(one.contractionUnits),
      money(one.expansionUnits),
      money(one.newUnits),
      money(one.reactivatedUnits),
      money(one.closeUnits),
      share(one.churnedUnits, openUnits),
      share(kept, openUnits),
      share(kept + one.expansionUnits, openUnits),
      share(gains, one.churnedUnits + one.contractionUnits),
    ];
  });
  return table(
    {
      month: 'month',
      warmUp: 'flag',
      incomplete: 'flag',
      opening: 'count',
      churned: 'count',
      new: 'count',
      reactivated: 'count',
      closing: 'count',
      churnRate: 'share',
      low: 'share',
      high: 'share',
      openRevenue: 'money',
      churnedRevenue: 'money',
      contraction: 'money',
      expansion: 'money',
      newRevenue: 'money',
      reactivatedRevenue: 'money',
      closeRevenue: 'money',
      revenueChurn: 'share',
      grossRetention: 'share',
      netRetention: 'share',
      quickRatio: 'ratio',
    },
    rows,
  );
}

/** The vital few who are slipping or lost, the most valuable first. */
function slippingTable(
  watched: readonly CustomerStanding[],
  vital: ReadonlyMap<string, Vital>,
  money: (units: bigint) => string,
): ResultTable {
  const rows = watched
    .flatMap((one) => {
      const place = vital.get(one.summary.key);
      return place ? [{ ...one, ...place }] : [];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ rank: place, summary, units, standing, usualGap, silentDays }): Value[] => [
      place,
      summary.key,
      summary.label,
      money(units),
      standing,
      usualGap,
      silentDays,
      formatDay(summary.last),
      summary.orderDays,
    ]);
  return table(
    {
      rank: 'count',
      key: 'text',
      label: 'text',
      value: 'money',
      standing: 'text',
      usualGap: 'days',
      silentDays: 'days',
      lastOrder: 'day',
      orderDays: 'count',
    },
    rows,
  );
}

function gapTable({ sorted }: Gaps): ResultTable {
  return table(
    { share: 'share', days: 'days' },
    QUANTILES.map((q): Value[] => [q, quantile(sorted, q)]),
  );
}
