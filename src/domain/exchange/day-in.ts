import { isRealDate } from '@/src/kernel/calendar';

const YEAR_FIRST = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/;
const DAY_FIRST = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/**
 * The day that a cell or a property holds, in ISO form. Undefined for what is no day of the calendar, and for what may be one
 * of two: 03/04/2019. @example dayIn('2015年3月12日') // '2015-03-12'
 */
export function dayIn(text: string): string | undefined {
  const given = text.trim();
  const [, year = '', month = '', day = ''] = YEAR_FIRST.exec(given) ?? turned(DAY_FIRST.exec(given)) ?? [];
  if (year === '' || !isRealDate({ year: Number(year), month: Number(month), day: Number(day) })) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function turned(match: RegExpExecArray | null): string[] | undefined {
  return match ? [match[0], match[3] ?? '', match[2] ?? '', match[1] ?? ''] : undefined;
}
