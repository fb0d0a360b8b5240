import { floatAt } from './typed';

/**
 * Exact decimals. A value is `units × 10^-scale` with integer units, so that sums never drift.
 * Units are `number` inside columns (below 2^53) and `bigint` in sums.
 */
export interface Decimal {
  readonly units: bigint;
  /** Digits after the point, 0…9. */
  readonly scale: number;
}

/**
 * Reads `-12.50` and the like: an optional sign, digits, an optional point with digits. No grouping, no exponent.
 * @returns undefined for anything else.
 * @example parseDecimal('-12.50') // { units: -1250n, scale: 2 }
 */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d{1,40})(?:\.(\d{0,20}))?$/.exec(text);
  if (!match) return undefined;
  const fraction = match[3] ?? '';
  const units = BigInt(`${match[2]}${fraction}`);
  return { units: match[1] === '-' ? -units : units, scale: fraction.length };
}

/**
 * Writes the value as money is read: whole, or with at least two decimals and no trailing zeros after them.
 * @example formatDecimal({ units: -1250n, scale: 3 }) // '-1.25'
 * @example formatDecimal({ units: 125n, scale: 1 }) // '12.50'
 */
export function formatDecimal({ units, scale }: Decimal): string {
  if (scale === 0) return units.toString();
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, -scale);
  let fraction = digits.slice(-scale).padEnd(2, '0');
  while (fraction.length > 2 && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return `${units < 0n ? '-' : ''}${whole}.${fraction}`;
}

/** The same value with more digits after the point. `scale` must not be smaller than the present one. */
export function rescale(value: Decimal, scale: number): Decimal {
  return { units: value.units * 10n ** BigInt(scale - value.scale), scale };
}

/** Negative when a < b, 0 when equal, positive when a > b. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = rescale(a, scale).units - rescale(b, scale).units;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function toNumber({ units, scale }: Decimal): number {
  return Number(units) / 10 ** scale;
}

/**
 * part ÷ whole of two sums of one scale, to the precision of a double (about 3 units in the last place).
 * @returns null when whole is 0: the share is undefined, not zero.
 */
export function share(part: bigint, whole: bigint): number | null {
  return whole === 0n ? null : Number(part) / Number(whole);
}

/** What one of the higher part of an exact sum stands for. */
const PART = 2 ** 30;
const PER_PART = 1 / PART;
/** Beyond it the lower part is carried over; differences of differences of such parts keep every digit. */
const CARRY = 2 ** 50;

/**
 * Exact sums of integers, one for each of `size` places, all 0 at first. Each is held in two parts, `high × 2^30 + low`, so
 * that adding, subtracting and comparing are plain arithmetic of doubles however large a sum grows.
 */
export class ExactSums {
  /** Whole numbers, as is `low`. Of a difference either may be negative. */
  readonly high: Float64Array;
  readonly low: Float64Array;

  constructor(size: number) {
    this.high = new Float64Array(size);
    this.low = new Float64Array(size);
  }

  /** Each value at its place. */
  static of(values: readonly bigint[]): ExactSums {
    const sums = new ExactSums(values.length);
    values.forEach((value, place) => {
      sums.high[place] = Number(value >> 30n);
      sums.low[place] = Number(value & (BigInt(PART) - 1n));
    });
    return sums;
  }

  /** The first number of a sum that is 0 yet: as `add`, without waiting for what stands there. */
  begin(place: number, units: number): void {
    if (units <= CARRY && units >= -CARRY) this.low[place] = units;
    else this.add(place, units);
  }

  /** @param units a safe integer. */
  add(place: number, units: number): void {
    const sum = floatAt(this.low, place) + units;
    // A sum as small as this is exact: that of two safe integers is rounded beyond 2^53 only.
    if (sum <= CARRY && sum >= -CARRY) {
      this.low[place] = sum;
      return;
    }
    const high = Math.floor(units * PER_PART);
    this.addParts(place, high, units - high * PART);
  }

  /** Adds `high × 2^30 + low`, such as the difference of two sums, part by part. */
  addParts(place: number, high: number, low: number): void {
    const sum = floatAt(this.low, place) + low;
    const carried = sum > CARRY || sum < -CARRY ? Math.floor(sum * PER_PART) : 0;
    this.high[place] = floatAt(this.high, place) + high + carried;
    this.low[place] = sum - carried * PART;
  }

  /** Negative where the sum at `place` is below the one at `other`, 0 where they are equal. */
  compare(place: number, other: number): number {
    const high = floatAt(this.high, place) - floatAt(this.high, other);
    return signOfParts(high, floatAt(this.low, place) - floatAt(this.low, other));
  }

  total(place: number): bigint {
    const high = floatAt(this.high, place);
    const low = floatAt(this.low, place);
    const sum = high * PART + low;
    return Number.isSafeInteger(sum) ? BigInt(sum) : BigInt(high) * BigInt(PART) + BigInt(low);
  }

  totals(): bigint[] {
    return Array.from(this.low, (_, place) => this.total(place));
  }
}

/** Negative where `high × 2^30 + low` is below 0, 0 where it is 0: never wrong for the parts of exact sums. */
export function signOfParts(high: number, low: number): number {
  return high * PART + low;
}
