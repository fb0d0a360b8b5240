import { byteAt, floatAt, intAt } from '@/src/kernel/typed';
import { at } from '@/src/kernel/assert';
import { ExactSums } from '@/src/kernel/money';
import { convertUnits } from '../rates/convert-units';
import { RateFinder } from '../rates/rate-finder';
import type { RateTable } from '../rates/rate-table';
import { decimalsOf } from '../values/currency-code';
import { NO_DAY, type Interpreted } from './interpret';
import type { Conversion } from './orders';
import type { RowCurrencies } from './row-currencies';
import { USED } from './set-aside';

/**
 * The table with all amounts in the target of the rates: each by the rate of its day, rounded on its own. An amount that is
 * in the target already stays as it is, to its last digit. A zero of which nothing says what it is in is zero.
 */
export function inOneCurrency(read: Interpreted, table: RateTable): Interpreted {
  const { amounts, day } = read;
  const decimals = decimalsOf(table.target);
  const scale = Math.max(decimals, amounts.scale);
  const { codes, ofCode } = currenciesOf(read);
  const rates = new RateFinder(table);
  const noRate = new Uint8Array(day.length);
  const units = amounts.units.map((own, row) => {
    if (!Number.isFinite(own)) return own;
    const currency = at(ofCode, intAt(codes, row));
    if (currency === table.target || (own === 0 && currency === ''))
      return exactly(rescaled(own, scale - amounts.scale));
    const today = intAt(day, row);
    const rate = today === NO_DAY ? undefined : rates.rateAt(currency, today);
    if (!rate) {
      noRate[row] = 1;
      return own;
    }
    const converted = convertUnits({ units: own, scale: amounts.scale }, rate, decimals);
    return exactly(converted * 10n ** BigInt(scale - decimals));
  });
  return {
    ...read,
    amounts: { ...amounts, units, scale, noRate },
    currency: { codes: new Int32Array(day.length), ofCode: [table.target] },
  };
}

/** Where the file has one currency, or says none, all rows are in that. */
function currenciesOf({ currency, amounts, day }: Interpreted): RowCurrencies {
  return currency ?? { codes: new Int32Array(day.length), ofCode: [amounts.reading?.currency ?? ''] };
}

function rescaled(units: number, digits: number): bigint {
  return BigInt(units) * 10n ** BigInt(digits);
}

/** Infinite where it is no safe integer. */
function exactly(units: bigint): number {
  const number = Number(units);
  return Number.isSafeInteger(number) ? number : Number.POSITIVE_INFINITY;
}

/** What became of the amounts that count. @param found the table before it was converted to what `read` is. */
export function conversionOf(
  found: Interpreted,
  read: Interpreted,
  { table, reasons }: { readonly table: RateTable; readonly reasons: Uint8Array },
): Conversion {
  const { codes, ofCode } = currenciesOf(found);
  const names = [...new Set(ofCode)].toSorted();
  const places = ofCode.map((name) => names.indexOf(name));
  const rows = names.map(() => 0);
  const [before, after] = [new ExactSums(names.length), new ExactSums(names.length)];
  for (let row = 0; row < reasons.length; row++) {
    if (byteAt(reasons, row) !== USED) continue;
    const place = at(places, intAt(codes, row));
    rows[place] = at(rows, place) + 1;
    before.add(place, floatAt(found.amounts.units, row));
    after.add(place, floatAt(read.amounts.units, row));
  }
  const parts = names.map((currency, i) => ({
    currency,
    rows: at(rows, i),
    amount: { units: before.total(i), scale: found.amounts.scale },
    converted: { units: after.total(i), scale: read.amounts.scale },
  }));
  return { table, decimals: decimalsOf(table.target), parts: parts.filter((part) => part.rows > 0) };
}
