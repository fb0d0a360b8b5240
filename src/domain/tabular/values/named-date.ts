import { dateCell, fullYear, type DateCell } from './date-cell';
import { isForeignMonth, monthOfName } from './month-names';

const FILLERS: ReadonlySet<string> = new Set('de del of the le el den der am d'.split(' '));

/** 5-Jan-24 · 5 January 2024 · Jan 5, 2024 · 2024-Jan-05 · 5. März 2024 · Jan 2024 · Jan-24; in lower case. */
export function namedDate(text: string): DateCell | undefined {
  const words = text.split(/[\s.,/'’-]+/).filter((word) => word !== '' && !FILLERS.has(word));
  const place = words.findIndex((word) => monthOfName(word) !== undefined);
  const name = words[place];
  if (name === undefined || words.length > 3) return undefined;
  const numbers = words.filter((_, i) => i !== place).flatMap(figureOf);
  const [first, second] = numbers;
  if (first === undefined || numbers.length !== words.length - 1) return undefined;
  const month = monthOfName(name) ?? 0;
  const cell = second === undefined ? monthOfYear(text, first, month) : dayOfMonth([first, second], month, place);
  return cell && { ...cell, foreign: isForeignMonth(name) };
}

/** A spreadsheet writes Jan-24 for January 2024; Jan 24 is a day without its year. */
function monthOfYear(text: string, year: string, month: number): DateCell | undefined {
  if (year.length !== 4 && !/^\p{L}{3,4}-\d{2}$/u.test(text)) return undefined;
  return dateCell('month', [fullYear(Number(year)), month], 'month-name');
}

function dayOfMonth([first, second]: readonly [string, string], month: number, place: number): DateCell | undefined {
  const yearFirst = first.length === 4 || (second.length <= 2 && Number(first) > 31);
  const [year, day] = yearFirst ? [first, second] : [second, first];
  if (day.length > 2 || (year.length !== 4 && year.length !== 2)) return undefined;
  return dateCell('day', [fullYear(Number(year)), month, Number(day)], `name-${place}${yearFirst ? 'y' : ''}`);
}

/** 5 · 5th · 1er · 2024 */
function figureOf(word: string): string[] {
  const figure = /^(\d{1,4})(?:st|nd|rd|th|er|º|ª|°)?$/.exec(word)?.[1];
  return figure === undefined ? [] : [figure];
}
