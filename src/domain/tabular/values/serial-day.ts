import { dayOf, type Day } from '@/src/kernel/calendar';

/** Which day a spreadsheet counts from: 1900-01-01 is 1, or 1904-01-01 is 0 (old Mac files). */
export type SerialEpoch = '1900' | '1904';

const BEFORE_HOLE = dayOf({ year: 1899, month: 12, day: 31 });
const EPOCH_1904 = dayOf({ year: 1904, month: 1, day: 1 });
const HOLE = 60;
const LATEST = 109_939;

/**
 * The day of a whole serial number. In the 1900 system 60 is 1900-02-29, which never was: it is none, and later serials are
 * one more than they should be.
 * @example dayOfSerial(45296, '1900') // 19727, 2024-01-05
 */
export function dayOfSerial(serial: number, epoch: SerialEpoch): Day | undefined {
  if (!Number.isInteger(serial) || serial < 0 || serial > LATEST) return undefined;
  if (epoch === '1904') return EPOCH_1904 + serial;
  if (serial === 0 || serial === HOLE) return undefined;
  return BEFORE_HOLE + serial - (serial > HOLE ? 1 : 0);
}

const EARLIEST_LIKELY = 20_000;
const LATEST_LIKELY = 60_000;

/**
 * The serial of a cell that can be a date: 20000…60000 (1954 to 2064), the time of day behind the point left out.
 * @example serialOfCell('45296.5') // 45296
 */
export function serialOfCell(text: string): number | undefined {
  if (text.length < 5 || text.length > 24) return undefined;
  const match = /^\s?(\d{5})(?:[.,]\d{1,16})?\s?$/.exec(text);
  const serial = Number(match?.[1] ?? 0);
  return serial >= EARLIEST_LIKELY && serial <= LATEST_LIKELY ? serial : undefined;
}
