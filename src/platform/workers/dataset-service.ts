import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { formatDay } from '@/src/kernel/calendar';
import type { RecordId } from '@/src/kernel/ids';
import { formatDecimal } from '@/src/kernel/money';
import { err, ok, type Result } from '@/src/kernel/result';
import type { DatasetError, FileError, ReadOrders, ReadProgress } from '@/src/app/ports/datasets';
import type { Batch, Receipt, Store, StoredBlob, StoreError } from '@/src/app/ports/store';
import { LocalSource } from '@/src/domain/analysis/local-source';
import { runAnalysis, type AnalysisRun } from '@/src/domain/analysis/run-analysis';
import { buildOrders, type BuiltOrders } from '@/src/domain/tabular/build-orders';
import { blobId, SET_ASIDE_PART, type DatasetFields, type StoredFacts } from '@/src/domain/tabular/dataset.kind';
import {
  previewFile,
  readTable,
  SAMPLE_BYTES,
  type FileFormat,
  type FilePreview,
} from '@/src/domain/tabular/read-table';
import { missingRoles, type ColumnRoles } from '@/src/domain/tabular/roles';
import { ordersFromBytes, ordersToBytes, type ColumnBytes } from '@/src/domain/tabular/stored-orders';
import { writeCsv } from '@/src/domain/tabular/write-csv';
import type { TextTable } from '@/src/domain/tabular/table';
import { contentOf } from '../files/read-pieces';

/** Datasets whose columns are kept in memory. */
const KEPT = 2;
/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 100;

interface Staged {
  readonly source: LocalSource;
  readonly parts: readonly ColumnBytes[];
}

/** What the dataset worker does. Knows the store and files; is told everything else. */
export class DatasetService {
  private readonly store: Store;
  private readonly readings = new Map<RecordId, AbortController>();
  private readonly staged = new Map<RecordId, Staged>();
  private readonly sources = new Map<RecordId, LocalSource>();

  constructor(store: Store) {
    this.store = store;
  }

  async preview(file: File, given: Partial<FileFormat>): Promise<Result<FilePreview, FileError>> {
    try {
      const sample = await firstBytes(file);
      if (sample.bytes.length === 0) return err({ code: 'empty' });
      return ok(previewFile(sample.bytes, sample.whole, given));
    } catch (thrown) {
      return err({ code: 'unreadable', detail: String(thrown) });
    }
  }

  async read(
    id: RecordId,
    { file, format, roles }: { readonly file: File; readonly format: FileFormat; readonly roles: ColumnRoles },
    onProgress: (progress: ReadProgress) => void,
  ): Promise<Result<ReadOrders, FileError>> {
    if (missingRoles(roles).length > 0) return err({ code: 'missing-roles' });
    const stop = new AbortController();
    this.readings.set(id, stop);
    const hash = sha256.create();
    const progress = createProgress(file.size, onProgress);
    try {
      const content = await contentOf(file, (piece) => {
        hash.update(piece);
        progress.bytes(piece.length);
      });
      const read = await readTable(content, format, (rows) => progress.rows(rows), stop.signal);
      const built = buildOrders(read, roles);
      if (built.facts.total === 0) return err({ code: 'empty' });
      const { parts, stored } = storedColumns(built, read.table);
      this.staged.set(id, { source: new LocalSource(built.orders), parts });
      const source = { name: file.name, bytes: file.size, sha256: bytesToHex(hash.digest()) };
      return ok({ file: source, facts: storedFacts(built), stored });
    } catch (thrown) {
      return err(stop.signal.aborted ? { code: 'cancelled' } : { code: 'unreadable', detail: String(thrown) });
    } finally {
      this.readings.delete(id);
    }
  }

  cancel(id: RecordId): void {
    this.readings.get(id)?.abort();
  }

  async save(id: RecordId, batch: Batch): Promise<Result<Receipt, StoreError>> {
    const staged = this.staged.get(id);
    const blobs = staged?.parts.map(({ part, media, data }): StoredBlob => ({
      id: blobId(id, part),
      about: [id],
      media,
      data,
    }));
    const saved = await this.store.commit({ ...batch, ...(blobs ? { blobs } : {}) });
    if (saved.ok && staged) this.keep(id, staged.source);
    if (saved.ok) this.staged.delete(id);
    return saved;
  }

