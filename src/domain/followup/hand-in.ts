import { formatDay, type Day } from '@/src/kernel/calendar';
import { dayFromIso } from '../records/duty';

/** What a clock on the wall shows: the day, and milliseconds since its midnight as the hands show them. */
export interface WallTime {
  readonly day: Day;
  readonly ms: number;
}

/** Reads the wall clock of one place at an instant, given in milliseconds since 1970. */
export type WallClock = (instant: number) => WallTime;

const DAY_MS = 86_400_000;
/** Monday 10:00 (每周一上午十点前). @source domain.md §4 */
const DEADLINE_MS = 10 * 3_600_000;

/**
 * The Monday of the week that a day is in: weeks go from Monday to Sunday.
 * @example mondayOf(dayFromIso('2026-11-22')) // a Sunday: 2026-11-16
 */
export function mondayOf(day: Day): Day {
  // 1970-01-01 was a Thursday: days since the Monday are (day + 3) mod 7.
  return day - ((((day + 3) % 7) + 7) % 7);
}

/**
 * The week before the one that an instant is in at that place: the one to be handed in then. As the ISO day of its Monday.
 */
export function weekBefore(instant: number, clock: WallClock): string {
  return formatDay(mondayOf(clock(instant).day) - 7);
}

/**
 * When the follow-ups of a week are due, as an instant: the Monday after it, 10:00 on the wall.
 * @param week ISO day of its Monday.
 */
export function deadlineOf(week: string, clock: WallClock): number {
  const wanted = (dayFromIso(week) + 7) * DAY_MS + DEADLINE_MS;
  let instant = wanted;
  // The first step removes the distance to UTC, the second what daylight saving changed in between.
  for (let step = 0; step < 3; step++) {
    const { day, ms } = clock(instant);
    instant += wanted - (day * DAY_MS + ms);
  }
  return instant;
}

/** Handed in at 10:00:00.000 exactly is on time. */
export function isOnTime(submitted: number, week: string, clock: WallClock): boolean {
  return submitted <= deadlineOf(week, clock);
}

/**
 * The name of a week as ISO 8601 numbers it: the year is that of its Thursday.
 * @example weekName('2026-12-28') // '2026-W53'
 */
export function weekName(week: string): string {
  const thursday = dayFromIso(week) + 3;
  const year = formatDay(thursday).slice(0, 4);
  const number = Math.floor((thursday - dayFromIso(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}
