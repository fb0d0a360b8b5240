import { Place, pointsOf, type Matcher } from './matcher';
import type { RecordWords } from './record-words';

export interface Score {
  readonly points: number;
  /** Which value of the record answers, counted from 0; the one with the fewest points where pieces are in several. */
  readonly value: number;
}

/** Pieces to be found in one record, each by itself and all in a row. */
export interface Wanted {
  readonly all: readonly Matcher[];
  readonly each: readonly (readonly [Matcher])[];
}

/** A name counts this much more than other values: more than one step of the order, less than two. */
const NAME = 300;
/** What pieces in several places get at most, as if each began a later word. */
const APART = 600;
const NOWHERE = new Uint8Array(0);

/** How a record answers to all pieces, at its best; undefined unless each is somewhere in it. */
export function scoreRecord(records: RecordWords, place: number, { all, each }: Wanted): Score | undefined {
  let least: Score | undefined;
  for (const piece of each) {
    const score = bestOf(records, place, piece);
    if (!score) return undefined;
    if (!least || score.points < least.points) least = score;
  }
  if (all.length < 2 || !least) return least;
  const together = bestOf(records, place, all);
  const apart = { points: Math.min(least.points, APART), value: least.value };
  return together && together.points >= apart.points ? together : apart;
}

/** The best place in a record where the pieces follow one another. */
function bestOf(records: RecordWords, place: number, pieces: readonly Matcher[]): Score | undefined {
  const { words } = records;
  const starts = pieces[0]?.starts ?? NOWHERE;
  const first = records.firstValue(place);
  const last = records.firstWord(records.firstValue(place + 1));
  let value = first;
  let [bestPoints, bestValue] = [0, 0];
  for (let i = records.firstWord(first); i < last; i++) {
    if (starts[words[i] ?? -1] === 0) continue;
    while (i >= records.firstWord(value + 1)) value++;
    const points = pointsAt(records, value, i, pieces);
    if (points > bestPoints) [bestPoints, bestValue] = [points, value - first];
  }
  return bestPoints > 0 ? { points: bestPoints, value: bestValue } : undefined;
}

function pointsAt(records: RecordWords, value: number, from: number, pieces: readonly Matcher[]): number {
  const { words } = records;
  const start = records.firstWord(value);
  const end = records.firstWord(value + 1);
  const isFirst = from === start;
  let i = from;
  let least = Number.POSITIVE_INFINITY;
  for (const piece of pieces) {
    const found = i < end && piece.starts[words[i] ?? -1] !== 0 ? piece.match(words, i, end) : undefined;
    if (!found) return 0;
    i += found.length;
    const where = !isFirst ? Place.later : i === end ? Place.whole : Place.beginning;
    least = Math.min(least, pointsOf(found.fit, where));
  }
  return least + (records.isName(value) ? NAME : 0);
}
