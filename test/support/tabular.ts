import { buildOrders, type BuiltOrders, type ReadTable } from '@/src/domain/tabular/build-orders';
import { previewFile, readTable, type FileFormat } from '@/src/domain/tabular/read-table';
import type { ColumnRoles } from '@/src/domain/tabular/roles';
import type { TextTable } from '@/src/domain/tabular/table';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The bytes in pieces of `size`, the way a stream would give them. */
export async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function tableOf(bytes: Uint8Array, given: Partial<FileFormat> = {}, size = 1 << 16): Promise<ReadTable> {
  return readTable(pieces(bytes, size), previewFile(bytes, true, given).format);
}

/** The cells of a table, row by row. */
export function cellsOf({ columns, rowNumbers }: TextTable): string[][] {
  return Array.from(rowNumbers, (_, row) => columns.map(({ codes, values }) => values[codes[row] ?? -1] ?? ''));
}

/** A text file read the way a dropped file is, with the roles that are guessed unless some are given. */
export async function ordersOf(text: string, roles?: ColumnRoles): Promise<BuiltOrders> {
  const bytes = utf8(text);
  const preview = previewFile(bytes, true);
  return buildOrders(await tableOf(bytes), roles ?? preview.roles);
}
