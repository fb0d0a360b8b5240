import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max';
import { validPhone } from '../../identity/valid-phone';
import type { DigitGroup } from './phone-groups';
import type { SpokenLabel } from './phone-label';
import type { RegionMap } from './region-map';

/** A number read from the first groups of a candidate. */
export interface NumberRead {
  readonly e164?: string;
  readonly type: ReturnType<PhoneNumber['getType']>;
  readonly used: number;
  readonly at: number;
  readonly end: number;
  readonly isInternational: boolean;
}

interface Around {
  readonly flat: string;
  readonly regions: RegionMap;
  readonly last: { readonly end: number; readonly normal?: string } | undefined;
}

const MOST_GROUPS = 8;
const NANP = /^\(?1?[-. (]{0,3}[2-9]\d{2}\)?[-./ ]{1,3}\d{3}[-. ]{1,3}\d{4}$/;

/** The longest run of groups, from the first, that is a valid number; with a label, one that may be. */
export function readNumber(groups: readonly DigitGroup[], label: SpokenLabel, around: Around): NumberRead | undefined {
  const [first] = groups;
  if (!first) return undefined;
  for (let used = Math.min(groups.length, MOST_GROUPS); used > 0; used--) {
    const run = groups.slice(0, used);
    const length = run.reduce((sum, { digits }) => sum + digits.length, 0);
    if (length < 7 || length > 16) continue;
    const end = run.at(-1)?.end ?? first.end;
    const written = around.flat.slice(first.at, end);
    const parsed = parseIn(written, regionsFor(written, first.at, label, around.regions));
    if (parsed && (label !== 'none' || isPlausible(run, written, parsed, around.regions.page[0])))
      return {
        e164: parsed.number,
        type: parsed.getType(),
        used,
        at: first.at,
        end,
        isInternational: /^\(?\+|^00/.test(written),
      };
  }
  return byNeighbours(groups, label, around);
}

function byNeighbours(groups: readonly DigitGroup[], label: SpokenLabel, around: Around): NumberRead | undefined {
  return (
    withoutStrayCode(groups, label, around) ??
    afterAnother(groups, around) ??
    (label === 'none' ? undefined : byLabel(groups, label))
  );
}

/** A label makes more regions worth trying. A number in the shape of North America is tried there on any page. */
function regionsFor(written: string, at: number, label: SpokenLabel, regions: RegionMap): (string | undefined)[] {
  if (/^\(?\+/.test(written)) return [undefined];
  const near = regions.near(at);
  const page = label === 'none' ? regions.page.slice(0, near ? 1 : 2) : regions.page.slice(0, 4);
  return [...new Set([near, ...page, ...(NANP.test(written) ? ['US'] : [])])].filter((one) => one !== undefined);
}

function parseIn(written: string, regions: readonly (string | undefined)[]): PhoneNumber | undefined {
  // The trunk zero in brackets is not dialled from abroad.
  const plain = written.replace(/\(0\)/, '').replace(/^00(?=[1-9])/, regions.length > 1 ? '00' : '+');
  for (const region of regions) {
    // Safe: the region map gives codes of countries that the library knows.
    const valid = validPhone(plain, region as CountryCode | undefined);
    if (valid) return valid;
  }
  return undefined;
}

/** Hong Kong, Macao and Singapore write eight digits without a code, in two groups; years stand so, too. */
const CITY_STATES: ReadonlySet<string> = new Set(['HK', 'MO', 'SG']);
const IN_FOURS = /^(?!(?:19|20)\d\d[ -](?:19|20)\d\d$)[235689]\d{3}[ -]\d{4}$/;

/** As German numbers were written: in pairs from the end, behind the area code's slash, the extension by itself. */
const IN_PAIRS = /^\(?0\d{2,4}\)? ?[/-] ?\d(?: \d\d){1,4}(?: ?- ?\d{1,4})?$/;

/** A digit by itself is part of a count or a list, unless the number is in pairs. */
function hasLoneDigit(run: readonly DigitGroup[], written: string): boolean {
  return run.slice(1).some(({ digits }) => digits.length === 1) && !IN_PAIRS.test(written);
}

/** Whether a valid number that nothing announces is written as one: in groups, or with a code in front. */
function isPlausible(
  run: readonly DigitGroup[],
  written: string,
  parsed: PhoneNumber,
  home: string | undefined,
): boolean {
  if (/^\(?\+/.test(written)) return true;
  if (run.length === 1)
    return parsed.nationalNumber.length >= 9 && (written.startsWith('0') || parsed.getType() === 'MOBILE');
  if (hasLoneDigit(run, written)) return false;
  if (IN_FOURS.test(written) && parsed.country === home && CITY_STATES.has(home ?? '')) return true;
  const digits = written.replace(/\D/g, '');
  return parsed.countryCallingCode === '1' ? NANP.test(written) : digits.startsWith('0') || digits.length >= 9;
}

/** `0755 0898-68724653`: two area codes, of which the second is the number's. */
function withoutStrayCode(groups: readonly DigitGroup[], label: SpokenLabel, around: Around): NumberRead | undefined {
  const [first, ...rest] = groups;
  if (!first || !/^0\d{2,3}$/.test(first.digits) || !/^0\d{2,3}$/.test(rest[0]?.digits ?? '')) return undefined;
  const read = readNumber(rest, label, around);
  return read?.e164 ? { ...read, used: read.used + 1 } : undefined;
}

/** `020-83544718、83559326`: the second number lacks what it shares with the first. */
function afterAnother(groups: readonly DigitGroup[], { flat, last }: Around): NumberRead | undefined {
  const [first] = groups;
  if (!first || !last?.normal || first.at - last.end > 6) return undefined;
  if (!/^[ 、,，;；/或及和&]{1,4}$/.test(flat.slice(last.end, first.at))) return undefined;
  const { digits, used, end } = shortNumber(first, groups[1]);
  if (digits.length < 6 || digits.length > 8) return undefined;
  const parsed = validPhone(last.normal.slice(0, -digits.length) + digits);
  if (!parsed) return undefined;
  return { e164: parsed.number, type: parsed.getType(), used, at: first.at, end, isInternational: false };
}

/** A number without its area code, in one group or in two of four digits. */
function shortNumber(
  first: DigitGroup,
  second: DigitGroup | undefined,
): Pick<NumberRead, 'used' | 'end'> & { digits: string } {
  const isSplit = first.digits.length === 4 && second?.digits.length === 4 && /^[ -]$/.test(second.separator);
  return isSplit
    ? { digits: first.digits + second.digits, used: 2, end: second.end }
    : { digits: first.digits, used: 1, end: first.end };
}

/** What no region makes valid but a label calls a number: up to where another one may begin. */
function byLabel(groups: readonly DigitGroup[], label: SpokenLabel): NumberRead | undefined {
  if (label === 'hotline') return undefined;
  let used = 0;
  let length = 0;
  for (const { digits, separator } of groups) {
    if (used > 0 && (/\s{2}|[/~]/.test(separator) || length + digits.length > 15)) break;
    used++;
    length += digits.length;
  }
  const [first] = groups;
  const end = groups[used - 1]?.end;
  if (!first || end === undefined || length < 7 || length > 15) return undefined;
  return { type: undefined, used, at: first.at, end, isInternational: false };
}
