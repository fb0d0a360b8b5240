import { formatDecimal, share } from '@/src/kernel/money';
import type { AggregateSource } from '@/src/domain/analysis/aggregate-source';
import { independence, type CategoryChurn } from '@/src/domain/analysis/contingency';
import { wilson } from '@/src/domain/analysis/statistics';
import { restrictedMean, timeOf, type SurvivalCurve } from '@/src/domain/analysis/survival';
import type { Json } from './reference-shape';
import { BREAKDOWNS, SCALE, type Subscriptions } from './subscriptions';

/**
 * Our figures of the subscription file in the shape of its reference.
 * @param pareto gives the Pareto figures of a source.
 */
export async function telcoReference(
  subscriptions: Subscriptions,
  pareto: (source: AggregateSource) => Promise<Json>,
): Promise<Record<string, Json>> {
  const contracts = subscriptions.groups('Contract');
  const sum = (of: 'n' | 'churned'): number => contracts.reduce((total, group) => total + group[of], 0);
  const [rows, churned] = [sum('n'), sum('churned')];
  const [total, lost] = [
    contracts.reduce((units, { amount }) => units + amount, 0n),
    contracts.reduce((units, group) => units + group.lost, 0n),
  ];
  const { blankCharges, zeroTenure } = subscriptions.counts();
  return {
    rows,
    churned,
    blank_total_charges: blankCharges,
    tenure_zero: zeroTenure,
    churn_rate: churned / rows,
    wilson: wilson(churned, rows),
    km_overall: curveOf(subscriptions.stay()),
    km_by_contract: Object.fromEntries(
      contracts.map(({ value }): [string, Json] => [value, curveOf(subscriptions.stay(value))]),
    ),
    breakdowns: Object.fromEntries(
      BREAKDOWNS.map((column): [string, Json] => [column, breakdownOf(subscriptions.groups(column))]),
    ),
    mrr: { total: money(total), churned: money(lost), revenue_churn: share(lost, total) },
    pareto_monthly_charges: await pareto(subscriptions.source('MonthlyCharges')),
    pareto_total_charges: await pareto(subscriptions.source('TotalCharges')),
  };
}

function breakdownOf(groups: readonly CategoryChurn[]): Json {
  const test = independence(groups);
  return {
    rows: groups.map(({ value, n, churned, amount, lost }) => ({
      value,
      n,
      churned,
      rate: churned / n,
      wilson: wilson(churned, n),
      monthly_charges: money(amount),
      lost_monthly_charges: money(lost),
    })),
    chi2: test?.statistic ?? null,
    df: test?.df ?? null,
    p: test?.p ?? null,
    cramers_v: test?.cramersV ?? null,
  };
}

function curveOf(curve: SurvivalCurve): Json {
  const steps = curve.steps.map(({ time, atRisk, events, survival, standardError, low, high }): [string, Json] => [
    String(time),
    [atRisk, events, survival, standardError, low, high],
  ]);
  return {
    n: curve.n,
    events: curve.events,
    median: timeOf(curve, 0.5),
    q25_time: timeOf(curve, 0.25),
    q75_time: timeOf(curve, 0.75),
    restricted_mean: { tau: curve.longest, value: restrictedMean(curve) },
    table: Object.fromEntries(steps),
  };
}

function money(sum: bigint): string {
  return formatDecimal({ units: sum, scale: SCALE });
}
