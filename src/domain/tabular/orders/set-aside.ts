import { at } from '@/src/kernel/assert';
import { byteAt, floatAt, intAt } from '@/src/kernel/typed';
import { ExactSums, type Decimal } from '@/src/kernel/money';
import type { RaggedRow, Table } from '../table';
import type { Amounts } from './amounts';
import { currencyOf, NO_DAY, type Interpreted } from './interpret';
import { SET_ASIDE_REASONS, type SetAsideCount, type SetAsideReason, type SetAsideRow } from './orders';
import { HEADER_AGAIN, HEADING, NOTE, TOTAL } from './row-kinds';
import type { SalesTable } from './sales-table';
import { isTotalWord } from '../total-words';

export const USED = 255;

const OF_KIND: Readonly<Record<number, SetAsideReason>> = {
  [HEADER_AGAIN]: 'repeated-header',
  [TOTAL]: 'total-row',
  [NOTE]: 'note',
  [HEADING]: 'note',
};

/** For each row the position of its reason in SET_ASIDE_REASONS, or USED. */
export function reasonsOf(sales: SalesTable, read: Interpreted, currency: string | undefined): Uint8Array {
  const blank = Uint8Array.from(read.keys.ofCode, (key) => (key === '' ? 1 : 0));
  const reasons = new Uint8Array(sales.rows);
  for (let row = 0; row < reasons.length; row++) {
    const reason = OF_KIND[byteAt(read.kinds, row)] ?? unsoldReason(read, row, currency) ?? gapIn(read, row, blank);
    reasons[row] = reason === undefined ? USED : SET_ASIDE_REASONS.indexOf(reason);
  }
  return reasons;
}

/** A row below zero takes back a sale: it counts, whatever its status. */
function unsoldReason(read: Interpreted, row: number, currency: string | undefined): SetAsideReason | undefined {
  if (read.unsold[row] === 1 && !(floatAt(read.amounts.units, row) < 0)) return 'unsold';
  return currency !== undefined && currencyOf(read, row) !== currency ? 'other-currency' : undefined;
}

/** What a row lacks. @param blank by code of the customer 1 where there is none. */
function gapIn(read: Interpreted, row: number, blank: Uint8Array): SetAsideReason | undefined {
  if (blank.length === 0 || blank[intAt(read.customer.codes, row)] === 1) return 'blank-customer';
  if (read.day[row] === NO_DAY) return 'bad-date';
  const units = floatAt(read.amounts.units, row);
  if (Number.isNaN(units)) return 'bad-amount';
  if (read.amounts.noRate?.[row] === 1) return 'no-rate';
  return Number.isFinite(units) ? undefined : 'number-too-large';
}

/** A row that does not fit the columns: a total, a note of a cell or two, or a row with cells too few or too many. */
function raggedReason({ cells, broken }: RaggedRow, width: number): SetAsideReason {
  if (broken) return 'open-quote';
  const filled = cells.filter((cell) => cell.trim() !== '');
  // SAP marks its sums with stars.
  if (filled.some(isTotalWord) || /^\s*\*{1,3}\s*$/.test(filled[0] ?? '')) return 'total-row';
  if (width > 2 && filled.length <= (width > 3 ? 2 : 1)) return 'note';
  return cells.length < width ? 'too-few-cells' : 'too-many-cells';
}

export function countSetAside(table: Table, reasons: Uint8Array, amounts: Amounts): SetAsideCount[] {
  const rows = SET_ASIDE_REASONS.map(() => 0);
  const sums = new ExactSums(SET_ASIDE_REASONS.length);
  for (const ragged of table.ragged) {
    const reason = SET_ASIDE_REASONS.indexOf(raggedReason(ragged, table.columns.length));
    rows[reason] = at(rows, reason) + 1;
  }
  for (let row = 0; row < reasons.length; row++) {
    const reason = byteAt(reasons, row);
    if (reason === USED) continue;
    rows[reason] = at(rows, reason) + 1;
    if (amounts.noRate?.[row] !== 1 && Number.isFinite(floatAt(amounts.units, row)))
      sums.add(reason, floatAt(amounts.units, row));
  }
  const amountOf = (i: number): Decimal => ({ units: sums.total(i), scale: amounts.scale });
  const counts = SET_ASIDE_REASONS.map((reason, i) => ({ reason, rows: at(rows, i), amount: amountOf(i) }));
  return counts.filter((count) => count.rows > 0);
}

export function listSetAside(sales: SalesTable, reasons: Uint8Array): SetAsideRow[] {
  const { table } = sales;
  const list: SetAsideRow[] = table.ragged.map((ragged) => ({
    row: ragged.row,
    cells: ragged.cells,
    reason: raggedReason(ragged, table.columns.length),
  }));
  for (let row = 0; row < reasons.length; row++) {
    const reason = SET_ASIDE_REASONS[byteAt(reasons, row)];
    if (reason !== undefined) list.push({ row: intAt(table.rowNumbers, row), reason, cells: sales.cells(row) });
  }
  return list.sort((a, b) => a.row - b.row);
}
