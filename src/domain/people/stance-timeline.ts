import type { Patch } from '../records/journal';
import { pastImages } from '../records/rewind';
import type { Stance, StakeholderFields, StakeholderRow } from './stakeholder.kind';

/** What was known of a seat from a day on. */
export interface StanceEntry {
  /** ISO day: when the stance was seen; where none was, when it was written. */
  readonly from: string;
  readonly seated: boolean;
  readonly influence: number | undefined;
  readonly stance: Stance | undefined;
  readonly stanceOn: string | undefined;
}

/** One write to a seat, as its history has it. */
export interface Written {
  readonly patch: Patch;
  /** ISO day on which it was written, in the user's time zone. */
  readonly day: string;
  readonly undone: boolean;
}

/**
 * What was known of a seat on which day, the earliest first. A stance counts from the day on which it was seen, which may lie
 * before the day on which it was written. The last word on a day counts: whoever writes a stance down with an earlier day says
 * that it held from then on, and what had been written for later days is replaced. What was undone never counts.
 * @param history of the seat, newest first.
 */
export function stanceTimeline(row: StakeholderRow, history: readonly Written[]): readonly StanceEntry[] {
  const images = pastImages(
    row,
    history.map(({ patch }) => patch),
  );
  const timeline: StanceEntry[] = [];
  for (const [i, { day, undone }] of [...history.entries()].toReversed()) {
    const image = images[i];
    if (undone || !image) continue;
    // Safe: a row of a kind held the fields of the kind at all times.
    const entry = entryOf(image.fields as StakeholderFields, day);
    while (timeline.length > 0 && (timeline.at(-1)?.from ?? '') >= entry.from) timeline.pop();
    timeline.push(entry);
  }
  return timeline;
}

/** The seat as it stood at the end of a day; undefined where it was not there yet. @param history newest first. */
export function seatOn(row: StakeholderRow, history: readonly Written[], day: string): StakeholderRow | undefined {
  const last = history.findIndex((written) => written.day <= day);
  if (last < 0) return undefined;
  const patches = history.slice(0, last + 1).map(({ patch }) => patch);
  const image = pastImages(row, patches)[last];
  // Safe: as above.
  return image && { ...row, fields: image.fields as StakeholderFields };
}

/** What is known of a seat now. */
export function entryOfSeat({ fields }: StakeholderRow): StanceEntry {
  return entryOf(fields, '');
}

function entryOf({ person, influence, stance, stanceOn }: StakeholderFields, written: string): StanceEntry {
  const from = stance !== undefined && stanceOn !== undefined ? stanceOn : written;
  return { from, seated: person !== undefined, influence, stance, stanceOn };
}
