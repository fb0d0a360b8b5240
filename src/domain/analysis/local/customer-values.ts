import { at } from '@/src/kernel/assert';
import { compareCodePoints } from '@/src/kernel/text';
import { floatAt, intAt } from '@/src/kernel/typed';
import type { EntityColumn } from './entity-column';
import type { SaleColumns } from './sale-columns';

type Rows = Pick<SaleColumns, 'rows' | 'customer' | 'day' | 'amount'>;

/** By customer code: the value on the latest day with one that is not blank; -1 where there is none. */
export function lastValues({ rows, customer, day }: Rows, { codes, values }: EntityColumn): Int32Array {
  const blank = values.map((value) => value === '');
  const found = new Int32Array(customer.size).fill(-1);
  const when = new Int32Array(customer.size);
  for (let row = 0; row < rows; row++) {
    const own = intAt(customer.codes, row);
    const code = intAt(codes, row);
    const known = intAt(found, own);
    if (blank[code] || code === known) {
      if (code === known && intAt(day, row) > intAt(when, own)) when[own] = intAt(day, row);
      continue;
    }
    const later = known < 0 ? 1 : intAt(day, row) - intAt(when, own);
    if (later > 0 || (later === 0 && compareCodePoints(at(values, code), at(values, known)) < 0)) {
      found[own] = code;
      when[own] = intAt(day, row);
    }
  }
  return found;
}

/** By customer code: the value on the first day with a row above zero; -1 for a customer without. Blank values count. */
export function firstValues({ rows, customer, day, amount }: Rows, { codes, values }: EntityColumn): Int32Array {
  const found = new Int32Array(customer.size).fill(-1);
  const when = new Int32Array(customer.size);
  for (let row = 0; row < rows; row++) {
    if (!(floatAt(amount.units, row) > 0)) continue;
    const own = intAt(customer.codes, row);
    const code = intAt(codes, row);
    const known = intAt(found, own);
    const earlier = known < 0 ? 1 : intAt(when, own) - intAt(day, row);
    if (earlier > 0 || (earlier === 0 && compareCodePoints(at(values, code), at(values, known)) < 0)) {
      found[own] = code;
      when[own] = intAt(day, row);
    }
  }
  return found;
}
