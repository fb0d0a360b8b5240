import { byteAt, floatAt, intAt } from '@/src/kernel/typed';
import { BLANK, OTHER, TextColumn, type Column } from '../columns/column';
import { currencyCode } from '../values/currency-code';
import { currenciesOfHeader, signReader } from '../values/currency-signs';
import { readNumberCell } from '../values/number-cell';
import type { NumberReading } from '../values/number-form';
import { carriedCodes, type Documents } from './documents';
import type { SalesTable } from './sales-table';

/** The currency of each row. */
export interface RowCurrencies {
  readonly codes: Int32Array;
  /** ISO codes, or what else stands there, by the row's code; '' where nothing does. */
  readonly ofCode: readonly string[];
}

/**
 * The currency of each row: from the currency column, or where there is none from the signs beside the amounts, if those
 * differ. An amount without a sign is in what the header names. Lines of an order have the currency of its first line.
 * @returns undefined where the file has but one currency, or none that it says.
 */
export function rowCurrencies(
  sales: SalesTable,
  documents: Documents,
  reading: NumberReading | undefined,
): RowCurrencies | undefined {
  const named = sales.text('currency');
  if (named) return { codes: carriedCodes(sales, named, documents).codes, ofCode: named.values.map(currencyCode) };
  const role = sales.column('amount') ? 'amount' : 'unitPrice';
  const column = sales.column(role);
  if (!column || !reading || reading.currencies.length === 0) return undefined;
  const { texts, codes } = textsOf(sales, column, documents);
  const ofCode = currenciesOfCells(texts, sales.name(role));
  if (new Set(ofCode.filter((code) => code !== '')).size < 2) return undefined;
  return { codes, ofCode };
}

/** What each amount is in; '' for one that says nothing under a header that names no currency, or several. */
function currenciesOfCells(texts: readonly string[], header: string): readonly string[] {
  const found = texts.map((text) => readNumberCell(text));
  const meaning = signReader(
    found.flatMap((cell) => cell?.currency ?? []),
    header,
  );
  const [bare, ...more] = new Set(currenciesOfHeader(header).map(meaning));
  const unsaid = more.length === 0 && bare !== undefined ? bare : '';
  return found.map((cell) => (cell?.currency === undefined ? (cell ? unsaid : '') : meaning(cell.currency)));
}

/** The cells in which a sign can stand, and for each row, or the order it belongs to, which it has. */
function textsOf(
  sales: SalesTable,
  column: Column,
  documents: Documents,
): { texts: readonly string[]; codes: Int32Array } {
  if (column instanceof TextColumn)
    return { texts: column.values, codes: carriedCodes(sales, column, documents).codes };
  const { units, decimals, others } = column;
  // Plain figures are all alike.
  const codeOf = (row: number): number => (byteAt(decimals, row) === OTHER ? floatAt(units, row) : others.length);
  const own = (row: number): number => (byteAt(decimals, row) === BLANK ? intAt(documents.first, row) : row);
  return { texts: [...others, '0'], codes: Int32Array.from(decimals, (_, row) => codeOf(own(row))) };
}
