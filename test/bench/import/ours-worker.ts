import { sha256 } from '@noble/hashes/sha2.js';
import { openSalesFile } from '@/src/domain/tabular/open-sales-file';
import { buildOrders, type BuiltOrders } from '@/src/domain/tabular/orders/build-orders';
import { ordersFromBytes, ordersToBytes, type StoredShape } from '@/src/domain/tabular/orders/stored-orders';
import { blobContent } from '@/src/platform/files/blob-content';
import { answersOf } from './figures';
import { readStored, writeStored, type StoredPlace } from './stored-columns';
import { whenAsked } from './when-asked.mjs';

interface Asked {
  readonly file: File;
  /** Also keep the columns, or have them again instead of reading the file. */
  readonly keep?: readonly StoredPlace[];
  readonly reopen?: { readonly place: StoredPlace; readonly shape: StoredShape };
}

/** A file to the three answers by the product's own code. */
whenAsked(async ({ file, keep = [], reopen }: Asked) => {
  if (reopen) return reopened(reopen.place, reopen.shape);
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
  return { total, phases, figures: answered.figures, shape, written, bytes };
});

async function readFile(file: File, began: number): Promise<{ built: BuiltOrders; read: number }> {
  const opened = await openSalesFile(blobContent(file, file.name), () => Promise.reject(new Error('no .xls here')));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const preview = await opened.value.preview();
  if (!preview.ok) throw new Error(JSON.stringify(preview.error));
  const { format, roles } = preview.value;
  const table = await opened.value.read(format, roles);
  const read = performance.now() - began;
  return { built: buildOrders(table.table, roles, table), read };
}

/** Stored columns to the first answer that can be asked of them. */
async function reopened(place: StoredPlace, shape: StoredShape): Promise<unknown> {
  const began = performance.now();
  const parts = await readStored(place);
  const read = performance.now() - began;
  const orders = ordersFromBytes(shape, (part) => parts.get(part));
  const open = performance.now() - began;
  const digests = await digestsOf([...parts.values()]);
  const asked = performance.now();
  const { figures } = await answersOf(orders);
  return { read, open, ...digests, figures, answered: open + performance.now() - asked };
}

/** What it takes to know that the bytes are those that were kept: by the browser, and by the library the product uses. */
async function digestsOf(parts: readonly ArrayBuffer[]): Promise<{ subtle: number; noble: number }> {
  const t0 = performance.now();
  await Promise.all(parts.map((part) => crypto.subtle.digest('SHA-256', part)));
  const t1 = performance.now();
  for (const part of parts) sha256(new Uint8Array(part));
  return { subtle: t1 - t0, noble: performance.now() - t1 };
}
