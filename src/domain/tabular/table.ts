import { at } from '@/src/kernel/assert';
import { cleanLine } from '@/src/kernel/text';
import type { Dialect } from './dialect';
import { DictionaryBuilder, type TextColumn } from './dictionary';

/** A row whose cells could not be put into columns, as it stood in the file. */
export interface RaggedRow {
  /** Counts data rows of the file from 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** A file as columns of text. Nothing is interpreted yet. */
export interface TextTable {
  /** Column names; `#n` (from 1) where the file gives none. */
  readonly names: readonly string[];
  readonly columns: readonly TextColumn[];
  /** For each row of the columns, its number among the file's data rows, from 1. */
  readonly rowNumbers: Int32Array<ArrayBuffer>;
  /** All data rows, ragged ones included. */
  readonly total: number;
  readonly ragged: readonly RaggedRow[];
}

/** Gathers rows into columns. The first row after `dialect.skip` decides how many there are. */
export class TableBuilder {
  private readonly dialect: Dialect;
  private readonly ragged: RaggedRow[] = [];
  private builders: DictionaryBuilder[] = [];
  private names: string[] = [];
  private rowNumbers = new Int32Array(4096);
  private seen = 0;
  private total = 0;
  private kept = 0;

  constructor(dialect: Dialect) {
    this.dialect = dialect;
  }

  add(rows: readonly (readonly string[])[]): void {
    for (const row of rows) {
      if (this.seen++ < this.dialect.skip) continue;
      if (this.builders.length === 0) {
        this.begin(row);
        if (this.dialect.hasHeader) continue;
      }
      this.addRow(row);
    }
  }

  get rows(): number {
    return this.total;
  }

  finish(): TextTable {
    return {
      names: this.names,
      columns: this.builders.map((builder) => builder.finish()),
      rowNumbers: this.rowNumbers.slice(0, this.kept),
      total: this.total,
      ragged: this.ragged,
    };
  }

  private begin(row: readonly string[]): void {
    this.builders = row.map(() => new DictionaryBuilder());
    this.names = row.map((cell, i) => (this.dialect.hasHeader && cleanLine(cell, 200)) || `#${i + 1}`);
  }

  private addRow(row: readonly string[]): void {
    this.total++;
    const width = this.builders.length;
    // A trailing delimiter gives one empty cell more than there are columns.
    if (row.length !== width && !(row.length === width + 1 && row[width] === '')) {
      this.ragged.push({ row: this.total, cells: row });
      return;
    }
    for (let i = 0; i < width; i++) at(this.builders, i).add(at(row, i));
    if (this.kept === this.rowNumbers.length) {
      const larger = new Int32Array(this.kept * 2);
      larger.set(this.rowNumbers);
      this.rowNumbers = larger;
    }
    this.rowNumbers[this.kept++] = this.total;
  }
}
