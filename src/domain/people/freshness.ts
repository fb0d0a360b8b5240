import { dayFromIso } from '../records/duty';
import { isDay } from '../records/values';

/**
 * Days for which what was seen of a person or an account counts as verified; after them it is unverified until somebody looks
 * again. @source domain.md §6, guides/workspace.md §7 no. 16: opinions without a day and an end become ritual. The number is ours.
 */
export const FRESH_DAYS = 180;

/** How many days lie between; undefined where either is no day or `day` comes after `today`. */
export function ageOf(day: string | undefined, today: string): number | undefined {
  if (day === undefined || !isDay(day) || !isDay(today)) return undefined;
  const age = dayFromIso(today) - dayFromIso(day);
  return age < 0 ? undefined : age;
}

/** Whether what was seen on `day` still counts on `today`: on the 180th day after it does, on the 181st it does not. */
export function isFresh(day: string | undefined, today: string): boolean {
  const age = ageOf(day, today);
  return age !== undefined && age <= FRESH_DAYS;
}
