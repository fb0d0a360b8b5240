import { floatAt, intAt } from '@/src/kernel/typed';
import { at } from '@/src/kernel/assert';
import { ExactSums } from '@/src/kernel/money';
import type { Day } from '@/src/kernel/calendar';
import type { CustomerDays, CustomerSummary } from './aggregate-source';

/** What was known at the end of `last`: the order days up to it, of the customers who had one. */
export function knownDays(source: CustomerDays, last: Day): CustomerDays {
  const kept: number[] = [];
  const starts = [0];
  const summaries: CustomerSummary[] = [];
  source.summaries.forEach((summary, customer) => {
    const from = kept.length;
    for (let i = intAt(source.starts, customer); i < intAt(source.starts, customer + 1); i++)
      if (intAt(source.days, i) <= last) kept.push(i);
    if (kept.length === from) return;
    starts.push(kept.length);
    const latest = intAt(source.days, at(kept, kept.length - 1));
    summaries.push({ ...summary, last: latest, orderDays: kept.length - from });
  });
  return {
    summaries,
    starts: Int32Array.from(starts),
    days: Int32Array.from(kept, (i) => intAt(source.days, i)),
    units: ExactSums.of(kept.map((i) => source.units.total(i))),
    scale: source.scale,
  };
}

/** Order days of one customer after `after` and up to `last`, and what was paid on them. */
export function paidWithin(
  source: CustomerDays,
  customer: number,
  { after, last }: { after: Day; last: Day },
): { readonly orderDays: number; readonly units: bigint } {
  let [orderDays, units] = [0, 0n];
  for (let i = intAt(source.starts, customer); i < intAt(source.starts, customer + 1); i++) {
    const day = intAt(source.days, i);
    if (day <= after || day > last) continue;
    orderDays++;
    units += source.units.total(i);
  }
  return { orderDays, units };
}

/** What each customer paid on all days. */
export function paidInAll({ summaries, starts, units }: CustomerDays): ExactSums {
  const paid = new ExactSums(summaries.length);
  for (let customer = 0; customer < summaries.length; customer++) {
    for (let i = intAt(starts, customer); i < intAt(starts, customer + 1); i++)
      paid.addParts(customer, floatAt(units.high, i), floatAt(units.low, i));
  }
  return paid;
}
