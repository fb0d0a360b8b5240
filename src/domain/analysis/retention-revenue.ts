import { formatDay, formatMonth } from '@/src/kernel/calendar';
import { formatDecimal } from '@/src/kernel/money';
import { defineAnalysis } from './analysis';
import { retentionRevenueChart, revenueMovementChart } from './charts/retention-revenue-chart';
import { THRESHOLD, THRESHOLD_FACTS, thresholdAt, thresholdFacts } from './churn-threshold';
import { gapsOf } from './gaps';
import { lastWholeMonth, REACTIVATION, retentionOf, revenueTable, type RetentionRule } from './movement-tables';
import { movementsOf, type MonthMovement } from './movements';
import type { Outcome } from './result';

/**
 * What the customers of a month before still pay: gross and net revenue retention (GRR, NRR) and the movements between, month
 * by month. The same movements as in `churn`, whose identity holds here too.
 *
 * @source definitions: guides/analytics §2.6, stated on screen under `retention-revenue.definition`.
 */
export const retentionRevenue = defineAnalysis({
  name: 'retention-revenue',
  version: 1,
  needs: ['customerDays'],
  parameters: { threshold: THRESHOLD, reactivation: REACTIVATION },
  factTypes: {
    ...THRESHOLD_FACTS,
    reactivation: 'text',
    dataEnd: 'day',
    testable: 'flag',
    lastMonth: 'month',
    openRevenue: 'money',
    churnedRevenue: 'money',
    contraction: 'money',
    expansion: 'money',
    newRevenue: 'money',
    reactivatedRevenue: 'money',
    closeRevenue: 'money',
    grossRetention: 'share',
    netRetention: 'share',
    quickRatio: 'ratio',
  },
  run: async (source, parameters) => {
    const days = await source.customerDays();
    const { span } = source;
    const threshold = thresholdAt(parameters.threshold, gapsOf(days), { days, end: span?.last ?? 0 });
    const months = span ? movementsOf(days, span, threshold.days) : [];
    const money = (units: bigint): string => formatDecimal({ units, scale: days.scale });
    const rule = { reactivationInside: parameters.reactivation === 'inside' };
    return {
      facts: {
        ...thresholdFacts(threshold),
        reactivation: parameters.reactivation,
        dataEnd: span ? formatDay(span.last) : null,
        ...lastMonthFacts(lastWholeMonth(months), money, rule),
      },
      tables: { months: revenueTable(months, money, rule) },
    };
  },
  charts: (outcome, words) => ({
    revenueRetention: retentionRevenueChart(outcome, words),
    revenueMovements: revenueMovementChart(outcome, words),
  }),
});

function lastMonthFacts(
  last: MonthMovement | undefined,
  money: (units: bigint) => string,
  rule: RetentionRule,
): Outcome['facts'] {
  if (!last) return { testable: false };
  const { gross, net, quick } = retentionOf(last, rule);
  return {
    testable: gross !== null,
    lastMonth: formatMonth(last.month),
    openRevenue: money(last.openUnits),
    churnedRevenue: money(last.churnedUnits),
    contraction: money(last.contractionUnits),
    expansion: money(last.expansionUnits),
    newRevenue: money(last.newUnits),
    reactivatedRevenue: money(last.reactivatedUnits),
    closeRevenue: money(last.closeUnits),
    grossRetention: gross,
    netRetention: net,
    quickRatio: quick,
  };
}
