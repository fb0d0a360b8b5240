import { formatDay, type Day } from '@/src/kernel/calendar';
import { formatDecimal, share } from '@/src/kernel/money';
import type { AggregateSource, CustomerDays, Dimension, Entity } from './aggregate-source';
import { defineAnalysis } from './analysis';
import { columnChurnChart, stayChart } from './charts/column-churn-chart';
import { THRESHOLD, THRESHOLD_FACTS, thresholdAt, thresholdFacts } from './churn-threshold';
import {
  churnByCategory,
  independence,
  stayOf,
  type CategoryChurn,
  type CustomerTable,
  type Independence,
} from './contingency';
import { gapsOf } from './gaps';
import { paidInAll } from './known-days';
import { table, type Outcome, type ResultTable, type Value } from './result';
import { standingsOf } from './slipping';
import { wilson } from './statistics';

/** A group smaller than this gets no curve. */
const ENOUGH = 30;

/** More curves than this cannot be told apart. */
const MOST_CURVES = 6;

/**
 * Whether customers of one kind are lost more often than others: by any column, with intervals, a test of chance, and how long
 * each kind stays.
 *
 * @source lost as in `churn`; the curve ends for the lost on the day of their last order, others are followed to the end.
 */
export const churnByColumn = defineAnalysis({
  name: 'churn-by-column',
  version: 1,
  needs: ['customerDays', 'customerValues'],
  parameters: { column: { type: 'entity', default: '' }, threshold: THRESHOLD },
  factTypes: {
    ...THRESHOLD_FACTS,
    column: 'text',
    testable: 'flag',
    dataEnd: 'day',
    customers: 'count',
    churned: 'count',
    churnRate: 'share',
    churnLow: 'share',
    churnHigh: 'share',
    lostAmount: 'money',
    groups: 'count',
    unknown: 'count',
    chiSquare: 'number',
    df: 'count',
    p: 'ratio',
    pIsSmall: 'flag',
    cramersV: 'ratio',
    smallestExpected: 'number',
    smallCells: 'count',
    curves: 'count',
    withoutCurve: 'count',
  },
  run: async (source, parameters) => {
    const days = await source.customerDays();
    const end = source.span?.last ?? 0;
    const threshold = thresholdAt(parameters.threshold, gapsOf(days), { days, end });
    const column = columnOf(source, parameters.column);
    const values = column === undefined ? undefined : await source.customerValues({ dimension: column, at: 'last' });
    const byKey = new Map(values?.keys.map((key, i) => [key, values.values[i] ?? '']));
    const customers = customersOf(days, { byKey, threshold: threshold.days, end });
    const outcome = outcomeOf(customers);
    const dataEnd = source.span ? formatDay(source.span.last) : null;
    return { ...outcome, facts: { ...thresholdFacts(threshold), column: column ?? '', dataEnd, ...outcome.facts } };
  },
  charts: (outcome, words) => ({ byColumn: columnChurnChart(outcome, words), stay: stayChart(outcome, words) }),
});

/** '' and the customer itself: the first that the file has after the customer. */
function columnOf({ entities }: AggregateSource, asked: Entity | ''): Dimension | undefined {
  if (asked !== '' && asked !== 'customer') return asked;
  const others = entities.flatMap((entity) => (entity === 'customer' ? [] : [entity]));
  return (['industry', 'region', 'channel', 'salesperson'] as const).find((one) => others.includes(one)) ?? others[0];
}

function customersOf(
  days: CustomerDays,
  { byKey, threshold, end }: { byKey: ReadonlyMap<string, string>; threshold: number; end: Day },
): CustomerTable {
  const standings = standingsOf(days, gapsOf(days), threshold, end);
  const churned = standings.map(({ standing }) => standing === 'lost');
  return {
    keys: days.summaries.map(({ key }) => key),
    category: days.summaries.map(({ key }) => byKey.get(key) ?? ''),
    churned,
    amount: paidInAll(days).totals(),
    tenure: Int32Array.from(days.summaries, ({ first, last }, customer) => (churned[customer] ? last : end) - first),
    scale: days.scale,
  };
}

function outcomeOf(customers: CustomerTable): Outcome {
  const groups = churnByCategory(customers);
  const test = independence(groups);
  const [n, churned] = [sum(groups, 'n'), sum(groups, 'churned')];
  const lost = groups.reduce((all, group) => all + group.lost, 0n);
  const [low, high] = wilson(churned, n);
  const drawn = groups
    .filter((group) => group.n >= ENOUGH)
    .toSorted((a, b) => b.n - a.n)
    .slice(0, MOST_CURVES);
  return {
    facts: {
      customers: n,
      churned,
      churnRate: n === 0 ? null : churned / n,
      churnLow: low,
      churnHigh: high,
      lostAmount: formatDecimal({ units: lost, scale: customers.scale }),
      groups: groups.length,
      unknown: groups.find(({ value }) => value === '')?.n ?? 0,
      ...testFacts(test),
      curves: drawn.length,
      withoutCurve: groups.length - drawn.length,
    },
    tables: {
      groups: groupTable(groups, { n, churned, lost, scale: customers.scale }),
      stay: stayTable(customers, drawn),
    },
  };
}

/** Null where there is nothing to test. */
function testFacts(test: Independence | undefined): Outcome['facts'] {
  if (!test)
    return {
      testable: false,
      chiSquare: null,
      df: null,
      p: null,
      pIsSmall: null,
      cramersV: null,
      smallestExpected: null,
      smallCells: null,
    };
  const { statistic, p, ...rest } = test;
  return { testable: true, chiSquare: statistic, p, pIsSmall: p < 0.05, ...rest };
}

function sum(groups: readonly CategoryChurn[], of: 'n' | 'churned'): number {
  return groups.reduce((all, group) => all + group[of], 0);
}

interface Totals {
  readonly n: number;
  readonly churned: number;
  readonly lost: bigint;
  readonly scale: number;
}

function groupTable(groups: readonly CategoryChurn[], { n, churned, lost, scale }: Totals): ResultTable {
  const rows = groups.map((group): Value[] => {
    const expected = (group.n * churned) / n;
    return [
      group.value === '' ? 'unknown' : 'named',
      group.value === '' ? null : group.value,
      group.n,
      group.churned,
      group.churned / group.n,
      ...wilson(group.churned, group.n),
      formatDecimal({ units: group.amount, scale }),
      formatDecimal({ units: group.lost, scale }),
      share(group.lost, group.amount),
      share(group.lost, lost),
      expected,
      Math.min(expected, group.n - expected) < 5,
    ];
  });
  return table(
    {
      group: 'text',
      name: 'text',
      size: 'count',
      churned: 'count',
      churnRate: 'share',
      low: 'share',
      high: 'share',
      value: 'money',
      lostAmount: 'money',
      amountChurn: 'share',
      lostShare: 'share',
      expected: 'number',
      smallExpected: 'flag',
    },
    rows,
  );
}

function stayTable(customers: CustomerTable, drawn: readonly CategoryChurn[]): ResultTable {
  const rows = drawn.flatMap(({ value }) =>
    stayOf(customers, value).steps.map((step): Value[] => [
      value === '' ? 'unknown' : 'named',
      value === '' ? null : value,
      step.time,
      step.atRisk,
      step.events,
      step.survival,
      step.standardError,
      step.low,
      step.high,
    ]),
  );
  return table(
    {
      group: 'text',
      name: 'text',
      days: 'days',
      atRisk: 'count',
      churned: 'count',
      staying: 'share',
      standardError: 'ratio',
      low: 'share',
      high: 'share',
    },
    rows,
  );
}
