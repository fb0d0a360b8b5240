import { intAt } from '@/src/kernel/typed';
import type { Orders } from '../orders/orders';

/** The orders of one file, with what tells which of two files is the later one. */
export interface SourceOrders {
  readonly orders: Orders;
  /** When the file was last changed, in milliseconds since 1970; 0 where that is not known. */
  readonly modified: number;
  readonly sha256: string;
}

/**
 * The positions of the files, the earliest first. Later is the file whose sales reach further; of two that reach as far the
 * one that was changed last; where that is the same too, the greater digest, so that the order they came in never matters.
 */
export function inTime(sources: readonly SourceOrders[]): number[] {
  const ranked = sources.map((source, place) => ({ place, source, last: lastDay(source.orders) }));
  ranked.sort(
    (a, b) =>
      a.last - b.last ||
      a.source.modified - b.source.modified ||
      (a.source.sha256 < b.source.sha256 ? -1 : a.source.sha256 > b.source.sha256 ? 1 : 0),
  );
  return ranked.map(({ place }) => place);
}

/** Of sold and unsold rows; far in the past where there are none. */
function lastDay({ day, unsold }: Orders): number {
  let last = -2_147_483_648;
  for (let row = 0; row < day.length; row++) last = Math.max(last, intAt(day, row));
  if (unsold) for (let row = 0; row < unsold.day.length; row++) last = Math.max(last, intAt(unsold.day, row));
  return last;
}
