import type { AggregateSource } from '@/src/domain/analysis/aggregate-source';
import { LocalSource } from '@/src/domain/analysis/local-source';
import { openSalesFile } from '@/src/domain/tabular/open-sales-file';
import { buildOrders, type BuiltOrders } from '@/src/domain/tabular/orders/build-orders';
import { must } from '@/src/kernel/assert';
import type { StoredColumns } from '@/src/domain/tabular/dataset.kind';
import { ordersFromBytes, ordersToBytes, type ColumnBytes } from '@/src/domain/tabular/orders/stored-orders';
import { gunzip } from '@/src/platform/files/gunzip';
import { digestOf } from '@/src/platform/files/digest';
import { ScanWorkers } from '@/src/platform/workers/scan-workers';
import { openStoredSource } from '@/src/platform/workers/stored-source';
import { answersFrom, answersOf } from './figures';
import { openStored, writeStored, type StoredParts, type StoredPlace } from './stored-columns';
import { whenAsked } from './when-asked.mjs';

interface Asked {
  readonly file: File;
  /** Also keep the columns, or have them again instead of reading the file. */
  readonly keep?: readonly StoredPlace[];
  readonly reopen?: Reopening;
}

interface Reopening {
  readonly place: StoredPlace;
  /** All columns at once, or as the product does: those that are needed. Either way each against its digest. */
  readonly all: boolean;
  readonly stored: StoredColumns;
}

/** Its worker is served by the site of the bench. */
const scanning = new ScanWorkers(() => new Worker('/scan.js', { type: 'module' }));

/** A file to the three answers by the product's own code. */
whenAsked(async ({ file, keep = [], reopen }: Asked) => {
  if (reopen) return reopened(reopen);
  const began = performance.now();
  const { built, read } = await readFile(file, began);
  const done = performance.now();
  const answered = await answersOf(built.orders);
  const phases = { parse: done - began, read, build: done - began - read, ...answered.phases };
  const total = performance.now() - began;
  if (keep.length === 0) return { total, phases, figures: answered.figures, notices: built.facts.notices };
  const { shape, parts } = ordersToBytes(built.orders);
  const written: Record<string, number> = {};
  for (const place of keep) {
    const start = performance.now();
    await writeStored(place, parts);
    written[place] = performance.now() - start;
  }
  const bytes = parts.reduce((sum, { data }) => sum + data.byteLength, 0);
  return { total, phases, figures: answered.figures, stored: await storedOf(shape, parts), written, bytes };
});

async function storedOf(shape: StoredColumns['shape'], parts: readonly ColumnBytes[]): Promise<StoredColumns> {
  const sizes = parts.map(
    async ({ part, data }) => [part, { bytes: data.byteLength, sha256: await digestOf(data) }] as const,
  );
  return { shape, parts: Object.fromEntries(await Promise.all(sizes)) };
}

async function readFile(file: File, began: number): Promise<{ built: BuiltOrders; read: number }> {
  const none = (): Promise<never> => Promise.reject(new Error('no .xls here'));
  const opened = await openSalesFile(scanning.content(file), none, { gunzip });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const preview = await opened.value.preview();
  if (!preview.ok) throw new Error(JSON.stringify(preview.error));
  const { format, roles } = preview.value;
  const table = await opened.value.read(format, roles);
  const read = performance.now() - began;
  return { built: buildOrders(table.table, roles, table), read };
}

/** Stored columns to where analyses can be asked for, and to the three answers. */
async function reopened({ place, all, stored }: Reopening): Promise<unknown> {
  const began = performance.now();
  const kept = await openStored(place);
  const { source, rows } = all ? await openAll(kept, stored) : await openNeeded(kept, stored);
  const open = performance.now() - began;
  const { figures } = await answersFrom(() => source, rows);
  kept.close();
  return { open, figures, answered: performance.now() - began };
}

async function openNeeded({ load }: StoredParts, stored: StoredColumns): Promise<Reopened> {
  return { source: await openStoredSource(stored, load), rows: stored.shape.rows };
}

async function openAll({ names, load }: StoredParts, stored: StoredColumns): Promise<Reopened> {
  const parts = new Map<string, ArrayBuffer>();
  for (const part of names) {
    const data = must(await load(part), part);
    if ((await digestOf(data)) !== stored.parts[part]?.sha256) throw new Error(`${part} is damaged`);
    parts.set(part, data);
  }
  const orders = ordersFromBytes(stored.shape, (part) => parts.get(part));
  return { source: LocalSource.of(orders), rows: orders.rows };
}

interface Reopened {
  readonly source: AggregateSource;
  readonly rows: number;
}
