import { currenciesOfHeader, habitOfCurrency, resolveCurrencies } from './currency-signs';
import type { DecimalSign } from './digit-groups';
import { tongueOf } from './header-tongue';
import { decimalOfCell, readNumberCell } from './number-cell';
import type { NumberReading } from './number-form';
import { unitOfHeader } from './number-units';

/** Values of the other form that are fewer than this share are slips: they cannot be read, and the rest can. */
const SLIPS = 0.02;

/**
 * How a column's numbers are to be read, from all its distinct values and its header. The order of the values does not
 * matter. Values that can only be read one way decide the decimal sign. When none can, every separator has three digits
 * behind it, and then in this order: the language of the header (German and the like: comma; English or Chinese: point),
 * the currency (EUR and the like: comma, for points only), whole numbers of four digits that are not grouped (so the point
 * is no grouping sign), and last: the separators group.
 * @example decideNumbers(['1.234', '12,5']).decimal // 'comma'
 */
export function decideNumbers(values: readonly string[], header = ''): NumberReading {
  const tally = new Tally();
  for (const value of values) tally.add(value);
  const unit = unitOfHeader(header);
  const currencies = resolveCurrencies(tally.currencies, header);
  const currency = onlyCurrency(
    currencies.length > 0 ? currencies : resolveCurrencies(currenciesOfHeader(header), header),
  );
  const { point, comma, eitherPoint, eitherComma } = tally;
  const decided = point + comma > 0;
  return {
    decimal: decided ? (comma > point ? 'comma' : 'point') : assumedDecimal(tally, header, currency),
    assumed: !decided && eitherPoint + eitherComma > 0,
    conflict: decided && Math.min(point, comma) > SLIPS * (point + comma),
    unit,
    currency,
    currencies,
    percent: tally.percent,
    unitScaled: unit !== 0 || tally.scaled,
  };
}

function onlyCurrency(currencies: readonly string[]): string | undefined {
  const [only, ...more] = currencies;
  return more.length === 0 && only?.length === 3 ? only : undefined;
}

function assumedDecimal(tally: Tally, header: string, currency: string | undefined): DecimalSign {
  const { eitherPoint, eitherComma } = tally;
  if (eitherPoint + eitherComma === 0) return 'point';
  const tongue = tongueOf([header]);
  if (tongue) return tongue === 'continental' ? 'comma' : 'point';
  if (eitherComma > 0) return 'point';
  return habitOfCurrency(currency).decimal ?? (tally.ungroupedThousands ? 'point' : 'comma');
}

/** What the values of a column say. */
class Tally {
  /** Values that can only be read with a decimal point, and with a decimal comma. */
  point = 0;
  comma = 0;
  /** Values such as 1.234, and such as 1,234. */
  eitherPoint = 0;
  eitherComma = 0;
  ungroupedThousands = false;
  percent = false;
  scaled = false;
  readonly currencies = new Set<string>();

  add(value: string): void {
    const plain = plainPoint(value);
    if (plain === NOT_PLAIN) this.addFancy(value);
    else if (plain === UNGROUPED) this.ungroupedThousands = true;
    else if (plain === DECIMAL) this.point++;
    else if (plain === EITHER) this.eitherPoint++;
  }

  private addFancy(value: string): void {
    const cell = readNumberCell(value);
    if (!cell) return;
    if (cell.currency !== undefined) this.currencies.add(cell.currency);
    if (cell.percent) this.percent = true;
    if (cell.unit) this.scaled = true;
    const spoken = decimalOfCell(cell);
    if (spoken === 'point') this.point++;
    else if (spoken === 'comma') this.comma++;
    else if (spoken === 'either' && cell.figures.includes('.')) this.eitherPoint++;
    else if (spoken === 'either') this.eitherComma++;
    else if (/^\d{4}/.test(cell.figures)) this.ungroupedThousands = true;
  }
}

const NOT_PLAIN = -1;
const SMALL = 0;
const UNGROUPED = 1;
const DECIMAL = 2;
const EITHER = 3;

/** What a cell of the form -123.45 says about points, without taking it apart. */
function plainPoint(text: string): number {
  const start = text.charCodeAt(0) === 0x2d ? 1 : 0;
  const { length } = text;
  let point = length;
  for (let i = start; i < length; i++) {
    if (isDigit(text.charCodeAt(i))) continue;
    if (text.charCodeAt(i) !== 0x2e || point < length || i === start) return NOT_PLAIN;
    point = i;
  }
  if (point === length) return length - start > 3 ? UNGROUPED : SMALL;
  const groups = length - point === 4 && point - start <= 3 && text.charCodeAt(start) !== 0x30;
  return groups ? EITHER : DECIMAL;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
