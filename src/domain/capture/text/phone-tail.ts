import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { DigitGroup } from './phone-groups';
import type { NumberRead } from './phone-read';

/** What the groups right after a number add to it. */
export interface Tail {
  /** Further numbers, in E.164, that share all but their last digits with the first. */
  readonly numbers: readonly string[];
  readonly ext?: string;
  readonly used: number;
  readonly end: number;
}

/**
 * @example '010-5798 3910/11/12' // the groups 11 and 12 are two more numbers
 * @example '0755-33873999-88708' // the last group is an extension
 */
export function extraNumbers(read: NumberRead, rest: readonly DigitGroup[]): Tail {
  const none: Tail = { numbers: [], used: 0, end: read.end };
  const [next] = rest;
  if (!read.e164 || !next) return none;
  if (next.separator === '-' && /^\d{1,6}$/.test(next.digits) && rest.length === 1)
    return { numbers: [], ext: next.digits, used: 1, end: next.end };
  const numbers: string[] = [];
  let { used, end } = none;
  for (const run of slashRuns(rest)) {
    const other = withTail(read.e164, run.map((group) => group.digits).join(''));
    if (!other) break;
    numbers.push(other);
    used += run.length;
    end = run.at(-1)?.end ?? end;
  }
  return { numbers, used, end };
}

/** A number with other last digits, if that is a number. */
function withTail(e164: string, digits: string): string | undefined {
  const other = e164.slice(0, -digits.length) + digits;
  return digits.length <= 8 && parsePhoneNumberFromString(other)?.isValid() ? other : undefined;
}

/** The groups after each slash. What follows without one belongs to the run before it. */
function slashRuns(rest: readonly DigitGroup[]): DigitGroup[][] {
  const runs: DigitGroup[][] = [];
  for (const group of rest) {
    if (/[/~]/.test(group.separator)) runs.push([group]);
    else if (runs.length === 0) return [];
    else runs.at(-1)?.push(group);
  }
  return runs;
}

const EXTENSION =
  /^(?:\([^()\d\n]{1,8}\))?[\s,;(（]{0,3}(?:ext(?:ension|n)?|x|转|轉|转分机|分机|分機|内线|durchwahl|dw|poste|apt)[\s.:：]{0,3}(\d{1,6})(?!\d)\)?/i;

/** The extension after a number, and where it ends; where there is none, where the number does. */
export function extensionAfter(flat: string, end: number): { readonly ext?: string; readonly end: number } {
  const match = EXTENSION.exec(flat.slice(end, end + 30));
  return match?.[1] ? { ext: match[1], end: end + match[0].length } : { end };
}
