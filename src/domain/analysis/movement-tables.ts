import { formatMonth } from '@/src/kernel/calendar';
import { share } from '@/src/kernel/money';
import type { MonthMovement } from './movements';
import { table, type ResultTable, type Value, type ValueType } from './result';
import { wilson } from './statistics';

type Money = (units: bigint) => string;

/** Whether revenue that came back counts as kept. */
export interface RetentionRule {
  readonly reactivationInside: boolean;
}

/** The parameter of the same name: outside unless it is said. */
export const REACTIVATION = { type: 'choice', default: 'outside', options: ['outside', 'inside'] } as const;

const WHEN = { month: 'month', warmUp: 'flag', incomplete: 'flag' } as const;

const HEADS = {
  opening: 'count',
  churned: 'count',
  new: 'count',
  reactivated: 'count',
  closing: 'count',
  churnRate: 'share',
  low: 'share',
  high: 'share',
} as const;

const REVENUE: Readonly<Record<string, ValueType>> = {
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
};

/** Heads and revenue, month by month. */
export function movementTable(months: readonly MonthMovement[], money: Money, rule: RetentionRule): ResultTable {
  const rows = months.map((one): Value[] => [...whenOf(one), ...headsOf(one), ...revenueOf(one, money, rule)]);
  return table({ ...WHEN, ...HEADS, ...REVENUE }, rows);
}

/** Revenue only. */
export function revenueTable(months: readonly MonthMovement[], money: Money, rule: RetentionRule): ResultTable {
  return table(
    { ...WHEN, ...REVENUE },
    months.map((one): Value[] => [...whenOf(one), ...revenueOf(one, money, rule)]),
  );
}

/**
 * GRR = (open − churned − contraction) / open; NRR = GRR + expansion / open, and reactivated / open where that is inside; quick
 * ratio = (new + reactivated + expansion) / (churned + contraction). Null where the divisor is 0.
 */
export function retentionOf(
  one: MonthMovement,
  { reactivationInside }: RetentionRule,
): Readonly<Record<'revenueChurn' | 'gross' | 'net' | 'quick', number | null>> {
  const kept = one.openUnits - one.churnedUnits - one.contractionUnits;
  const back = reactivationInside ? one.reactivatedUnits : 0n;
  const gains = one.newUnits + one.reactivatedUnits + one.expansionUnits;
  return {
    revenueChurn: share(one.churnedUnits, one.openUnits),
    gross: share(kept, one.openUnits),
    net: share(kept + one.expansionUnits + back, one.openUnits),
    quick: share(gains, one.churnedUnits + one.contractionUnits),
  };
}

/** The last month that is neither warm-up nor incomplete; undefined where there is none. */
export function lastWholeMonth(months: readonly MonthMovement[]): MonthMovement | undefined {
  return months.findLast(({ warmUp, incomplete }) => !warmUp && !incomplete);
}

function whenOf({ month, warmUp, incomplete }: MonthMovement): Value[] {
  return [formatMonth(month), warmUp, incomplete];
}

function headsOf({ opening, churned, fresh, reactivated, closing }: MonthMovement): Value[] {
  const rate = opening === 0 ? null : churned / opening;
  return [opening, churned, fresh, reactivated, closing, rate, ...wilson(churned, opening)];
}

function revenueOf(one: MonthMovement, money: Money, rule: RetentionRule): Value[] {
  const { revenueChurn, gross, net, quick } = retentionOf(one, rule);
  return [
    money(one.openUnits),
    money(one.churnedUnits),
    money(one.contractionUnits),
    money(one.expansionUnits),
    money(one.newUnits),
    money(one.reactivatedUnits),
    money(one.closeUnits),
    revenueChurn,
    gross,
    net,
    quick,
  ];
}
