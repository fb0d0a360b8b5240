import { assert } from '@/src/kernel/assert';
import { lastDayOf, monthOf, type Day, type Month } from '@/src/kernel/calendar';
import { ExactSums, signOfParts } from '@/src/kernel/money';
import { floatAt, intAt } from '@/src/kernel/typed';
import type { CustomerDays } from './aggregate-source';

/**
 * What happened to the customers in one calendar month. A customer is active at a day E with an order day in (E − d, E];
 * revenue is the trailing sum over the same window.
 */
export interface MonthMovement extends Counts {
  readonly month: Month;
  /** The window before the month reaches back before the data: its figures are not shown. */
  readonly warmUp: boolean;
  /** The data end before the month does. */
  readonly incomplete: boolean;
}

interface Counts {
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
  const before = monthOf(span.first) - 1;
  /** Where customers are looked at; the first is the month end before the data. */
  const ends = Int32Array.from({ length: monthOf(span.last) - before + 1 }, (_, i) => lastDayOf(before + i));
  const tally = new Tally(ends.length, source);
  source.summaries.forEach(({ first }, customer) => {
    const past = intAt(source.starts, customer + 1);
    const fresh = monthOf(first) - before;
    let from = intAt(source.starts, customer);
    let to = from;
    tally.begin(fresh);
    for (let month = fresh; month < ends.length && from < past; month++) {
      const end = intAt(ends, month);
      while (to < past && intAt(source.days, to) <= end) to++;
      while (from < to && intAt(source.days, from) <= end - windowDays) from++;
      tally.add(month, from, to);
    }
  });
  return Array.from(ends.subarray(1), (end, i) => ({
    month: before + i + 1,
    warmUp: intAt(ends, i) - windowDays < span.first - 1,
    incomplete: span.last < end,
    ...tally.month(i + 1),
  }));
}

type Head = 'churned' | 'fresh' | 'reactivated' | 'closing';
type Flow = 'churned' | 'contraction' | 'expansion' | 'fresh' | 'reactivated' | 'close';

/** Counts and sums by month, taken from one customer after the other. */
class Tally {
  private readonly counts: Readonly<Record<Head, Int32Array>>;
  private readonly sums: Readonly<Record<Flow, ExactSums>>;
  /** Sums of all order days before each: a window is a difference of two. */
  private readonly prefix: ExactSums;
  /** Of the present customer: the first month, and the window at the end of the month before. */
  private first = 0;
  private was = false;
  private wasHigh = 0;
  private wasLow = 0;

  constructor(months: number, source: CustomerDays) {
    const count = (): Int32Array => new Int32Array(months);
    const sum = (): ExactSums => new ExactSums(months);
    this.counts = { churned: count(), fresh: count(), reactivated: count(), closing: count() };
    this.sums = {
      churned: sum(),
      contraction: sum(),
      expansion: sum(),
      fresh: sum(),
      reactivated: sum(),
      close: sum(),
    };
    this.prefix = prefixSums(source);
  }

  /** Another customer, who comes in the month `first`. */
  begin(first: number): void {
    this.first = first;
    this.was = false;
    this.wasHigh = 0;
    this.wasLow = 0;
  }

  /**
   * The next month of the customer. The order days that count at its end are those from `from` to before `to` in the list of all.
   */
  add(month: number, from: number, to: number): void {
    const { counts, sums, prefix, was, wasHigh, wasLow } = this;
    const is = to > from;
    const high = floatAt(prefix.high, to) - floatAt(prefix.high, from);
    const low = floatAt(prefix.low, to) - floatAt(prefix.low, from);
    if (is) {
      countOne(counts.closing, month);
      sums.close.addParts(month, high, low);
    }
    if (was && is) {
      const grew = signOfParts(high - wasHigh, low - wasLow) > 0;
      if (grew) sums.expansion.addParts(month, high - wasHigh, low - wasLow);
      else sums.contraction.addParts(month, wasHigh - high, wasLow - low);
    } else if (was) {
      countOne(counts.churned, month);
      sums.churned.addParts(month, wasHigh, wasLow);
    } else if (is) {
      const kind = month === this.first ? 'fresh' : 'reactivated';
      countOne(counts[kind], month);
      sums[kind].addParts(month, high, low);
    }
    this.was = is;
    this.wasHigh = high;
    this.wasLow = low;
  }

  /** It opens with what the month before closed with. @throws where the month does not add up. */
  month(month: number): Counts {
    const { counts, sums } = this;
    const result = {
      opening: intAt(counts.closing, month - 1),
      churned: intAt(counts.churned, month),
      fresh: intAt(counts.fresh, month),
      reactivated: intAt(counts.reactivated, month),
      closing: intAt(counts.closing, month),
      openUnits: sums.close.total(month - 1),
      churnedUnits: sums.churned.total(month),
      contractionUnits: sums.contraction.total(month),
      expansionUnits: sums.expansion.total(month),
      newUnits: sums.fresh.total(month),
      reactivatedUnits: sums.reactivated.total(month),
      closeUnits: sums.close.total(month),
    };
    assertBalanced(result);
    return result;
  }
}

function countOne(counts: Int32Array, month: number): void {
  counts[month] = intAt(counts, month) + 1;
}

function prefixSums({ days, units: { high, low } }: CustomerDays): ExactSums {
  const sums = new ExactSums(days.length + 1);
  for (let i = 0; i < days.length; i++) {
    sums.addParts(i + 1, floatAt(sums.high, i) + floatAt(high, i), floatAt(sums.low, i) + floatAt(low, i));
  }
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
