import { intAt } from '@/src/kernel/typed';
import { cleanLine } from '@/src/kernel/text';
import type { CellBlock } from './columns/cell-block';
import { NumberColumnBuilder, TextColumnBuilder, type ColumnBuilder } from './columns/column-builder';
import type { Column } from './columns/column';
import { growingInts } from './columns/growing';
import { decoderOf } from './text/decoder-of';

/** A row whose cells could not be put into columns, as it stood in the file. */
export interface RaggedRow {
  /** Counts data rows of the file from 1. */
  readonly row: number;
  readonly cells: readonly string[];
  /** A quote was opened in it and not closed. */
  readonly broken?: true;
}

/** A file as columns. Nothing is interpreted yet. */
export interface Table {
  /** Column names; `#n` (from 1) where the file gives none. */
  readonly names: readonly string[];
  readonly columns: readonly Column[];
  /** For each row of the columns, its number among the file's data rows, from 1. */
  readonly rowNumbers: Int32Array<ArrayBuffer>;
  /** All data rows, ragged ones included. */
  readonly total: number;
  readonly ragged: readonly RaggedRow[];
  /** Characters the encoding could not read. */
  readonly damaged: number;
}

/** What has to be known before rows become columns. */
export interface TablePlan {
  /** Rows that are not blank before the first row of data, header included. */
  readonly skip: number;
  readonly names: readonly string[];
  /** The writer leaves blank cells at the end of a row out: a short row is a whole one. */
  readonly trims: boolean;
  /** It ends rows with blank cells that no column has. */
  readonly trails: boolean;
  /** Positions of columns that hold figures. */
  readonly figures: ReadonlySet<number>;
}

/** Rows kept aside as texts: beyond so many a file is not ragged, it was misread. */
const MOST_RAGGED = 100_000;

/** Gathers blocks of rows into columns. */
export class TableBuilder {
  private readonly plan: TablePlan;
  private readonly encoding: string;
  private readonly builders: readonly ColumnBuilder[];
  private readonly ragged: RaggedRow[] = [];
  private readonly rowNumbers = growingInts();
  private skipped = 0;
  private total = 0;

  /** @param encoding that of the bytes in the blocks. */
  constructor(plan: TablePlan, encoding: string) {
    this.plan = plan;
    this.encoding = encoding;
    this.builders = plan.names.map((_, i) =>
      plan.figures.has(i) ? new NumberColumnBuilder() : new TextColumnBuilder(),
    );
  }

  get rows(): number {
    return this.total;
  }

  /** So many rows in all are likely: room is made for them at once. */
  expect(rows: number): void {
    this.rowNumbers.expect(rows);
    for (const builder of this.builders) builder.expect(rows);
  }

  add(block: CellBlock): void {
    const first = Math.min(this.plan.skip - this.skipped, block.rows);
    this.skipped += first;
    const { fitted, firsts, rows } = this.fit(block, first);
    this.builders.forEach((builder, column) => builder.add(fitted, firsts, rows, column));
  }

  finish(): Table {
    const finished = this.builders.map((builder) => builder.finish(this.encoding));
    return {
      names: this.plan.names,
      columns: finished.map(({ column }) => column),
      rowNumbers: this.rowNumbers.finish(),
      total: this.total,
      ragged: this.ragged,
      damaged: finished.reduce((sum, { damaged }) => sum + damaged, 0),
    };
  }

  /** The places of the first cells of all rows that have as many cells as there are columns, or can be taken to. */
  private fit(block: CellBlock, first: number): { fitted: CellBlock; firsts: Int32Array; rows: number } {
    const width = this.builders.length;
    const firsts = new Int32Array(block.rows - first);
    const short: { readonly place: number; readonly from: number; readonly cells: number }[] = [];
    this.rowNumbers.reserve(firsts.length);
    let rows = 0;
    for (let row = first; row < block.rows; row++) {
      const from = intAt(block.firsts, row);
      const cells = intAt(block.firsts, row + 1) - from;
      this.total++;
      if (block.broken.has(row)) {
        this.setAside(block, from, cells, true);
        continue;
      }
      if (cells < width && this.plan.trims) short.push({ place: rows, from, cells });
      else if (cells !== width && !(cells > width && this.plan.trails && isBlank(block, from + width, from + cells))) {
        this.setAside(block, from, cells);
        continue;
      }
      firsts[rows++] = from;
      this.rowNumbers.push(this.total);
    }
    return { fitted: padded(block, short, width, firsts), firsts, rows };
  }

  private setAside({ bytes, starts, ends }: CellBlock, from: number, cells: number, broken = false): void {
    if (this.ragged.length === MOST_RAGGED) return;
    const decode = decoderOf(this.encoding);
    const texts = Array.from({ length: cells }, (_, i) =>
      decode(bytes.subarray(intAt(starts, from + i), intAt(ends, from + i))),
    );
    this.ragged.push({ row: this.total, cells: texts, ...(broken ? { broken } : {}) });
  }
}

function isBlank({ starts, ends }: CellBlock, from: number, to: number): boolean {
  for (let cell = from; cell < to; cell++) if (intAt(starts, cell) < intAt(ends, cell)) return false;
  return true;
}

/** The block with copies of short rows behind its cells, blank cells at their ends; `firsts` is led to the copies. */
function padded(
  block: CellBlock,
  short: readonly { readonly place: number; readonly from: number; readonly cells: number }[],
  width: number,
  firsts: Int32Array,
): CellBlock {
  if (short.length === 0) return block;
  const used = intAt(block.firsts, block.rows);
  const starts = new Int32Array(used + short.length * width);
  const ends = new Int32Array(starts.length);
  starts.set(block.starts.subarray(0, used));
  ends.set(block.ends.subarray(0, used));
  short.forEach(({ place, from, cells }, i) => {
    const copy = used + i * width;
    starts.set(block.starts.subarray(from, from + cells), copy);
    ends.set(block.ends.subarray(from, from + cells), copy);
    firsts[place] = copy;
  });
  return { ...block, starts, ends };
}

/** The names of a header row; `#n` for a blank one. */
export function columnNames(header: readonly string[] | undefined, width: number): string[] {
  return Array.from({ length: width }, (_, i) => cleanLine(header?.[i] ?? '', 200) || `#${i + 1}`);
}
