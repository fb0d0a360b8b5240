import { formatDay } from '@/src/kernel/calendar';
import { compareDecimals, parseDecimal } from '@/src/kernel/money';
import { err, ok, type Result } from '@/src/kernel/result';
import { currencyCode } from '../values/currency-code';
import { parseDate, type DateReading } from '../values/date-form';
import { decideDates } from '../values/decide-dates';
import { isMissing } from '../values/missing-values';
import type { Rate, RateFault, RateLine, RateTable } from './rate-table';
import { rateReader } from './rate-number';

/** Daily rates of five currencies for four years. */
export const MOST_RATES = 5000;
const SHOWN = 40;

export interface ReadRates {
  readonly rates: readonly Rate[];
  /** Whether 1/5/2024 had to be taken for one of two days. */
  readonly dateOrderAssumed: boolean;
}

/**
 * Rates from the texts of lines, in their order. Lines without a currency and a rate are left out. Numbers and dates are
 * read as in a sales file: one form for all lines; a lone point stands before decimals.
 * @returns the first fault, where there is one: nothing is used of a table that is wrong somewhere.
 */
export function readRates(lines: readonly RateLine[]): Result<ReadRates, RateFault> {
  const filled = lines.filter(({ currency, rate }) => currency.trim() !== '' || rate.trim() !== '');
  if (filled.length === 0) return err({ code: 'no-rates', line: 0, text: '' });
  if (filled.length > MOST_RATES) return err({ code: 'too-many-rates', line: 0, text: String(MOST_RATES) });
  const dates = decideDates(filled.map(({ from }) => from).filter((from) => !isMissing(from)));
  const numberOf = rateReader(filled.map(({ rate }) => rate));
  const rates: Rate[] = [];
  const known = new Set<string>();
  for (const line of filled) {
    const rate = readLine(line, numberOf, dates);
    if (!rate.ok) return rate;
    const { currency, from } = rate.value;
    const key = `${currency} ${from ?? ''}`;
    if (known.has(key)) return fault('rate-twice', line, key.trim());
    known.add(key);
    rates.push(rate.value);
  }
  return ok({ rates, dateOrderAssumed: dates.assumed });
}

function readLine(
  line: RateLine,
  numberOf: ReturnType<typeof rateReader>,
  dates: DateReading,
): Result<Rate, RateFault> {
  const currency = currencyCode(line.currency);
  if (currency === '' || currency.length > SHOWN) return fault('rate-currency', line, line.currency);
  const number = numberOf(line.rate);
  if (!number.ok) return fault(number.error, line, line.rate);
  const day = isMissing(line.from) ? null : parseDate(line.from, dates);
  if (day === undefined) return fault('rate-day', line, line.from);
  return ok({ currency, rate: number.value, from: day === null ? null : formatDay(day) });
}

function fault(code: RateFault['code'], { line }: RateLine, text: string): Result<never, RateFault> {
  return err({ code, line, text: text.slice(0, SHOWN) });
}

/**
 * Rates as the table of a conversion. One of the target is worth one: a table that says otherwise was made for another
 * target.
 */
export function rateTable(rates: readonly Rate[], target: string, name?: string): Result<RateTable, RateFault> {
  const one = { units: 1n, scale: 0 };
  const wrong = rates.find(
    ({ currency, rate }) => currency === target && compareDecimals(parseDecimal(rate) ?? one, one) !== 0,
  );
  if (wrong) return err({ code: 'rate-of-target', line: 0, text: `1 ${target} = ${wrong.rate} ${target}` });
  return ok({ target, ...(name === undefined ? {} : { name }), rates });
}
