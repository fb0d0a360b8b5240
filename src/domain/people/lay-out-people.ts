import type { RecordId } from '@/src/kernel/ids';
import { compareCodePoints } from '@/src/kernel/text';
import type { Place, StakeholderRow } from './stakeholder.kind';

/** From card to card, in pixels: a card is 208 wide. */
export const STEP = { x: 304, y: 176 };

/** Where a card was put, if its place is one: what is stored there is not checked when it is written. */
export function placeOf({ fields: { place } }: StakeholderRow): Place | undefined {
  const isPlace = place !== undefined && Number.isFinite(place?.x) && Number.isFinite(place?.y);
  return isPlace ? { x: place.x, y: place.y } : undefined;
}

/**
 * A place for everybody: where they were put, and where nobody put them, by who reports to whom, in a row of trees beneath all
 * that was put.
 */
export function placesOf(seats: readonly StakeholderRow[]): ReadonlyMap<RecordId, Place> {
  const put = seats.flatMap((row) => {
    const place = placeOf(row);
    return place ? [[row.id, place] as const] : [];
  });
  const taken = new Set<string>(put.map(([id]) => id));
  const below = put.length === 0 ? 0 : Math.max(...put.map(([, { y }]) => y)) + STEP.y;
  const rest = layOutPeople(seats.filter(({ id }) => !taken.has(id)));
  return new Map([...put, ...[...rest].map(([id, { x, y }]) => [id, { x, y: y + below }] as const)]);
}

/**
 * The tidy tree of who reports to whom: each row of the tree one level, everybody in the middle above those who report to them,
 * no two cards on one place. Whoever reports to nobody of these is the top of a tree; a circle is cut at its most influential.
 * Beside each other stand the more influential first, then by position and id.
 */
export function layOutPeople(seats: readonly StakeholderRow[]): ReadonlyMap<RecordId, Place> {
  const ordered = seats.toSorted(
    (a, b) =>
      (b.fields.influence ?? 0) - (a.fields.influence ?? 0) ||
      compareCodePoints(a.fields.position, b.fields.position) ||
      compareCodePoints(a.id, b.id),
  );
  const places = new Map<RecordId, Place>();
  let column = 0;
  const known = new Set(ordered.map(({ id }) => id));
  const isTop = ({ fields: { reportsTo } }: StakeholderRow): boolean =>
    reportsTo === undefined || !known.has(reportsTo);
  for (const row of [...ordered.filter(isTop), ...ordered]) if (!places.has(row.id)) put(row, 0);
  return places;

  function put(row: StakeholderRow, level: number): number {
    // Takes the place before those beneath, so that a circle comes to an end.
    places.set(row.id, { x: 0, y: level * STEP.y });
    const xs = ordered
      .filter(({ id, fields }) => fields.reportsTo === row.id && !places.has(id))
      .flatMap((below) => (places.has(below.id) ? [] : [put(below, level + 1)]));
    const [first, last] = [xs[0], xs.at(-1)];
    const x = first === undefined || last === undefined ? column++ * STEP.x : (first + last) / 2;
    places.set(row.id, { x, y: level * STEP.y });
    return x;
  }
}

/** Whether `top` stands, directly or not, beneath `seat`: to report to them would close a circle. */
export function wouldCircle(seats: readonly StakeholderRow[], seat: RecordId, top: RecordId): boolean {
  const above = new Map(seats.map(({ id, fields }) => [id, fields.reportsTo]));
  const seen = new Set<RecordId>();
  for (let at: RecordId | undefined = top; at !== undefined && !seen.has(at); at = above.get(at)) {
    if (at === seat) return true;
    seen.add(at);
  }
  return false;
}
