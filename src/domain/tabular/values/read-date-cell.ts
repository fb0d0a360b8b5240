import type { DateCell } from './date-cell';
import { foldCell } from './fold-cell';
import { hanDate } from './han-date';
import { isWeekday, monthOfName } from './month-names';
import { namedDate } from './named-date';
import { compactDate, numericDate } from './numeric-date';
import { takeClock } from './time-of-day';

/**
 * Takes a date apart in any of the ways files write it. Weekdays, times and zones around it are dropped.
 * @returns undefined when it is none. Whether the day exists is not looked at.
 */
export function readDateCell(text: string): DateCell | undefined {
  const numeric = text.length <= 10 ? numericDate(text) : undefined;
  if (numeric) return numeric;
  const folded = foldCell(text)?.toLowerCase();
  if (folded === undefined || !/\d/.test(folded)) return undefined;
  const plain = withoutWeekday(folded).replace(/(\d ?[日號号일])(?=\S)/, '$1 ');
  const dated = /[:时時点點]/.test(plain) ? takeClock(plain)?.rest : plain;
  if (dated === undefined) return undefined;
  const core = withoutWeekday(dated);
  const numbers = core.replace(/([-/.]) /g, '$1').replace(/\.$/, '');
  return numericDate(numbers) ?? compactDate(numbers) ?? hanDate(core) ?? namedDate(core);
}

const HAN_WEEKDAY =
  /\(?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]\)?|[月火水木金土日]曜日?|\([月火水木金土日一二三四五六]\)/;

function withoutWeekday(text: string): string {
  const plain = text.replace(HAN_WEEKDAY, ' ').trim();
  const match = /^(\p{L}{2,10})[.,]{0,2} ?(?=\S)/u.exec(plain);
  const word = match?.[1] ?? '';
  if (!match || !isWeekday(word)) return plain;
  const rest = plain.slice(match[0].length);
  // "mar. 5 mars" is a Tuesday, "mar 5, 2024" is in March.
  return monthOfName(word) === undefined || isDated(rest) ? rest : plain;
}

function isDated(text: string): boolean {
  return /^\d{1,4}[-/.]\d/.test(text) || text.split(/[^\p{L}]/u).some((word) => monthOfName(word) !== undefined);
}
