import type { Digits } from './digit-groups';

export interface ParsedNumber {
  /** Safe integer. */
  readonly units: number;
  /** Digits after the point, 0…MAX_SCALE. */
  readonly scale: number;
  /** Digits beyond MAX_SCALE were rounded away (floats written out in full). */
  readonly rounded: boolean;
}

export const MAX_SCALE = 6;
/** 2^53 has 16 digits. */
const MOST_DIGITS = 16;

/**
 * The number that digits name, times ten to the power `shift`, exactly; halves are rounded away from zero. Trailing zeros of
 * the fraction are dropped, so that 12.50 needs one digit.
 * @returns undefined when it has more digits than can be kept exactly (2^53 units).
 */
export function exactNumber({ whole, fraction }: Digits, negative: boolean, shift: number): ParsedNumber | undefined {
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return { units: 0, scale: 0, rounded: false };
  const point = digits.length - fraction.length + shift;
  if (point > MOST_DIGITS) return undefined;
  if (point < -MAX_SCALE) return { units: 0, scale: 0, rounded: true };
  const before = point <= 0 ? '' : digits.slice(0, point).padEnd(point, '0');
  const after = (point <= 0 ? '0'.repeat(-point) + digits : digits.slice(point)).replace(/0+$/, '');
  const kept = after.slice(0, MAX_SCALE);
  const units = Number(before + kept) + (after.charAt(MAX_SCALE) >= '5' ? 1 : 0);
  if (!Number.isSafeInteger(units)) return undefined;
  return { units: negative && units !== 0 ? -units : units, scale: kept.length, rounded: after.length > MAX_SCALE };
}

const POINT = 0x2e;
const MINUS = 0x2d;
/** So many digits never leave the safe integers. */
const SHORT = 15;

/**
 * -123.45 and nothing fancier, quickly: the form nearly every cell has.
 * @returns undefined for all else, also for numbers that only {@link exactNumber} can take.
 */
export function plainNumber(text: string): ParsedNumber | undefined {
  const { length } = text;
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  if (length <= start || length > SHORT) return undefined;
  let units = 0;
  let point = length - 1;
  for (let i = start; i < length; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit >= 0 && digit <= 9) units = units * 10 + digit;
    else if (text.charCodeAt(i) === POINT && point === length - 1 && i > start) point = i;
    else return undefined;
  }
  return fromPlain(start === 1 ? -units : units, length - 1 - point);
}

function fromPlain(units: number, decimals: number): ParsedNumber | undefined {
  if (decimals > MAX_SCALE) return undefined;
  let scale = decimals;
  while (scale > 0 && units % 10 === 0) {
    units /= 10;
    scale--;
  }
  return { units: units === 0 ? 0 : units, scale, rounded: false };
}
