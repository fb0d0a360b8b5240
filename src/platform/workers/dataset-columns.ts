import type { Store } from '@/src/app/ports/store';
import {
  blobId,
  DUPLICATES_PART,
  SET_ASIDE_PART,
  sourcesOf,
  type DatasetFields,
  type StoredColumns,
} from '@/src/domain/tabular/dataset.kind';
import { readFileRows, type FileRows } from '@/src/domain/tabular/join/join-rows';
import type { SourceOrders } from '@/src/domain/tabular/join/source-orders';
import type { BuiltOrders } from '@/src/domain/tabular/orders/build-orders';
import { ordersFromBytes, ordersToBytes, type ColumnBytes } from '@/src/domain/tabular/orders/stored-orders';
import { writeCsv } from '@/src/domain/tabular/write-csv';
import type { Table } from '@/src/domain/tabular/table';
import { digestOf } from '../files/digest';
import { loadParts } from './stored-source';

/** The columns of a file that was read and the rows it sets aside, as they are stored. */
export async function storedColumns(
  built: BuiltOrders,
  table: Table,
  more: readonly ColumnBytes[] = [],
): Promise<{ parts: ColumnBytes[]; stored: StoredColumns }> {
  const { shape, parts } = ordersToBytes(built.orders);
  const aside = writeCsv([
    ['#', ...table.names, 'reason'],
    ...built.setAside.map(({ row, cells, reason }) => [row, ...cells, reason]),
  ]);
  const all = [...parts, ...(built.setAside.length === 0 ? [] : [textPart(SET_ASIDE_PART, aside)]), ...more];
  const sizes = await Promise.all(
    all.map(async ({ part, data }) => [part, { bytes: data.byteLength, sha256: await digestOf(data) }] as const),
  );
  return { parts: all, stored: { shape, parts: Object.fromEntries(sizes) } };
}

export function textPart(part: string, text: string): ColumnBytes {
  return { part, media: 'json', data: new TextEncoder().encode(text).buffer };
}

/** The files of a saved dataset, each by itself, with all columns. @throws DamagedPart */
export async function loadSources(store: Store, datasetId: string, fields: DatasetFields): Promise<SourceOrders[]> {
  const all: SourceOrders[] = [];
  for (const { prefix, stored, file } of sourcesOf(fields)) {
    const load = async (part: string): Promise<ArrayBuffer | undefined> =>
      (await store.blob(blobId(datasetId, `${prefix}${part}`)))?.data;
    const parts = await loadParts(stored, load, (part) => part !== SET_ASIDE_PART && part !== DUPLICATES_PART);
    const orders = ordersFromBytes(stored.shape, (part) => parts.get(part));
    all.push({ orders, modified: file.modified ?? 0, sha256: file.sha256 });
  }
  return all;
}

/** The rows that a saved dataset has set aside, by file. */
export async function loadSetAside(store: Store, datasetId: string, fields: DatasetFields): Promise<FileRows[]> {
  const all: FileRows[] = [];
  for (const { prefix, file } of sourcesOf(fields)) {
    for (const part of [SET_ASIDE_PART, DUPLICATES_PART]) {
      const blob = await store.blob(blobId(datasetId, `${prefix}${part}`));
      if (blob) all.push(...readFileRows(new TextDecoder().decode(blob.data), file.name));
    }
  }
  return all;
}
