import type { Merge, Sheet, WorkbookLimits } from './sheet';
import { WorkbookFault } from './workbook-fault';

/** Room that the sheets of one workbook share. */
export interface CellBudget {
  readonly limits: Pick<WorkbookLimits, 'rows' | 'columns' | 'cells'>;
  cells: number;
}

const NO_CELLS: string[] = [];
const MOST_MERGES = 1_000_000;
const MOST_DISTINCT = 100_000;
/** Shorter texts are copied when they are cut out; longer ones would keep alive all of what they were cut from. */
const CUT = 13;
/** Longer gaps are filled in one go. */
const FEW = 64;

/** Puts a sheet together from cells in any order. @throws WorkbookFault `too-large` beyond the limits. */
export class SheetBuilder {
  private readonly budget: CellBudget;
  private readonly rows: string[][] = [];
  private readonly merges: Merge[] = [];
  private readonly hidden: number[] = [];
  private readonly kept = new Map<string, string>();
  private row = -1;
  private cells: string[] = NO_CELLS;

  constructor(budget: CellBudget) {
    this.budget = budget;
  }

  /** The last text put at a place counts. No text is no cell. */
  put(row: number, column: number, text: string): void {
    if (text === '') return;
    if (row !== this.row) this.goTo(row);
    const { cells, budget } = this;
    if (column >= budget.limits.columns) throw new WorkbookFault('too-large', `column ${column + 1}`);
    const kept = text.length < CUT ? text : this.keep(text);
    if (column < cells.length) {
      cells[column] = kept;
      return;
    }
    this.spend(column + 1 - cells.length);
    if (column - cells.length > FEW) extend(cells, column, '');
    while (cells.length < column) cells.push('');
    cells.push(kept);
  }

  merge(merge: Merge): void {
    if (this.merges.length >= MOST_MERGES) throw new WorkbookFault('too-large', 'merged cells');
    this.merges.push(merge);
  }

  hide(row: number): void {
    this.hidden.push(row);
  }

  /** @param isFiltered whether it is a filter that hides a row. */
  finish(named: Pick<Sheet, 'name' | 'hidden' | 'isPivot'>, isFiltered: (row: number) => boolean): Sheet {
    const withContent = [...new Set(this.hidden)].filter((row) => (this.rows[row]?.length ?? 0) > 0);
    const filteredRows = withContent.filter(isFiltered).length;
    const hiddenRows = withContent.length - filteredRows;
    return { ...named, rows: this.rows, merges: this.mergesWithin(), hiddenRows, filteredRows };
  }

  private goTo(row: number): void {
    const { rows, budget } = this;
    if (row >= budget.limits.rows) throw new WorkbookFault('too-large', `row ${row + 1}`);
    if (row >= rows.length) {
      this.spend(row + 1 - rows.length);
      if (row - rows.length > FEW) extend(rows, row, NO_CELLS);
      while (rows.length < row) rows.push(NO_CELLS);
    }
    const present = rows[row];
    this.cells = present === undefined || present === NO_CELLS ? [] : present;
    rows[row] = this.cells;
    this.row = row;
  }

  private spend(cells: number): void {
    this.budget.cells += cells;
    if (this.budget.cells > this.budget.limits.cells) throw new WorkbookFault('too-large', 'cells');
  }

  /** The same text once: exports repeat themselves, and each would hold on to the piece of the file it stood in. */
  private keep(text: string): string {
    const known = this.kept.get(text);
    if (known !== undefined) return known;
    // Joining and cutting makes a copy of its own.
    const copy = ` ${text}`.slice(1);
    if (this.kept.size < MOST_DISTINCT) this.kept.set(copy, copy);
    return copy;
  }

  /** Merged cells cut to where there is content; those that are one cell then say nothing. */
  private mergesWithin(): Merge[] {
    const width = this.rows.reduce((most, { length }) => Math.max(most, length), 0);
    const cut = this.merges
      .map((merge) => ({
        ...merge,
        bottom: Math.min(merge.bottom, this.rows.length - 1),
        right: Math.min(merge.right, width - 1),
      }))
      .filter(({ top, left, bottom, right }) => bottom >= top && right >= left && (bottom > top || right > left));
    const area = cut.reduce((sum, { top, left, bottom, right }) => sum + (bottom - top + 1) * (right - left + 1), 0);
    if (area > this.budget.limits.cells) throw new WorkbookFault('too-large', 'merged cells');
    return cut;
  }
}

function extend<T>(list: T[], length: number, filler: T): void {
  const from = list.length;
  list.length = length;
  list.fill(filler, from);
}
