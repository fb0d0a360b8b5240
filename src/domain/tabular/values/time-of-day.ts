import { foldCell } from './fold-cell';

/** A text with its clock time taken out. */
export interface Clocked {
  /** What stands around the time, trimmed. */
  readonly rest: string;
  /** Seconds since midnight, fractions dropped. */
  readonly seconds: number;
}

const CLOCK =
  /(?:(上午|下午|午前|午後|凌晨|早上|中午|晚上|[ap]\.?m\.?) ?)?(?<!\d)(\d{1,2})(?::|[时時点點] ?)(\d{1,2})(?:(?::|分 ?)(\d{1,2})(?:[.,]\d{1,9})?)?[分秒]? ?(?:(上午|下午|午前|午後|[ap]\.?m\.?)(?![a-z]))?/;
const ZONE =
  /^ ?(?:z|utc|gmt|[a-z]{1,3}[sd]t|cet|cest|msk)?(?: ?[+-]\d{1,2}(?::?\d{2})?)?(?: ?\([a-z ]{1,40}\))?(?![a-z\d])/;

/**
 * The time of day that a cell names, alone or beside a date, as written: a zone behind it changes nothing.
 * @returns seconds since midnight, fractions dropped; undefined when there is no time, or none that exists.
 * @example timeOfDay('2024年1月5日 下午1:20') // 48000
 */
export function timeOfDay(text: string): number | undefined {
  const cell = foldCell(text);
  const clocked = cell === undefined ? undefined : takeClock(cell.toLowerCase());
  return clocked && clocked.seconds < DAY ? clocked.seconds : undefined;
}

const DAY = 86_400;

/** Takes the clock time and the zone out of a folded text in lower case. 24:00 is allowed, 24:01 is not. */
export function takeClock(text: string): Clocked | undefined {
  const match = CLOCK.exec(text);
  if (!match) return undefined;
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  const seconds = hourOf(hour, match[1] ?? match[5] ?? '') * 3600 + minute * 60 + second;
  if (hour > 24 || minute > 59 || second > 60 || seconds > DAY) return undefined;
  const behind = text.slice(match.index + match[0].length);
  const before = text.slice(0, match.index).replace(/(\d)t$|[ ,:]{1,3}$/, '$1');
  return { rest: `${before} ${behind.slice(ZONE.exec(behind)?.[0].length ?? 0)}`.trim(), seconds };
}

/** Some programs write 下午 13:20: an hour above 12 stays. */
function hourOf(hour: number, half: string): number {
  if (/^(?:p|下午|午後|晚上)/.test(half)) return hour < 12 ? hour + 12 : hour;
  if (half === '中午') return hour < 3 ? hour + 12 : hour;
  return half !== '' && hour === 12 ? 0 : hour;
}