  discard(id: RecordId): void {
    this.staged.delete(id);
  }

  async analyse(
    id: RecordId,
    name: string,
    params: Readonly<Record<string, unknown>>,
  ): Promise<Result<AnalysisRun, DatasetError>> {
    const source = await this.sourceOf(id);
    return source.ok ? runAnalysis(source.value, name, params) : source;
  }

  private async sourceOf(id: RecordId): Promise<Result<LocalSource, DatasetError>> {
    const row = await this.store.row('datasets', id);
    if (row?.state !== 'ready') {
      this.sources.delete(id);
      return err({ code: 'no-dataset' });
    }
    const known = this.sources.get(id);
    if (known) return ok(known);
    // Safe: rows of this table hold the fields of their kind.
    const { stored } = row.fields as DatasetFields;
    const parts = new Map<string, ArrayBuffer>();
    for (const [part, { sha256: digest }] of Object.entries(stored.parts)) {
      if (part === SET_ASIDE_PART) continue;
      const blob = await this.store.blob(blobId(id, part));
      if (!blob || digestOf(blob.data) !== digest) return err({ code: 'damaged' });
      parts.set(part, blob.data);
    }
    const source = new LocalSource(ordersFromBytes(stored.shape, (part) => parts.get(part)));
    this.keep(id, source);
    return ok(source);
  }

  private keep(id: RecordId, source: LocalSource): void {
    this.sources.set(id, source);
    const [oldest] = this.sources.keys();
    if (this.sources.size > KEPT && oldest) this.sources.delete(oldest);
  }
}

async function firstBytes(file: File): Promise<{ bytes: Uint8Array; whole: boolean }> {
  const bytes = new Uint8Array(SAMPLE_BYTES);
  let filled = 0;
  for await (const piece of await contentOf(file)) {
    const part = piece.subarray(0, SAMPLE_BYTES - filled);
    bytes.set(part, filled);
    filled += part.length;
    if (filled === SAMPLE_BYTES) return { bytes, whole: false };
  }
  return { bytes: bytes.subarray(0, filled), whole: true };
}

/** Gathers counts and reports them a few times a second. */
function createProgress(
  totalBytes: number,
  report: (progress: ReadProgress) => void,
): { bytes(count: number): void; rows(count: number): void } {
  let bytes = 0;
  let reported = 0;
  return {
    bytes: (count) => {
      bytes += count;
    },
    rows: (rows) => {
      const now = performance.now();
      if (now - reported < REPORT_EVERY) return;
      reported = now;
      report({ rows, bytes, totalBytes });
    },
  };
}

function storedColumns(built: BuiltOrders, table: TextTable): { parts: ColumnBytes[]; stored: ReadOrders['stored'] } {
  const { shape, parts } = ordersToBytes(built.orders);
  const aside = writeCsv([
    ['#', ...table.names, 'reason'],
    ...built.setAside.map(({ row, cells, reason }) => [row, ...cells, reason]),
  ]);
  const all: ColumnBytes[] =
    built.setAside.length === 0
      ? parts
      : [...parts, { part: SET_ASIDE_PART, media: 'json', data: new TextEncoder().encode(aside).buffer }];
  const sizes = all.map(({ part, data }) => [part, { bytes: data.byteLength, sha256: digestOf(data) }]);
  return { parts: all, stored: { shape, parts: Object.fromEntries(sizes) } };
}

function digestOf(data: ArrayBuffer): string {
  return bytesToHex(sha256(new Uint8Array(data)));
}

function storedFacts({ facts }: BuiltOrders): StoredFacts {
  const { total, used, customers, notices, firstDay, lastDay } = facts;
  return {
    total,
    used,
    customers,
    notices,
    amount: formatDecimal(facts.amount),
    firstDay: firstDay === undefined ? null : formatDay(firstDay),
    lastDay: lastDay === undefined ? null : formatDay(lastDay),
    setAside: facts.setAside.map(({ reason, rows, amount }) => ({ reason, rows, amount: formatDecimal(amount) })),
  };
}
