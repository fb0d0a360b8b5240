import type { AggregateSource, Span } from './aggregate-source';
import { lossesOf } from './losses';
import { fractionOf } from './ranking';
import type { WholeMonths } from './whole-months';

/** One rule that fired for one customer: what was, what is, both in the unit of the rule. */
export interface Warning {
  readonly key: string;
  readonly was: number;
  readonly is: number;
  /** The line that was lost; '' for the other rules. */
  readonly line: string;
}

/** Undefined where the file cannot tell. */
export type Findings = readonly Warning[] | undefined;

/**
 * Volume: the last months came to no more than 1 − fall of the months before; and of the same months a year ago too, where the
 * file reaches back, so that a season is no warning. A customer without sales a year ago is judged by the months before alone.
 */
export async function fallingVolume(
  source: AggregateSource,
  { current, before, yearAgo, reachesYear }: WholeMonths & { reachesYear: boolean },
  fall: number,
): Promise<Findings> {
  const { all, scale } = await lossesOf(source, { base: before, current });
  const year = reachesYear ? await source.entitySums({ entity: 'customer', span: yearAgo }) : undefined;
  const ago = new Map(year?.keys.map((key, i) => [key, year.net[i] ?? 0n]));
  const { numerator, denominator } = fractionOf(fall);
  const fell = (now: bigint, was: bigint): boolean => (was - now) * denominator >= numerator * was;
  return all.flatMap(({ key, base, current: now }): Warning[] => {
    const then = ago.get(key) ?? 0n;
    if (!fell(now, base) || (then > 0n && !fell(now, then))) return [];
    return [{ key, was: Number(base) / 10 ** scale, is: Number(now) / 10 ** scale, line: '' }];
  });
}

/** Payment: the mean days to payment of the last months' rows grew by at least `longer` days over the months before. */
export async function slowerPayment(
  source: AggregateSource,
  { current, before }: WholeMonths,
  longer: number,
): Promise<Findings> {
  if (!source.measures.includes('paymentDays')) return undefined;
  const [was, is] = [await meanDays(source, before), await meanDays(source, current)];
  return [...is].flatMap(([key, now]): Warning[] => {
    const then = was.get(key);
    return then !== undefined && now - then >= longer ? [{ key, was: then, is: now, line: '' }] : [];
  });
}

async function meanDays(source: AggregateSource, span: Span): Promise<Map<string, number>> {
  const { keys, net, rows, scale } = await source.entitySums({ entity: 'customer', measure: 'paymentDays', span });
  return new Map(keys.map((key, i) => [key, Number(net[i]) / 10 ** scale / (rows[i] ?? 1)]));
}

/**
 * Settlement: the months before the last came to at least 1 + up of those before them, and the share of their rows that have been
 * paid by the end of the file is lower by at least `down`. The last months themselves are left out: nobody has had time to pay.
 */
export async function worseSettlement(
  source: AggregateSource,
  { earlier, later }: { earlier: Span; later: Span },
  { up, down }: { up: number; down: number },
): Promise<Findings> {
  if (!source.measures.includes('paymentDays')) return undefined;
  const [was, is] = [await settled(source, earlier), await settled(source, later)];
  return [...is].flatMap(([key, now]): Warning[] => {
    const then = was.get(key);
    if (!then || then.amount <= 0n) return [];
    const { numerator, denominator } = fractionOf(up);
    const grew = (now.amount - then.amount) * denominator >= numerator * then.amount;
    return grew && then.paid - now.paid >= down ? [{ key, was: then.paid, is: now.paid, line: '' }] : [];
  });
}

async function settled(source: AggregateSource, span: Span): Promise<Map<string, { amount: bigint; paid: number }>> {
  const paid = await source.entitySums({ entity: 'customer', measure: 'paymentDays', span });
  const rows = new Map(paid.keys.map((key, i) => [key, paid.rows[i] ?? 0]));
  const sold = await source.entitySums({ entity: 'customer', span });
  return new Map(
    sold.keys.map((key, i) => [key, { amount: sold.net[i] ?? 0n, paid: (rows.get(key) ?? 0) / (sold.rows[i] ?? 1) }]),
  );
}

/**
 * Line: a product line (a product where the file knows no lines) that was at least `part` of what the customer bought in the
 * months before, and of which nothing was bought in the last months, though the customer still buys.
 */
export async function lostLines(
  source: AggregateSource,
  { current, before }: WholeMonths,
  part: number,
): Promise<Findings> {
  const dimension = (['productLine', 'product'] as const).find((one) => source.entities.includes(one));
  if (dimension === undefined) return undefined;
  const { all, scale } = await lossesOf(source, { base: before, current }, dimension);
  const bought = new Map<string, bigint>();
  for (const { key, base } of all) bought.set(key, (bought.get(key) ?? 0n) + base);
  const now = await source.entitySums({ entity: 'customer', span: current });
  const buys = new Set(now.keys.filter((_, i) => (now.net[i] ?? 0n) > 0n));
  const { numerator, denominator } = fractionOf(part);
  return all.flatMap(({ key, line, base, current: is }): Warning[] => {
    const large = base * denominator >= numerator * (bought.get(key) ?? 0n);
    return is === 0n && large && buys.has(key) && line !== ''
      ? [{ key, was: Number(base) / 10 ** scale, is: 0, line }]
      : [];
  });
}
