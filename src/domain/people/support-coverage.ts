import { formatDay, lastDayOf, monthOf } from '@/src/kernel/calendar';
import { dayFromIso } from '../records/duty';
import { isFresh } from './freshness';
import type { StanceEntry } from './stance-timeline';

/** The support in a chain on a day (支持面), in points of influence. */
export interface SupportCoverage {
  /** ISO day. */
  readonly day: string;
  /** Of people who support us, seen within the last 180 days. */
  readonly supportive: number;
  /** Of people whose stance is older, or has no day: not counted as support. */
  readonly unverified: number;
  readonly total: number;
  /** Supportive ÷ total; null without anybody who has influence. */
  readonly share: number | null;
  /** People without a score: they are in no sum. */
  readonly unscored: number;
}

/**
 * Σ(influence × supportive) ÷ Σ influence over the people in the chain; empty seats are nobody.
 * @source domain.md §6.5
 * @example // 5 supports, 3 neutral, 2 supported 181 days ago: { supportive: 5, unverified: 2, total: 10, share: 0.5 }
 */
export function supportCoverage(seats: readonly (StanceEntry | undefined)[], day: string): SupportCoverage {
  let [supportive, unverified, total, unscored] = [0, 0, 0, 0];
  for (const seat of seats) {
    if (!seat?.seated) continue;
    if (seat.influence === undefined) {
      unscored++;
      continue;
    }
    total += seat.influence;
    if (seat.stance === undefined) continue;
    if (!isFresh(seat.stanceOn, day)) unverified += seat.influence;
    else if (seat.stance === 'supporter') supportive += seat.influence;
  }
  return { day, supportive, unverified, total, share: total === 0 ? null : supportive / total, unscored };
}

/** What was known of a seat on a day; undefined before it was there. */
export function entryOn(timeline: readonly StanceEntry[], day: string): StanceEntry | undefined {
  return timeline.findLast(({ from }) => from <= day);
}

/**
 * The coverage at the end of each of the last months and on `today`, the earliest first. Days before anything was known are left
 * out: no coverage is not a coverage of nothing.
 */
export function coverageTrend(
  timelines: readonly (readonly StanceEntry[])[],
  today: string,
  months: number,
): readonly SupportCoverage[] {
  const now = monthOf(dayFromIso(today));
  const ends = Array.from({ length: months }, (_, i) => formatDay(lastDayOf(now - months + i)));
  const known = timelines.flatMap(([first]) => (first ? [first.from] : [])).toSorted()[0];
  return [...ends, today]
    .filter((day) => known !== undefined && day >= known)
    .map((day) =>
      supportCoverage(
        timelines.map((timeline) => entryOn(timeline, day)),
        day,
      ),
    );
}
