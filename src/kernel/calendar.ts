/**
 * Civil dates as integers, without `Date`: no time zone, no daylight saving, no local midnight.
 * A *day* counts days since 1970-01-01; a *month* counts months since 1970-01. Both are negative before.
 */

export type Day = number;
export type Month = number;

export interface CivilDate {
  readonly year: number;
  /** 1…12 */
  readonly month: number;
  /** 1…31 */
  readonly day: number;
}

/**
 * @source Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil. Proleptic Gregorian.
 * @example dayOf({ year: 1970, month: 1, day: 2 }) // 1
 */
export function dayOf({ year, month, day }: CivilDate): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The inverse of {@link dayOf}. */
export function civilDateOf(day: Day): CivilDate {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** Whether the three numbers name a day that exists. 1900-02-29 does not, although Excel says so. */
export function isRealDate(date: CivilDate): boolean {
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return false;
  const back = civilDateOf(dayOf(date));
  return back.month === date.month && back.day === date.day;
}

export function monthOf(day: Day): Month {
  const { year, month } = civilDateOf(day);
  return (year - 1970) * 12 + month - 1;
}

export function firstDayOf(month: Month): Day {
  return dayOf({ year: 1970 + Math.floor(month / 12), month: (((month % 12) + 12) % 12) + 1, day: 1 });
}

export function lastDayOf(month: Month): Day {
  return firstDayOf(month + 1) - 1;
}

/** @example formatDay(0) // '1970-01-01' */
export function formatDay(day: Day): string {
  const { year, month, day: dayOfMonth } = civilDateOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** @example formatMonth(11) // '1970-12' */
export function formatMonth(month: Month): string {
  return formatDay(firstDayOf(month)).slice(0, -3);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
