import { type Field, type RecordBatch, RecordBatchReader } from 'apache-arrow';
import { at } from '@/src/kernel/assert';
import { err, ok, type Result } from '@/src/kernel/result';
import type { CellFault, CellOutput } from '@/src/app/ports/cells';
import type { Value, ValueType } from '@/src/domain/analysis/result';
import { type Cell, type ColumnReader, readerOf } from './arrow-values';
import { cellFailed } from './sql-fault';
import { distinctNames } from './sql-names';

/** How much of a result comes back. */
export interface ResultLimits {
  readonly rows: number;
  /** Of text; other values count for eight bytes each. */
  readonly bytes: number;
}

const PLAIN_BYTES = 8;

/**
 * The rows as they come, up to the limit and one more.
 * @param pieces what the engine gives: the head of the table, then rows.
 */
export function readResult(pieces: Iterable<Uint8Array>, limits: ResultLimits): Result<CellOutput, CellFault> {
  const reader = RecordBatchReader.from(pieces);
  reader.open();
  const { fields } = reader.schema;
  const readers: ColumnReader[] = [];
  for (const field of fields) {
    const own = readerOf(field);
    if (!own) return err(cellFailed(unreadable(field)));
    readers.push(own);
  }
  const rows: Cell[][] = [];
  let bytes = 0;
  for (const batch of reader) {
    bytes += readBatch(batch, { readers, rows, most: limits.rows + 1 });
    if (bytes > limits.bytes) return err({ code: 'result-too-large', limit: limits.bytes });
    if (rows.length > limits.rows) break;
  }
  const isCut = rows.length > limits.rows;
  if (isCut) rows.pop();
  return ok({
    table: { columns: distinctNames(fields.map(({ name }) => name)), ...settled(readers, rows) },
    notices: isCut ? [{ code: 'rows-cut', kept: limits.rows }] : [],
  });
}

function unreadable({ name }: Field): string {
  return `The column "${name}" holds bytes or a type that a table cannot show. Write "${name}"::VARCHAR.`;
}

interface Reading {
  readonly readers: readonly ColumnReader[];
  readonly rows: Cell[][];
  readonly most: number;
}

/** @returns what was read takes up. */
function readBatch(batch: RecordBatch, { readers, rows, most }: Reading): number {
  const columns = readers.map((_, i) => batch.getChildAt(i));
  const count = Math.min(batch.numRows, most - rows.length);
  let bytes = 0;
  for (let row = 0; row < count; row++) {
    const cells = readers.map(({ read }, i): Cell => {
      const column = columns[i];
      return column ? read(column, row) : null;
    });
    for (const cell of cells) bytes += typeof cell === 'string' ? cell.length : PLAIN_BYTES;
    rows.push(cells);
  }
  return bytes;
}

/** Whole numbers are counts where all of a column are safe, and exact decimals where one is not. */
function settled(
  readers: readonly ColumnReader[],
  rows: readonly (readonly Cell[])[],
): { types: ValueType[]; rows: Value[][] } {
  const isLarge = readers.map(({ type }, i) => type === 'count' && rows.some((row) => !isSafe(at(row, i))));
  const asValue = (cell: Cell, i: number): Value => {
    if (typeof cell === 'bigint') return isLarge[i] ? String(cell) : Number(cell);
    return isLarge[i] && cell !== null ? String(cell) : cell;
  };
  return {
    types: readers.map(({ type }, i) => (isLarge[i] ? 'money' : type)),
    rows: rows.map((row) => row.map(asValue)),
  };
}

function isSafe(cell: Cell): boolean {
  return typeof cell !== 'bigint' || Number.isSafeInteger(Number(cell));
}
