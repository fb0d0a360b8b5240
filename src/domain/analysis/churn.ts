import { formatDay, formatMonth } from '@/src/kernel/calendar';
import { formatDecimal } from '@/src/kernel/money';
import type { AggregateSource, CustomerDays, EntitySums } from './aggregate-source';
import { defineAnalysis } from './analysis';
import { churnChart, churnRateChart } from './charts/churn-chart';
import { gapChart } from './charts/gap-chart';
import { reorderChart } from './charts/reorder-chart';
import { THRESHOLD, THRESHOLD_FACTS, thresholdFacts, thresholdOf, type Threshold } from './churn-threshold';
import { gapsOf, type Gaps } from './gaps';
import { lastWholeMonth, movementTable, REACTIVATION, retentionOf, type RetentionRule } from './movement-tables';
import { movementsOf, type MonthMovement } from './movements';
import { REORDER_FACTS, reorderFacts, reorderOf, reorderTable, type Reorder } from './reorder';
import { table, type Outcome, type ResultTable, type Value } from './result';
import { standingsOf, type CustomerStanding } from './slipping';
import { quantile, wilson } from './statistics';
import { vitalFew, type Vital } from './vital-few';

const QUANTILES = [0.5, 0.75, 0.8, 0.9, 0.95, 0.99];

/**
 * Who stops ordering (流失), where no contract says so. A customer counts as lost after a number of days without an
 * order that the data's own gaps give, or that the user chooses. Revenue is trailing revenue over the same days.
 *
 * @source definitions: guides/analytics §2.5 to §2.7, stated on screen under `churn.definition`.
 */
export const churn = defineAnalysis({
  name: 'churn',
  version: 3,
  needs: ['customerDays', 'entitySums'],
  parameters: {
    threshold: THRESHOLD,
    reactivation: REACTIVATION,
    share: { type: 'number', default: 0.8, min: 0.01, max: 1, step: 0.05 },
  },
  factTypes: {
    ...THRESHOLD_FACTS,
    reactivation: 'text',
    lastGrossRetention: 'share',
    lastNetRetention: 'share',
    lastQuickRatio: 'ratio',
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
    const reorder = reorderOf(days, source.span?.last ?? 0);
    const threshold = thresholdOf(parameters.threshold, gaps, reorder);
    const sums = await source.entitySums({ entity: 'customer' });
    const rule = { reactivationInside: parameters.reactivation === 'inside' };
    return outcomeOf({ source, days, gaps, reorder, sums, threshold, rule, share: parameters.share });
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
  readonly reorder: Reorder;
  readonly threshold: Threshold;
  readonly rule: RetentionRule;
  readonly share: number;
}

function outcomeOf({ source, days, gaps, reorder, sums, threshold, rule, share: wanted }: Inputs): Outcome {
  const { span } = source;
  const months = span ? movementsOf(days, span, threshold.days) : [];
  const standings = span ? standingsOf(days, gaps, threshold.days, span.last) : [];
  const vital = vitalFew(sums, wanted);
  const watched = standings.filter(({ summary, standing }) => standing !== 'active' && vital.has(summary.key));
  const money = (units: bigint): string => formatDecimal({ units, scale: sums.scale });
  return {
    facts: {
      ...thresholdFacts(threshold),
      reactivation: rule.reactivationInside ? 'inside' : 'outside',
      ...gapFacts(days, gaps),
      ...reorderFacts(reorder),
      dataEnd: span ? formatDay(span.last) : null,
      ...lastMonthFacts(months, rule),
      share: wanted,
      vitalFew: vital.size,
      slipping: watched.filter(({ standing }) => standing === 'slipping').length,
      lost: watched.filter(({ standing }) => standing === 'lost').length,
      slippingValue: money(watched.reduce((sum, { summary }) => sum + (vital.get(summary.key)?.units ?? 0n), 0n)),
    },
    tables: {
      months: movementTable(months, money, rule),
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
function lastMonthFacts(months: readonly MonthMovement[], rule: RetentionRule): Outcome['facts'] {
  const last = lastWholeMonth(months);
  if (!last) return {};
  const { month, opening, churned } = last;
  const [low, high] = wilson(churned, opening);
  const { gross, net, quick } = retentionOf(last, rule);
  return {
    lastMonth: formatMonth(month),
    lastOpening: opening,
    lastChurned: churned,
    lastChurnRate: opening > 0 ? churned / opening : null,
    lastChurnLow: low,
    lastChurnHigh: high,
    lastGrossRetention: gross,
    lastNetRetention: net,
    lastQuickRatio: quick,
  };
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
