import { buildOrders, type BuiltOrders } from '@/src/domain/tabular/orders/build-orders';
import { cellText } from '@/src/domain/tabular/columns/column';
import { openSalesFile } from '@/src/domain/tabular/open-sales-file';
import type { FileContent } from '@/src/domain/tabular/file-content';
import type { ColumnRoles } from '@/src/domain/tabular/roles/roles';
import type { FilePreview, GivenFormat, ReadFile, SalesFile } from '@/src/domain/tabular/sales-file';
import type { Table } from '@/src/domain/tabular/table';
import { readXls } from '@/src/platform/files/read-xls';

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** The bytes in pieces of `size`, the way a stream would give them. */
export async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

/** A file in memory, read in pieces of `size`. */
export function contentOf(bytes: Uint8Array, name = 'sales.csv', size = 1 << 16): FileContent {
  return {
    name,
    size: bytes.length,
    first: (count) => Promise.resolve({ bytes: bytes.slice(0, count), whole: bytes.length <= count }),
    pieces: () => pieces(bytes, size),
  };
}

export async function opened(bytes: Uint8Array, name?: string, size?: number): Promise<SalesFile> {
  const file = await openSalesFile(contentOf(bytes, name, size), readXls);
  if (!file.ok) throw new Error(file.error.code);
  return file.value;
}

export async function previewed(file: SalesFile, given: GivenFormat = {}): Promise<FilePreview> {
  const preview = await file.preview(given);
  if (!preview.ok) throw new Error(preview.error.code);
  return preview.value;
}

/** A file in memory read whole, with the roles that are guessed unless some are given. */
export async function readAll(bytes: Uint8Array, given: GivenFormat = {}, size = 1 << 16): Promise<ReadFile> {
  const file = await opened(bytes, 'sales.csv', size);
  const preview = await previewed(file, given);
  return file.read(preview.format, preview.roles);
}

/** The cells of a table, row by row. */
export function cellsOf({ columns, rowNumbers }: Table): string[][] {
  return Array.from(rowNumbers, (_, row) => columns.map((column) => cellText(column, row)));
}

/** A text file read the way a dropped file is, with the roles that are guessed unless some are given. */
export async function ordersOf(text: string, roles?: ColumnRoles): Promise<BuiltOrders> {
  const file = await opened(utf8(text));
  const preview = await previewed(file);
  const read = await file.read(preview.format, roles ?? preview.roles);
  return buildOrders(read.table, roles ?? preview.roles, read);
}
