import { formatDay } from '@/src/kernel/calendar';
import type { RecordId } from '@/src/kernel/ids';
import { formatDecimal } from '@/src/kernel/money';
import { err, ok, type Result } from '@/src/kernel/result';
import type {
  DatasetError,
  FileError,
  RateFileError,
  ReadOrders,
  ReadProgress,
  ReadRequest,
} from '@/src/app/ports/datasets';
import type { Batch, Receipt, Store, StoredBlob, StoreError } from '@/src/app/ports/store';
import type { AggregateSource } from '@/src/domain/analysis/aggregate-source';
import { LocalSource } from '@/src/domain/analysis/local-source';
import { runAnalysis, type AnalysisRun } from '@/src/domain/analysis/run-analysis';
import { openSalesFile } from '@/src/domain/tabular/open-sales-file';
import { buildOrders, type BuiltOrders, type FileFacts } from '@/src/domain/tabular/orders/build-orders';
import {
  blobId,
  SET_ASIDE_PART,
  type DatasetFields,
  type StoredConversion,
  type StoredFacts,
} from '@/src/domain/tabular/dataset.kind';
import { looksLikeNoTable } from '@/src/domain/tabular/no-table';
import type { Conversion } from '@/src/domain/tabular/orders/orders';
import { MOST_RATE_BYTES, readRateFile } from '@/src/domain/tabular/rates/read-rate-file';
import type { ReadRates } from '@/src/domain/tabular/rates/read-rates';
import { missingRoles } from '@/src/domain/tabular/roles/roles';
import { systemOf } from '@/src/domain/tabular/roles/systems/all-systems';
import type { FilePreview, GivenFormat, ReadFile, ReadOptions, SalesFile } from '@/src/domain/tabular/sales-file';
import { ordersToBytes, type ColumnBytes } from '@/src/domain/tabular/orders/stored-orders';
import { writeCsv } from '@/src/domain/tabular/write-csv';
import type { Table } from '@/src/domain/tabular/table';
import { blobContent } from '../files/blob-content';
import { gunzip } from '../files/gunzip';
import { readingFault } from '../files/reading-fault';
import { readXls } from '../files/read-xls';
import { DamagedPart, digestOf, StoredSource } from './stored-source';

/** Datasets whose columns are kept in memory. */
const KEPT = 2;
/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 100;
/** Bytes by which pictures and the like are known. */
const SIGNATURE = 4096;

/** The SHA-256 of a file in hexadecimal. Rejects, and costs nothing more, when the signal aborts. */
type Digesting = (file: Blob, signal: AbortSignal) => Promise<string>;

interface Staged {
  readonly source: LocalSource;
  readonly parts: readonly ColumnBytes[];
}

/** What the dataset worker does. Knows the store and files; is told everything else. */
export class DatasetService {
  private readonly store: Store;
  private readonly digest: Digesting;
  private readonly readings = new Map<RecordId, AbortController>();
  private readonly staged = new Map<RecordId, Staged>();
  private readonly sources = new Map<RecordId, AggregateSource>();

  /** The file that was looked at last: a workbook is read whole, once. */
  private opened: { readonly file: File; readonly sales: SalesFile } | undefined;
  /** Ends what is being opened: a workbook is unpacked for seconds. */
  private opening = new AbortController();

  constructor(store: Store, digest: Digesting) {
    this.store = store;
    this.digest = digest;
  }

  async preview(file: File, given: GivenFormat): Promise<Result<FilePreview, FileError>> {
    const { signal } = this.opening;
    try {
      const opened = await this.open(file);
      return opened.ok ? await opened.value.preview(given) : opened;
    } catch (thrown) {
      return err(await readingFault(file, thrown, signal));
    }
  }

  async readRates(file: File): Promise<Result<ReadRates, RateFileError>> {
    if (file.size > MOST_RATE_BYTES) return err({ code: 'too-large' });
    try {
      const content = blobContent(file, file.name);
      if (looksLikeNoTable((await content.first(SIGNATURE)).bytes)) return err({ code: 'not-a-table' });
      const opened = await openSalesFile(content, readXls);
      return opened.ok ? await readRateFile(opened.value) : opened;
    } catch (thrown) {
      return err({ code: 'unreadable', detail: String(thrown) });
    }
  }

  async read(
    id: RecordId,
    request: ReadRequest,
    onProgress: (progress: ReadProgress) => void,
  ): Promise<Result<ReadOrders, FileError>> {
    const { file, format, roles } = request;
    if (missingRoles(roles).length > 0) return err({ code: 'missing-roles' });
    const stop = new AbortController();
    this.readings.set(id, stop);
    const progress = createProgress(file.size, onProgress);
    try {
      const sha256 = this.digest(file, stop.signal);
      // It fails where the file does, and may do so before it is waited for.
      sha256.catch(() => undefined);
      const opened = await this.open(file);
      if (!opened.ok) return opened;
      const read = await opened.value.read(format, roles, { onProgress: progress, signal: stop.signal });
      const built = buildOrders(read.table, roles, factsOf(read, request));
      if (built.facts.total === 0) return err({ code: 'empty' });
      const { parts, stored } = await storedColumns(built, read.table);
      const source = { name: file.name, bytes: file.size, sha256: await sha256 };
      // While columns were built nothing could be heard: what was said meanwhile is heard now.
      await new Promise((resolve) => setTimeout(resolve));
      stop.signal.throwIfAborted();
      this.staged.set(id, { source: new LocalSource(built.orders), parts });
      return ok({ file: source, facts: storedFacts(built), stored });
    } catch (thrown) {
      return err(await readingFault(file, thrown, stop.signal));
    } finally {
      stop.abort();
      this.readings.delete(id);
    }
  }

