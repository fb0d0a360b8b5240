import type { Vector } from 'apache-arrow';
import { formatDay } from '@/src/kernel/calendar';

const MICROS_OF_DAY = 86_400_000_000n;

/**
 * @param ms since 1970, with thousandths; to the microsecond up to the year 2255.
 * @returns null for infinity.
 * @example stampText(0, '') // '1970-01-01 00:00:00'
 */
export function stampText(ms: number, zone: string): string | null {
  const micros = Math.round(ms * 1000);
  if (!Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return null;
  const whole = BigInt(micros);
  const ofDay = ((whole % MICROS_OF_DAY) + MICROS_OF_DAY) % MICROS_OF_DAY;
  return `${formatDay(Number((whole - ofDay) / MICROS_OF_DAY))} ${clockText(ofDay)}${zone}`;
}

/** @example clockText(3_723_500_000n) // '01:02:03.5' */
export function clockText(micros: bigint): string {
  const seconds = micros / 1_000_000n;
  const fraction = String(micros % 1_000_000n)
    .padStart(6, '0')
    .replace(/0{1,6}$/, '');
  const parts = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n].map((part) => String(part).padStart(2, '0'));
  return `${parts.join(':')}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Four words a row: months, days, and nanoseconds as two. The library reads but the first two. */
const INTERVAL_WORDS = 4;

/** @example '1 month 2 days 03:00:00' */
export function intervalText(column: Vector, row: number): string {
  const words: unknown = column.data[0]?.values;
  if (!(words instanceof Int32Array)) return '';
  const [months = 0, days = 0] = words.subarray(INTERVAL_WORDS * row);
  const low = words.slice(INTERVAL_WORDS * row + 2, INTERVAL_WORDS * (row + 1));
  const nanos = new BigInt64Array(low.buffer)[0] ?? 0n;
  const micros = nanos / 1000n;
  const clock = micros === 0n ? '' : `${micros < 0n ? '-' : ''}${clockText(micros < 0n ? -micros : micros)}`;
  const parts = [counted(Math.trunc(months / 12), 'year'), counted(months % 12, 'month'), counted(days, 'day'), clock];
  return parts.filter((part) => part !== '').join(' ') || '00:00:00';
}

function counted(count: number, unit: string): string {
  if (count === 0) return '';
  return `${count} ${unit}${Math.abs(count) === 1 ? '' : 's'}`;
}
