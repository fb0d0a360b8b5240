import { at } from '@/src/kernel/assert';
import { dayOf, isRealDate } from '@/src/kernel/calendar';
import { parseDecimal, rescale, type Decimal } from '@/src/kernel/money';
import type { ResultTable, Value, ValueType } from '@/src/domain/analysis/result';
import {
  days,
  decimals,
  doubles,
  flags,
  integers,
  LONG_DIGITS,
  longDecimals,
  plainTexts,
  SHORT_DIGITS,
  type ArrowColumn,
} from './arrow-columns';
import { distinctNames } from './sql-names';

/**
 * An earlier result as columns of a SQL table: money is DECIMAL, days are DATE, months VARCHAR (2024-05), counts BIGINT and
 * other numbers DOUBLE, flags BOOLEAN. A column with a value that its type does not hold is VARCHAR.
 */
export function resultColumns({ columns, types, rows }: ResultTable): Map<string, ArrowColumn> {
  const names = distinctNames(columns);
  return new Map(
    names.map((name, i) => {
      const values = rows.map((row) => row[i] ?? null);
      return [
        name,
        typed(values, at(types, i)) ?? plainTexts(values.map((value) => (value === null ? null : String(value)))),
      ];
    }),
  );
}

/** Undefined where some value is of another type. */
function typed(values: readonly Value[], type: ValueType): ArrowColumn | undefined {
  switch (type) {
    case 'text':
    case 'month':
      return undefined;
    case 'money':
      return moneyColumn(values);
    case 'day':
      return dayColumn(values);
    case 'flag':
      return values.every(isFlag) ? flags(values) : undefined;
    default:
      return numberColumn(values, type === 'count' || type === 'days');
  }
}

function isFlag(value: Value): value is boolean | null {
  return value === null || typeof value === 'boolean';
}

function numberColumn(values: readonly Value[], areWhole: boolean): ArrowColumn | undefined {
  if (!values.every((value) => value === null || typeof value === 'number')) return undefined;
  const isBlank = (row: number): boolean => values[row] === null;
  const numbers = values.map(Number);
  if (areWhole && numbers.every(Number.isSafeInteger)) return integers(BigInt64Array.from(numbers, BigInt), isBlank);
  return doubles(Float64Array.from(numbers), isBlank);
}

function moneyColumn(values: readonly Value[]): ArrowColumn | undefined {
  const amounts = values.map((value) => (value === null ? ZERO : parseDecimal(String(value))));
  if (!amounts.every((amount) => amount !== undefined)) return undefined;
  const scale = amounts.reduce((most, amount) => Math.max(most, amount.scale), 0);
  const units = amounts.map((amount) => rescale(amount, scale).units);
  const isBlank = (row: number): boolean => values[row] === null;
  const digits = units.reduce((most, value) => Math.max(most, String(value < 0n ? -value : value).length), scale);
  if (digits > LONG_DIGITS) return undefined;
  return digits > SHORT_DIGITS
    ? longDecimals(units, scale, isBlank)
    : decimals(BigInt64Array.from(units), scale, isBlank);
}

const ZERO: Decimal = { units: 0n, scale: 0 };
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

function dayColumn(values: readonly Value[]): ArrowColumn | undefined {
  const numbers = new Int32Array(values.length);
  for (const [row, value] of values.entries()) {
    if (value === null) continue;
    const [, year = 0, month = 0, day = 0] = (DAY.exec(String(value)) ?? []).map(Number);
    const date = { year, month, day };
    if (!isRealDate(date)) return undefined;
    numbers[row] = dayOf(date);
  }
  return days(numbers, (row) => values[row] === null);
}