  private async open(file: File): Promise<Result<SalesFile, FileError>> {
    const known = this.opened;
    const isSame =
      known?.file.name === file.name && known.file.size === file.size && known.file.lastModified === file.lastModified;
    if (isSame) return ok(known.sales);
    const content = blobContent(file, file.name);
    if (looksLikeNoTable((await content.first(SIGNATURE)).bytes)) return err({ code: 'not-a-table' });
    const { signal } = this.opening;
    const opened = await openSalesFile(content, readXls, { signal, onProgress: createPauses(), gunzip });
    this.opened = opened.ok ? { file, sales: opened.value } : undefined;
    return opened;
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
    if (saved.ok) this.opened = undefined;
    return saved;
  }

  discard(id: RecordId): void {
    this.readings.get(id)?.abort();
    this.staged.delete(id);
  }

  release(): void {
    this.opening.abort();
    this.opening = new AbortController();
    for (const id of [...this.readings.keys(), ...this.staged.keys()]) this.discard(id);
    this.opened = undefined;
  }

  setAside(id: RecordId): Blob | undefined {
    const part = this.staged.get(id)?.parts.find((one) => one.part === SET_ASIDE_PART);
    return part && new Blob([part.data], { type: 'text/csv' });
  }

  async analyse(
    id: RecordId,
    name: string,
    params: Readonly<Record<string, unknown>>,
  ): Promise<Result<AnalysisRun, DatasetError>> {
    try {
      const source = await this.sourceOf(id);
      return source.ok ? await runAnalysis(source.value, name, params) : source;
    } catch (thrown) {
      if (!(thrown instanceof DamagedPart)) throw thrown;
      // Looked at anew the next time: a backup may have brought it back.
      this.sources.delete(id);
      return err({ code: 'damaged' });
    }
  }

  private async sourceOf(id: RecordId): Promise<Result<AggregateSource, DatasetError>> {
    const row = await this.store.row('datasets', id);
    if (row?.state !== 'ready') {
      this.sources.delete(id);
      return err({ code: 'no-dataset' });
    }
    const known = this.sources.get(id);
    if (known) return ok(known);
    // Safe: rows of this table hold the fields of their kind.
    const { stored } = row.fields as DatasetFields;
    const source = await StoredSource.open(stored, async (part) => (await this.store.blob(blobId(id, part)))?.data);
    this.keep(id, source);
    return ok(source);
  }

  private keep(id: RecordId, source: AggregateSource): void {
    this.sources.set(id, source);
    const [oldest] = this.sources.keys();
    if (this.sources.size > KEPT && oldest) this.sources.delete(oldest);
  }
}

/** What `buildOrders` is told beside the table. */
function factsOf({ hasHeader, notices }: ReadFile, { system, currency, rates }: ReadRequest): FileFacts {
  const quirks = system && systemOf(system).quirks;
  return {
    hasHeader,
    notices,
    ...(quirks ? { quirks } : {}),
    ...(currency === undefined ? {} : { currency }),
    ...(rates ? { rates } : {}),
  };
}

/** Lets whoever calls the worker be heard a few times a second. */
function createPauses(): () => Promise<void> | void {
  let paused = performance.now();
  return () => {
    if (performance.now() - paused < REPORT_EVERY) return;
    return new Promise<void>((resolve) => setTimeout(resolve)).then(() => void (paused = performance.now()));
  };
}

/** Reports a few times a second, and when all is read. */
function createProgress(
  totalBytes: number,
  report: (progress: ReadProgress) => void,
): NonNullable<ReadOptions['onProgress']> {
  let reported = 0;
  let isAll = false;
  return (rows, bytes) => {
    const now = performance.now();
    if (isAll || (now - reported < REPORT_EVERY && bytes < totalBytes)) return;
    reported = now;
    isAll = bytes >= totalBytes;
    report({ rows, bytes: Math.min(bytes, totalBytes), totalBytes });
  };
}

async function storedColumns(
  built: BuiltOrders,
  table: Table,
): Promise<{ parts: ColumnBytes[]; stored: ReadOrders['stored'] }> {
  const { shape, parts } = ordersToBytes(built.orders);
  const aside = writeCsv([
    ['#', ...table.names, 'reason'],
    ...built.setAside.map(({ row, cells, reason }) => [row, ...cells, reason]),
  ]);
  const all: ColumnBytes[] =
    built.setAside.length === 0
      ? parts
      : [...parts, { part: SET_ASIDE_PART, media: 'json', data: new TextEncoder().encode(aside).buffer }];
  const sizes = await Promise.all(
    all.map(async ({ part, data }) => [part, { bytes: data.byteLength, sha256: await digestOf(data) }] as const),
  );
  return { parts: all, stored: { shape, parts: Object.fromEntries(sizes) } };
}

function storedFacts({ facts }: BuiltOrders): StoredFacts {
  const { total, used, customers, notices, firstDay, lastDay, currency, currencies, conversion } = facts;
  return {
    total,
    used,
    customers,
    notices,
    currency: currency ?? null,
    currencies,
    ...(conversion ? { conversion: storedConversion(conversion) } : {}),
    amount: formatDecimal(facts.amount),
    firstDay: firstDay === undefined ? null : formatDay(firstDay),
    lastDay: lastDay === undefined ? null : formatDay(lastDay),
    setAside: facts.setAside.map(({ reason, rows, amount }) => ({ reason, rows, amount: formatDecimal(amount) })),
  };
}

function storedConversion({ table, decimals, parts }: Conversion): StoredConversion {
  return {
    table,
    decimals,
    parts: parts.map(({ currency, rows, amount, converted }) => ({
      currency,
      rows,
      amount: formatDecimal(amount),
      converted: formatDecimal(converted),
    })),
  };
}
