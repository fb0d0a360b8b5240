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
    const from = intAt(source.starts, customer);
    const past = intAt(source.starts, customer + 1);
    const fresh = monthOf(first) - before;
    let window: Window = { from, to: from };
    for (let month = fresh; month < ends.length && window.from < past; month++) {
      const was = window;
      window = windowAt(source.days, { from: was.from, to: was.to, past }, intAt(ends, month), windowDays);
      tally.add(month, was, window, month === fresh);
    }
  });
  return Array.from(ends.subarray(1), (end, i) => ({
    month: before + i + 1,
    warmUp: intAt(ends, i) - windowDays < span.first - 1,
    incomplete: span.last < end,
    ...tally.month(i + 1),
  }));
}

/** The order days of a customer that count at some month end, as places in the list of all: `from` to before `to`. */
interface Window {
  readonly from: number;
  readonly to: number;
}

/** The window at `end`, from one at an earlier day. @param was `past`: where the days of the customer end. */
function windowAt(days: Int32Array, was: Window & { past: number }, end: Day, windowDays: number): Window {
  let { from, to } = was;
  while (to < was.past && intAt(days, to) <= end) to++;
  while (from < to && intAt(days, from) <= end - windowDays) from++;
  return { from, to };
}

/** Counts and sums by month, taken from one customer after the other. */
class Tally {
  private readonly counts: Readonly<Record<'opening' | 'churned' | 'fresh' | 'reactivated' | 'closing', Int32Array>>;
  private readonly sums: Readonly<
    Record<'open' | 'churned' | 'contraction' | 'expansion' | 'fresh' | 'reactivated' | 'close', ExactSums>
  >;
  /** Sums of all order days before each: a window is a difference of two. */
  private readonly prefix: ExactSums;

  constructor(months: number, source: CustomerDays) {
    const count = (): Int32Array => new Int32Array(months);
    const sum = (): ExactSums => new ExactSums(months);
    this.counts = { opening: count(), churned: count(), fresh: count(), reactivated: count(), closing: count() };
    this.sums = {
      open: sum(),
      churned: sum(),
      contraction: sum(),
      expansion: sum(),
      fresh: sum(),
      reactivated: sum(),
      close: sum(),
    };
    this.prefix = prefixSums(source);
  }

  add(month: number, before: Window, now: Window, isFirstMonth: boolean): void {
    const { counts, sums, prefix } = this;
    const [was, is] = [before.to > before.from, now.to > now.from];
    const high = floatAt(prefix.high, now.to) - floatAt(prefix.high, now.from);
    const low = floatAt(prefix.low, now.to) - floatAt(prefix.low, now.from);
    const highBefore = floatAt(prefix.high, before.to) - floatAt(prefix.high, before.from);
    const lowBefore = floatAt(prefix.low, before.to) - floatAt(prefix.low, before.from);
    if (was) {
      countOne(counts.opening, month);
      sums.open.addParts(month, highBefore, lowBefore);
    }
    if (is) {
      countOne(counts.closing, month);
      sums.close.addParts(month, high, low);
    }
    if (was && is) {
      const grew = signOfParts(high - highBefore, low - lowBefore) > 0;
      if (grew) sums.expansion.addParts(month, high - highBefore, low - lowBefore);
      else sums.contraction.addParts(month, highBefore - high, lowBefore - low);
    } else if (was) {
      countOne(counts.churned, month);
      sums.churned.addParts(month, highBefore, lowBefore);
    } else if (is) {
      const kind = isFirstMonth ? 'fresh' : 'reactivated';
      countOne(counts[kind], month);
      sums[kind].addParts(month, high, low);
    }
  }

  /** @throws where the month does not add up. */
  month(month: number): Counts {
    const { counts, sums } = this;
    const result = {
      opening: intAt(counts.opening, month),
      churned: intAt(counts.churned, month),
      fresh: intAt(counts.fresh, month),
      reactivated: intAt(counts.reactivated, month),
      closing: intAt(counts.closing, month),
      openUnits: sums.open.total(month),
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
    sums.addParts(i + 1, floatAt(sums.high, i), floatAt(sums.low, i));
    sums.addParts(i + 1, floatAt(high, i), floatAt(low, i));
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
