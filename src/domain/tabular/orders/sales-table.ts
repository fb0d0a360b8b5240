import { at } from '@/src/kernel/assert';
import { byteAt, intAt } from '@/src/kernel/typed';
import { BLANK, cellText, TextColumn, type Column } from '../columns/column';
import { areLong, markedCodes } from '../columns/marked-codes';
import type { ColumnRoles, Role } from '../roles/roles';
import type { Table } from '../table';
import { isMissing, LONGEST_MISSING as LONGEST } from '../values/missing-values';

/** A table whose columns are asked for by their roles. */
export class SalesTable {
  readonly table: Table;
  readonly roles: ColumnRoles;
  readonly rows: number;
  private readonly missing = new Map<TextColumn, Uint8Array>();

  constructor(table: Table, roles: ColumnRoles) {
    this.table = table;
    this.roles = roles;
    this.rows = table.rowNumbers.length;
  }

  column(role: Role): Column | undefined {
    return this.table.columns[this.roles.indexOf(role)];
  }

  /** The column where it is text, which it is unless it holds amounts and quantities. */
  text(role: Role): TextColumn | undefined {
    const column = this.column(role);
    return column instanceof TextColumn ? column : undefined;
  }

  name(role: Role): string {
    return this.table.names[this.roles.indexOf(role)] ?? '';
  }

  /** Whether the row has nothing in the column: blank, a dash, N/A. True where there is no such column. */
  isMissing(column: Column | undefined, row: number): boolean {
    if (!column) return true;
    if (column instanceof TextColumn) return byteAt(this.missingCodes(column), intAt(column.codes, row)) === 1;
    return byteAt(column.decimals, row) === BLANK || isMissing(cellText(column, row));
  }

  /** By code 1 where the value is missing. */
  missingCodes(column: TextColumn): Uint8Array {
    const known = this.missing.get(column) ?? markedCodes(column, isMissing, (texts) => areLong(texts, LONGEST));
    this.missing.set(column, known);
    return known;
  }

  cells(row: number): string[] {
    return this.table.columns.map((column) => cellText(column, row));
  }

  /** How many cells of the row are filled; no more than `most` are looked for. */
  filled(row: number, most: number): number {
    let count = 0;
    for (let i = 0; i < this.table.columns.length && count < most; i++)
      if (!this.isMissing(at(this.table.columns, i), row)) count++;
    return count;
  }
}
