import { ExactSums } from '@/src/kernel/money';
import { floatAt, intAt } from '@/src/kernel/typed';
import type { EntitySums, Span } from '../aggregate-source';
import type { EntityPlaces } from './entity-places';
import type { MeasureColumn } from './measures';

/** The rows of days within a span; all rows where there is none. */
interface DatedRows {
  readonly day: Int32Array;
  readonly span: Span | undefined;
}

/** One pass over the rows. */
export function sumEntities(
  { codes, size, keyAt, labelAt, withinAt }: EntityPlaces,
  { units, scale }: MeasureColumn,
  { day, span }: DatedRows,
): EntitySums {
  const [from, to] = [span?.first ?? Number.NEGATIVE_INFINITY, span?.last ?? Number.POSITIVE_INFINITY];
  const gross = new ExactSums(size);
  const back = new ExactSums(size);
  const rows = new Int32Array(size);
  const positiveRows = new Int32Array(size);
  for (let row = 0; row < day.length; row++) {
    const own = floatAt(units, row);
    const when = intAt(day, row);
    if (Number.isNaN(own) || when < from || when > to) continue;
    const place = intAt(codes, row);
    rows[place] = intAt(rows, place) + 1;
    if (own > 0) {
      gross.add(place, own);
      positiveRows[place] = intAt(positiveRows, place) + 1;
    } else if (own < 0) back.add(place, own);
  }
  const there = Array.from(rows.keys()).filter((place) => intAt(rows, place) > 0);
  return {
    keys: there.map(keyAt),
    labels: there.map(labelAt),
    ...(withinAt ? { within: there.map(withinAt) } : {}),
    net: there.map((place) => gross.total(place) + back.total(place)),
    gross: there.map((place) => gross.total(place)),
    rows: there.map((place) => intAt(rows, place)),
    positiveRows: there.map((place) => intAt(positiveRows, place)),
    scale,
  };
}
