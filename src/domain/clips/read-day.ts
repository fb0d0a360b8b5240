import { civilDateOf, dayOf, formatDay, isRealDate, type CivilDate } from '@/src/kernel/calendar';
import { dayFromIso } from '../records/duty';
import { halfWidth } from './half-width';

/** A day as a text names it. */
export interface ReadDay {
  /** ISO day. */
  readonly day: string;
  readonly raw: string;
}

const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  mär: 3,
  apr: 4,
  may: 5,
  mai: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  okt: 10,
  nov: 11,
  dec: 12,
  dez: 12,
};
const MONTH =
  '(Jan(?:uary|uar)?|Feb(?:ruary|ruar)?|Mar(?:ch)?|März|Mär|Apr(?:il)?|May|Mai|June?|Juni?|July?|Juli?|Aug(?:ust)?|Sept?(?:ember)?|O[ck]t(?:ober)?|Nov(?:ember)?|De[cz](?:ember)?)\\.?';

type Parts = readonly (string | undefined)[];
interface Form {
  readonly pattern: RegExp;
  readonly read: (parts: Parts) => { readonly year?: number; readonly month: number; readonly day: number } | undefined;
}

const number = (text: string | undefined): number => Number(text ?? '');
const monthNamed = (name = ''): number => MONTHS[name.toLowerCase().slice(0, 3)] ?? 0;
const withYear = (year: string | undefined): { readonly year?: number } => (year ? { year: number(year) } : {});

const FORMS: readonly Form[] = [
  {
    // 民国 115 年 is 2026.
    pattern: /民[国國]\s?(\d{2,3})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号號]/g,
    read: ([year, month, day]) => ({ year: number(year) + 1911, month: number(month), day: number(day) }),
  },
  {
    pattern: /(?<!\d)(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号號]?/g,
    read: ([year, month, day]) => ({ year: number(year), month: number(month), day: number(day) }),
  },
  {
    pattern: /(?<![\d年/.-])(?<!年\s)(\d{1,2})\s?月\s?(\d{1,2})\s?[日号號]/g,
    read: ([month, day]) => ({ month: number(month), day: number(day) }),
  },
  {
    pattern: /(?<![\d/.-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-])/g,
    read: ([year, , month, day]) => ({ year: number(year), month: number(month), day: number(day) }),
  },
  {
    pattern: new RegExp(
      `(?<![\\d.])(\\d{1,2})(?:\\.|st|nd|rd|th)?\\s?${MONTH}(?![a-zä])(?:,?\\s?(\\d{4})(?!\\d))?`,
      'gi',
    ),
    read: ([day, month, year]) => ({ ...withYear(year), month: monthNamed(month), day: number(day) }),
  },
  {
    pattern: new RegExp(`\\b${MONTH}\\s(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,?\\s(\\d{4})(?!\\d))?`, 'gi'),
    read: ([month, day, year]) => ({ ...withYear(year), month: monthNamed(month), day: number(day) }),
  },
  {
    pattern: /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/g,
    read: ([day, month, year]) => ({ year: number(year), month: number(month), day: number(day) }),
  },
  {
    // Day first or month first: read only where one of them can be no month, or both are the same.
    pattern: /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/g,
    read: ([a, b, year]) => {
      const [first, second] = [number(a), number(b)];
      if (first <= 12 && second <= 12 && first !== second) return undefined;
      const month = first > 12 ? second : first;
      return { year: number(year), month, day: first > 12 ? first : second };
    },
  },
];

const LONGEST = 2000;

/**
 * The first day that a text names. A day without a year is the one nearest to today, of two as near the later. Days such as
 * 03/08/2026, which two countries read differently, and words such as 明天, which count from a day that the text does not
 * tell, are not read.
 *
 * @param today ISO day. @returns undefined when no day that exists between 1900 and 2200 is named.
 * @example readDay('将于3月8日开业', '2026-11-21') // { day: '2027-03-08', raw: '3月8日' }
 */
export function readDay(text: string, today: string): ReadDay | undefined {
  const plain = halfWidth(text.slice(0, LONGEST));
  const found = FORMS.flatMap(({ pattern, read }) =>
    [...plain.matchAll(pattern)].flatMap((match) => {
      const { index } = match;
      const [raw, ...parts] = match;
      const named = read(parts);
      const day = named && isoDay(named, today);
      return day === undefined ? [] : [{ day, index, raw: text.slice(index, index + raw.length).trim() }];
    }),
  );
  const first = found.toSorted((a, b) => a.index - b.index || b.raw.length - a.raw.length)[0];
  return first && { day: first.day, raw: first.raw };
}

function isoDay({ year, month, day }: Partial<CivilDate> & Omit<CivilDate, 'year'>, today: string): string | undefined {
  if (year !== undefined) return real({ year, month, day });
  const now = dayFromIso(today);
  const here = civilDateOf(now).year;
  const near = [here + 1, here, here - 1]
    .filter((one) => isRealDate({ year: one, month, day }))
    .map((one) => dayOf({ year: one, month, day }))
    .toSorted((a, b) => Math.abs(a - now) - Math.abs(b - now))[0];
  return near === undefined ? undefined : formatDay(near);
}

function real(date: CivilDate): string | undefined {
  return date.year >= 1900 && date.year <= 2200 && isRealDate(date) ? formatDay(dayOf(date)) : undefined;
}
