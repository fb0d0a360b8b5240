import { compareCodePoints } from '@/src/kernel/text';
import type { AggregateSource, Dimension, EntitySums, Span } from './aggregate-source';

/** What a customer came to in two stretches of time, in all or in one line. */
export interface Loss {
  readonly key: string;
  readonly label: string;
  /** '' where customers are not split, or the line is not known. */
  readonly line: string;
  /** Above 0. */
  readonly base: bigint;
  /** Never below 0: refunds beyond what was bought count as nothing bought. */
  readonly current: bigint;
  /** base − current, 0 where it grew. */
  readonly loss: bigint;
}

export interface Losses {
  /** By key, then by line, in code-point order. Only such as came to more than nothing in the base. */
  readonly all: readonly Loss[];
  readonly scale: number;
}

/** Net sums of every customer (split by `line`) that came to more than nothing in the base, and what became of them. */
export async function lossesOf(
  source: AggregateSource,
  { base, current }: { base: Span; current: Span },
  line?: Dimension,
): Promise<Losses> {
  const split = line === undefined ? {} : { within: line };
  const [before, now] = [
    await source.entitySums({ entity: 'customer', ...split, span: base }),
    await source.entitySums({ entity: 'customer', ...split, span: current }),
  ];
  const net = new Map(now.keys.map((_, place) => [placeKey(now, place), now.net[place] ?? 0n]));
  const all = before.keys.flatMap((key, place): Loss[] => {
    const was = before.net[place] ?? 0n;
    if (was <= 0n || key === '') return [];
    const found = net.get(placeKey(before, place)) ?? 0n;
    const is = found > 0n ? found : 0n;
    const [label, loss] = [before.labels[place] ?? key, was > is ? was - is : 0n];
    return [{ key, label, line: before.within?.[place] ?? '', base: was, current: is, loss }];
  });
  all.sort((a, b) => compareCodePoints(a.key, b.key) || compareCodePoints(a.line, b.line));
  return { all, scale: before.scale };
}

/** Largest loss first; ties by key, then by line. */
export function byLoss(losses: readonly Loss[]): Loss[] {
  return losses.toSorted(
    (a, b) =>
      (a.loss === b.loss ? 0 : a.loss > b.loss ? -1 : 1) ||
      compareCodePoints(a.key, b.key) ||
      compareCodePoints(a.line, b.line),
  );
}

export function total(losses: readonly Loss[], of: 'base' | 'current' | 'loss'): bigint {
  return losses.reduce((sum, loss) => sum + loss[of], 0n);
}

function placeKey({ keys, within }: EntitySums, place: number): string {
  return JSON.stringify([keys[place], within?.[place] ?? '']);
}
