import { assert, at } from '@/src/kernel/assert';
import { lastDayOf, monthOf, type Day, type Month } from '@/src/kernel/calendar';
import { intAt } from '@/src/kernel/typed';
import type { CustomerDays } from './aggregate-source';

/**
 * What happened to the customers in one calendar month. A customer is active at a day E with an order day in (E − d, E];
 * revenue is the trailing sum over the same window.
 */
export interface MonthMovement {
  readonly month: Month;
  /** The window before the month reaches back before the data: its figures are not shown. */
  readonly warmUp: boolean;
  /** The data end before the month does. */
  readonly incomplete: boolean;
  readonly opening: number;
  readonly churned: number;
  readonly fresh: number;
  readonly reactivated: number;
  readonly closing: number;
  readonly openUnits: bigint;
  readonly churnedUnits: bigint;
  readonly contractionUnits: bigint;
  readonly expansionUnits: bigint;
  readonly newUnits: bigint;
  readonly reactivatedUnits: bigint;
  readonly closeUnits: bigint;
}

/** Movements of every month from the first to the last of the data, for a window of `windowDays`. */
export function movementsOf(
  source: CustomerDays,
  span: { first: Day; last: Day },
  windowDays: number,
): MonthMovement[] {
  const [from, to] = [monthOf(span.first), monthOf(span.last)];
  const windows = new WindowSums(source, windowDays);
  let before = windows.at(lastDayOf(from - 1));
  const months: MonthMovement[] = [];
  for (let month = from; month <= to; month++) {
    const end = lastDayOf(month);
    const now = windows.at(end);
    const flags = { warmUp: lastDayOf(month - 1) - windowDays < span.first - 1, incomplete: span.last < end };
    months.push({ month, ...flags, ...compare(source, month, before, now) });
    before = now;
  }
  return months;
}

/** Each customer's revenue in the window that ends on a day; null for a customer without an order day in it. */
type Snapshot = readonly (bigint | null)[];

class WindowSums {
  private readonly source: CustomerDays;
  private readonly windowDays: number;
  /** Sum of all order days before each, over the whole list: a window is a difference of two. */
  private readonly prefix: bigint[];

  constructor(source: CustomerDays, windowDays: number) {
    this.source = source;
    this.windowDays = windowDays;
    let sum = 0n;
    this.prefix = [0n, ...source.units.map((units) => (sum += units))];
  }

  at(end: Day): Snapshot {
    const { starts } = this.source;
    const sums: (bigint | null)[] = [];
    for (let customer = 0; customer + 1 < starts.length; customer++) {
      const to = intAt(starts, customer + 1);
      const first = this.firstAfter(end - this.windowDays, intAt(starts, customer), to);
      const past = this.firstAfter(end, first, to);
      sums.push(past > first ? at(this.prefix, past) - at(this.prefix, first) : null);
    }
    return sums;
  }

  /** First position in [from, to) whose day is after `day`; `to` if none. Binary search. */
  private firstAfter(day: Day, from: number, to: number): number {
    let [low, high] = [from, to];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (intAt(this.source.days, middle) > day) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

type Counts = Omit<MonthMovement, 'month' | 'warmUp' | 'incomplete'>;

const NOTHING: Counts = {
  opening: 0,
  churned: 0,
  fresh: 0,
  reactivated: 0,
  closing: 0,
  openUnits: 0n,
  churnedUnits: 0n,
  contractionUnits: 0n,
  expansionUnits: 0n,
  newUnits: 0n,
  reactivatedUnits: 0n,
  closeUnits: 0n,
};

function compare({ summaries }: CustomerDays, month: Month, before: Snapshot, now: Snapshot): Counts {
  const sums: { -readonly [K in keyof Counts]: Counts[K] } = { ...NOTHING };
  for (let customer = 0; customer < summaries.length; customer++) {
    const was = at(before, customer);
    const is = at(now, customer);
    if (was !== null) {
      sums.opening++;
      sums.openUnits += was;
    }
    if (is !== null) {
      sums.closing++;
      sums.closeUnits += is;
    }
    if (was === null && is === null) continue;
    if (is === null) {
      sums.churned++;
      sums.churnedUnits += was ?? 0n;
    } else if (was !== null) {
      sums.contractionUnits += is < was ? was - is : 0n;
      sums.expansionUnits += is > was ? is - was : 0n;
    } else if (monthOf(at(summaries, customer).first) === month) {
      sums.fresh++;
      sums.newUnits += is;
    } else {
      sums.reactivated++;
      sums.reactivatedUnits += is;
    }
  }
  assertBalanced(sums);
  return sums;
}

/** Opening − churned + new + reactivated = closing, in heads and in money; anything else is a bug. */
function assertBalanced(sums: Counts): void {
  const { opening, churned, fresh, reactivated, closing } = sums;
  assert(opening - churned + fresh + reactivated === closing, 'customers opened, lost, won and closed add up');
  const gains = sums.newUnits + sums.reactivatedUnits + sums.expansionUnits;
  const losses = sums.churnedUnits + sums.contractionUnits;
  assert(sums.openUnits + gains - losses === sums.closeUnits, 'revenue opened, lost, won and closed adds up');
}
