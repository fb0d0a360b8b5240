import { commonCurrency, currencyOfSign } from './currency-signs';
import { spokenDecimal } from './digit-groups';
import { foldCell } from './fold-cell';
import { unitOfWord } from './number-units';

/** A cell that holds one number, taken apart. */
export interface NumberCell {
  /** Figures with their separators, as they stand. */
  readonly figures: string;
  readonly negative: boolean;
  /** ISO code, or one of the shared signs $ ¥ 元 kr. */
  readonly currency: string | undefined;
  /** Power of ten of the cell's own unit: 4 for 万. 0 for a plain 元 behind the figures; undefined when it has none. */
  readonly unit: number | undefined;
  readonly percent: boolean;
  /** Power of ten of 1.2E+05; undefined when none is written. */
  readonly exponent: number | undefined;
}

const FIGURES = /^[\d.,'’ ]{1,50}$/;
const LONGEST_WORD = 4;

/**
 * Takes a number apart as files write it: (1,234) · 1,234- · ￥1 234 · 12.5万元 · US$ 5 · 12% · 1.2E+05 · 5.00 CR. Brackets,
 * a minus before or behind, or CR (a credit to the customer) make it negative; two of these contradict each other.
 * A currency beside a dash is nothing, as accountants write it.
 * @returns undefined when anything stands in the cell that belongs to no number.
 */
export function readNumberCell(text: string): NumberCell | undefined {
  const cell = foldCell(text);
  const split = cell === undefined ? undefined : splitCell(withZero(cell));
  if (!split || !FIGURES.test(split.figures)) return undefined;
  const marks = new Marks();
  if (!marks.takeBefore(split.before) || !marks.takeBehind(split.behind)) return undefined;
  const negative = marks.negative();
  if (negative === undefined) return undefined;
  const { currency, unit, percent } = marks;
  return { figures: split.figures, exponent: split.exponent, negative, currency, unit, percent };
}

/** The decimal sign of a cell, as {@link spokenDecimal}; before an exponent no groups are written. */
export function decimalOfCell({ figures, exponent }: NumberCell): ReturnType<typeof spokenDecimal> {
  const spoken = spokenDecimal(figures);
  return spoken === 'either' && exponent !== undefined ? (figures.includes('.') ? 'point' : 'comma') : spoken;
}

/** `$ -` is how accountants write no dollars. */
function withZero(cell: string): string {
  const sign = /^(\D{1,4}?) ?-{1,2}$/.exec(cell)?.[1];
  return sign !== undefined && currencyOfSign(sign.toLowerCase()) !== undefined ? `${sign}0` : cell;
}

type Split = Pick<NumberCell, 'figures' | 'exponent'> & { readonly before: string; readonly behind: string };

/** All from the first digit, or the decimal sign before it, to the last digit; and what stands around it. */
function splitCell(cell: string): Split | undefined {
  const first = cell.search(/\d/);
  if (first < 0) return undefined;
  const last = cell.search(/\d\D*$/);
  const start = first - (/[.,]/.test(cell.charAt(first - 1)) && !isPointed(cell.slice(0, first)) ? 1 : 0);
  const middle = cell.slice(start, last + 1);
  const scientific = /^(.{1,50})E([+-]?\d{1,2})$/i.exec(middle);
  const [figures, exponent] = scientific ? [scientific[1] ?? '', Number(scientific[2])] : [middle, undefined];
  return { figures, exponent, before: cell.slice(0, start), behind: cell.slice(last + 1) };
}

/** Rs.500: the point belongs to the sign. */
function isPointed(before: string): boolean {
  return currencyOfSign(before.trim().replace(/^[(+-]/, '')) !== undefined;
}

/** What stands around the figures. Each sign may stand once. */
class Marks {
  currency: string | undefined;
  unit: number | undefined;
  percent = false;
  private minuses = 0;
  private pluses = 0;
  private opened = 0;
  private closed = 0;

  /** The bracket and at most one minus speak; undefined when they contradict each other. */
  negative(): boolean | undefined {
    if (this.opened !== this.closed || this.minuses + this.pluses + this.opened > 1) return undefined;
    return this.minuses + this.opened === 1;
  }

  takeBefore(text: string): boolean {
    return text.length <= 16 && this.take(text, (word) => this.takeCurrency(word));
  }

  takeBehind(text: string): boolean {
    if (text.length > 16) return false;
    // 5,- and 5.– are prices without cents.
    const rest = text.replace(/^[.,](?:-{1,2}|$)/, '');
    return this.take(rest, (word, after) => this.takeUnit(word, after) || this.takeCurrency(word));
  }

  /** Takes words from the left, the longest that is known first. */
  private take(text: string, takeWord: (word: string, after: string) => boolean): boolean {
    let rest = text.replaceAll(' ', '').toLowerCase();
    while (rest !== '') {
      let length = Math.min(rest.length, LONGEST_WORD);
      while (
        length > 0 &&
        !this.takeMark(rest.slice(0, length)) &&
        !takeWord(rest.slice(0, length), rest.slice(length))
      )
        length--;
      if (length === 0) return false;
      rest = rest.slice(length);
    }
    return true;
  }

  private takeMark(word: string): boolean {
    if (word === '-' || word === 'cr') this.minuses++;
    else if (word === '+' || word === 'dr') this.pluses++;
    else if (word === '(') this.opened++;
    else if (word === ')') this.closed++;
    else return false;
    return true;
  }

  private takeCurrency(word: string): boolean {
    const found = currencyOfSign(word);
    if (found === undefined) return false;
    const common = this.currency === undefined ? found : commonCurrency(this.currency, found);
    if (common === undefined) return false;
    this.currency = common;
    return true;
  }

  private takeUnit(word: string, after: string): boolean {
    if (word === '%' && !this.percent) {
      this.percent = true;
      return true;
    }
    const beside = this.currency !== undefined || currencyOfSign(after) !== undefined;
    const unit = word === '元' ? 0 : unitOfWord(word, beside);
    if (unit === undefined || (this.unit !== undefined && word !== '元')) return false;
    this.unit ??= unit;
    return word !== '元' || this.takeCurrency(word);
  }
}
