import { formatDecimal, share } from '@/src/kernel/money';
import { formatPeriod } from '@/src/kernel/period';
import type { CohortLine, Grid, Mean } from './cohort-grid';
import { table, type ResultTable, type Value, type ValueType } from './result';
import { wilson } from './statistics';

/** A share over fewer customers says little. */
const FEW = 30;

/** Which columns hold something in this run. */
export interface Columns {
  readonly isMonthly: boolean;
  readonly isByPeriod: boolean;
  readonly hasOrders: boolean;
}

function cellColumns({ isMonthly, isByPeriod }: Columns): Record<string, ValueType> {
  return {
    cohort: isMonthly && isByPeriod ? 'month' : 'text',
    age: 'count',
    period: isMonthly ? 'month' : 'text',
    size: 'count',
    followed: 'count',
    active: 'count',
    retention: 'share',
    low: 'share',
    high: 'share',
    unbounded: 'count',
    unboundedRetention: 'share',
    unboundedLow: 'share',
    unboundedHigh: 'share',
    orders: 'count',
    ordersRate: 'share',
    revenue: 'money',
    revenueRate: 'share',
    cumulative: 'money',
    perCustomer: 'money',
    incomplete: 'flag',
    leftEdge: 'flag',
    small: 'flag',
  };
}

/** One row for each cohort and age that the data reach. */
export function cellTable(lines: readonly CohortLine[], { unit, scale }: Grid, columns: Columns): ResultTable {
  const rows = lines.flatMap(({ name, size, leftEdge, cells }) =>
    cells.map((cell): Value[] => [
      name,
      cell.age,
      cell.period === undefined ? null : formatPeriod(unit, cell.period),
      size,
      cell.followed,
      cell.active,
      ratio(cell.active, cell.followed),
      ...wilson(cell.active, cell.followed),
      cell.unbounded,
      ratio(cell.unbounded, cell.followed),
      ...wilson(cell.unbounded, cell.followed),
      columns.hasOrders ? cell.orders : null,
      columns.hasOrders ? ratio(cell.orders, cell.firstOrders) : null,
      formatDecimal({ units: cell.units, scale }),
      share(cell.units, cell.firstUnits),
      formatDecimal({ units: cell.cumulative, scale }),
      perHead(cell.cumulative, cell.followed, scale),
      cell.incomplete,
      leftEdge,
      cell.followed < FEW,
    ]),
  );
  return table(cellColumns(columns), rows);
}

const MEANS = {
  age: 'count',
  cohorts: 'count',
  size: 'count',
  active: 'count',
  retention: 'share',
  low: 'share',
  high: 'share',
  ordersRate: 'share',
  revenueRate: 'share',
  perCustomer: 'money',
} as const;

/** Weighted: sums over sums, never means of shares. */
export function meanTable(means: readonly Mean[], scale: number, { hasOrders }: Columns): ResultTable {
  return table(
    MEANS,
    means.map((mean): Value[] => [
      mean.age,
      mean.cohorts,
      mean.followed,
      mean.active,
      ratio(mean.active, mean.followed),
      ...wilson(mean.active, mean.followed),
      hasOrders ? ratio(mean.orders, mean.firstOrders) : null,
      share(mean.units, mean.firstUnits),
      perHead(mean.cumulative, mean.followed, scale),
    ]),
  );
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** To the smallest unit of the file, halves up; sums here are of rows above zero. Null for nobody. */
function perHead(units: bigint, customers: number, scale: number): string | null {
  if (customers === 0) return null;
  const count = BigInt(customers);
  return formatDecimal({ units: (2n * units + count) / (2n * count), scale });
}
