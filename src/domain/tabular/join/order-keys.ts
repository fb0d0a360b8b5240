import { at } from '@/src/kernel/assert';
import { cleanLine, foldKey } from '@/src/kernel/text';
import type { TextColumn } from '../columns/column';
import { looksDamaged } from '../values/damaged-ids';
import { isMissing } from '../values/missing-values';
import { unwrapId } from '../values/unwrap-id';

/** Texts of several files as numbers: equal texts have equal numbers, in the order they first appeared. */
export class SharedTexts {
  private readonly known = new Map<string, number>();

  get size(): number {
    return this.known.size;
  }

  of(text: string): number {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    this.known.set(text, this.known.size);
    return this.known.size - 1;
  }
}

/** No order can be known by it: blank, or spoilt by a spreadsheet. */
export const NO_ORDER = -1;

/** By code of the column the number of the order, however its id is wrapped, or NO_ORDER. */
export function orderNumbers(column: TextColumn, shared: SharedTexts): Int32Array {
  const isDamaged = looksDamaged(column.values) > 0;
  return Int32Array.from(column.values, (value) => {
    if (isMissing(value) || (isDamaged && couldBeSpoilt(value))) return NO_ORDER;
    return shared.of(PLAIN.test(value) ? value : foldKey(cleanLine(unwrapId(value), 200)));
  });
}

/** Ids that are written the same everywhere. */
const PLAIN = /^[\w-]{1,100}$/;

function couldBeSpoilt(value: string): boolean {
  return /E\+\d\d$/i.test(value.trim()) || /^\D{0,3}\d{15}0/.test(value);
}

/** By code of the column the number of its text. */
export function textNumbers(column: TextColumn, shared: SharedTexts): Int32Array {
  const { values } = column;
  const numbers = new Int32Array(values.length);
  for (let code = 0; code < numbers.length; code++) numbers[code] = shared.of(at(values, code));
  return numbers;
}
