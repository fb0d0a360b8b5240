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

/**
 * Exact sums of safe integers, one for each of `size` places: plain additions, carried over to a bigint before they could
 * lose a digit.
 */
export class ExactSums {
  private readonly low: Float64Array;
  private readonly high = new Map<number, bigint>();

  constructor(size: number) {
    this.low = new Float64Array(size);
  }

  add(place: number, units: number): void {
    const sum = floatAt(this.low, place) + units;
    if (sum <= CARRY && sum >= -CARRY) {
      this.low[place] = sum;
      return;
    }
    this.high.set(place, (this.high.get(place) ?? 0n) + BigInt(floatAt(this.low, place)) + BigInt(units));
    this.low[place] = 0;
  }

  total(place: number): bigint {
    const low = BigInt(floatAt(this.low, place));
    return this.high.size === 0 ? low : (this.high.get(place) ?? 0n) + low;
  }

  /** The totals of the first `count` places, of all unless it is said. */
  totals(count = this.low.length): bigint[] {
    const all: bigint[] = [];
    for (let place = 0; place < count; place++) all.push(this.total(place));
    return all;
  }
}

const CARRY = Number.MAX_SAFE_INTEGER;
