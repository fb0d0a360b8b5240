import type { RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import type {
  DatasetError,
  FileError,
  JoinRequest,
  ReadOrders,
  ReadProgress,
  ReadRequest,
  ReadTogether,
} from '@/src/app/ports/datasets';
import type { Batch, Receipt, Store, StoredBlob, StoreError } from '@/src/app/ports/store';
import { LocalSource } from '@/src/domain/analysis/local-source';
import { runAnalysis, type AnalysisRun } from '@/src/domain/analysis/run-analysis';
import { openSalesFile } from '@/src/domain/tabular/open-sales-file';
import { joinOrders } from '@/src/domain/tabular/join/join-orders';
import { writeFileRows } from '@/src/domain/tabular/join/join-rows';
import { buildOrders, type FileFacts } from '@/src/domain/tabular/orders/build-orders';
import { blobId, blobsOf, SET_ASIDE_PART, type DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { storedFacts } from '@/src/domain/tabular/stored-facts';
import { looksLikeNoTable } from '@/src/domain/tabular/no-table';
import { missingRoles } from '@/src/domain/tabular/roles/roles';
import { systemOf } from '@/src/domain/tabular/roles/systems/all-systems';
import type { FilePreview, GivenFormat, ReadFile, ReadOptions, SalesFile } from '@/src/domain/tabular/sales-file';
import type { ColumnBytes } from '@/src/domain/tabular/orders/stored-orders';
import { blobContent } from '../files/blob-content';
import { readXls } from '../files/read-xls';
import { loadSetAside, loadSources, storedColumns } from './dataset-columns';
import { joinFiles, type JoinedFiles, type OneRead, type OpenedDataset } from './join-files';

/** Datasets whose columns are kept in memory. */
const KEPT = 2;
/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 100;
/** Bytes by which pictures and the like are known. */
const SIGNATURE = 4096;

interface Staged {
  readonly source: LocalSource;
  readonly parts: readonly ColumnBytes[];
  /** The dataset that the parts will belong to. */
  readonly target: RecordId;
  /** All rows set aside, where that is more than a part. */
  readonly setAside?: string;
}

/** Columns in memory, and the blobs they were made of. */
interface Kept {
  readonly source: LocalSource;
  readonly of: string;
}

/** What the dataset worker does. Knows the store and files; is told everything else. */
export class DatasetService {
  private readonly store: Store;
  private readonly digest: (file: Blob) => Promise<string>;
  private readonly readings = new Map<RecordId, AbortController>();
  private readonly staged = new Map<RecordId, Staged>();
  private readonly sources = new Map<RecordId, Kept>();

  /** The file that was looked at last: a workbook is read whole, once. */
  private opened: { readonly file: File; readonly sales: SalesFile } | undefined;

  /** @param digest the SHA-256 of a file in hexadecimal. */
  constructor(store: Store, digest: (file: Blob) => Promise<string>) {
    this.store = store;
    this.digest = digest;
  }

  async preview(file: File, given: GivenFormat): Promise<Result<FilePreview, FileError>> {
    try {
      const opened = await this.open(file);
      return opened.ok ? await opened.value.preview(given) : opened;
    } catch (thrown) {
      return err({ code: 'unreadable', detail: String(thrown) });
    }
  }

  async read(
    id: RecordId,
    request: ReadRequest,
    onProgress: (progress: ReadProgress) => void,
  ): Promise<Result<ReadOrders, FileError>> {
    const progress = createProgress(request.file.size, onProgress);
    return this.reading(id, async (signal) => {
      const read = await this.readOne(request, { onProgress: progress, signal });
      if (!read.ok) return read;
      const { file, built, table } = read.value;
      const { parts, stored } = await storedColumns(built, table);
      await hearing(signal);
      this.staged.set(id, { source: new LocalSource(built.orders), parts, target: id });
      return ok({ file, facts: storedFacts(built.facts), stored });
    });
  }

  async join(
    id: RecordId,
    { files, onto }: JoinRequest,
    onProgress: (progress: ReadProgress) => void,
  ): Promise<Result<ReadTogether, FileError>> {
    const total = files.reduce((sum, { file }) => sum + file.size, 0);
    const progress = createProgress(total, onProgress);
    return this.reading(id, async (signal) => {
      const base = onto === undefined ? ok(undefined) : await this.openDataset(onto);
      if (!base.ok) return base;
      let before = { rows: 0, bytes: 0 };
      const joined = await joinFiles(files, base.value, async (request) => {
        const at = before;
        const told = (rows: number, bytes: number): void => progress(at.rows + rows, at.bytes + bytes);
        const read = await this.readOne(request, { onProgress: told, signal });
        before = { rows: at.rows + (read.ok ? read.value.built.facts.total : 0), bytes: at.bytes + request.file.size };
        await hearing(signal);
        return read;
      });
      if (!joined.ok) return joined;
      await hearing(signal);
      this.stage(id, onto ?? id, joined.value);
      return ok(joined.value.read);
    });
  }

  private stage(id: RecordId, target: RecordId, { orders, parts, setAside }: JoinedFiles): void {
    this.staged.set(id, { source: new LocalSource(orders), parts, target, setAside });
  }

  /** Runs a reading that can be ended. */
  private async reading<T>(
    id: RecordId,
    read: (signal: AbortSignal) => Promise<Result<T, FileError>>,
  ): Promise<Result<T, FileError>> {
    const stop = new AbortController();
    this.readings.set(id, stop);
    try {
      return await read(stop.signal);
    } catch (thrown) {
      return err(stop.signal.aborted ? { code: 'cancelled' } : { code: 'unreadable', detail: String(thrown) });
    } finally {
      this.readings.delete(id);
    }
  }

  private async readOne(request: ReadRequest, options: ReadOptions): Promise<Result<OneRead, FileError>> {
    const { file, format, roles } = request;
    if (missingRoles(roles).length > 0) return err({ code: 'missing-roles' });
    const sha256 = this.digest(file);
    const opened = await this.open(file);
    if (!opened.ok) return opened;
    const read = await opened.value.read(format, roles, options);
    const built = buildOrders(read.table, roles, factsOf(read, request));
    if (built.facts.total === 0) return err({ code: 'empty' });
    const source = { name: file.name, bytes: file.size, sha256: await sha256, modified: file.lastModified };
    return ok({ file: source, built, table: read.table });
  }

  private async open(file: File): Promise<Result<SalesFile, FileError>> {
    const known = this.opened;
    const isSame =
      known?.file.name === file.name && known.file.size === file.size && known.file.lastModified === file.lastModified;
    if (isSame) return ok(known.sales);
    const content = blobContent(file, file.name);
    if (looksLikeNoTable((await content.first(SIGNATURE)).bytes)) return err({ code: 'not-a-table' });
    const opened = await openSalesFile(content, readXls);
    this.opened = opened.ok ? { file, sales: opened.value } : undefined;
    return opened;
  }

  async save(id: RecordId, batch: Batch): Promise<Result<Receipt, StoreError>> {
    const staged = this.staged.get(id);
    const blobs = staged?.parts.map(({ part, media, data }): StoredBlob => ({
      id: blobId(staged.target, part),
      about: [staged.target],
      media,
      data,
    }));
    const saved = await this.store.commit({ ...batch, ...(blobs ? { blobs } : {}) });
    if (saved.ok && staged) await this.keepSaved(staged);
    if (saved.ok) this.staged.delete(id);
    if (saved.ok) this.opened = undefined;
    return saved;
  }

  discard(id: RecordId): void {
    this.readings.get(id)?.abort();
    this.staged.delete(id);
  }

  release(): void {
    for (const id of [...this.readings.keys(), ...this.staged.keys()]) this.discard(id);
    this.opened = undefined;
  }

  async setAside(id: RecordId): Promise<Blob | undefined> {
    const staged = this.staged.get(id);
    if (staged?.setAside !== undefined) return csvBlob(staged.setAside);
    const part = staged?.parts.find((one) => one.part === SET_ASIDE_PART);
    if (part) return csvBlob(part.data);
    const fields = staged ? undefined : await this.readyFields(id);
    if (!fields) return undefined;
    const all = fields.sources ? await loadSetAside(this.store, id, fields) : [];
    if (all.some(({ rows }) => rows.length > 0)) return csvBlob(writeFileRows(all));
    const blob = await this.store.blob(blobId(id, SET_ASIDE_PART));
    return blob && csvBlob(blob.data);
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
    const fields = await this.readyFields(id);
    if (!fields) {
      this.sources.delete(id);
      return err({ code: 'no-dataset' });
    }
    const of = blobsOf(id, fields).join('\n');
    const known = this.sources.get(id);
    if (known?.of === of) return ok(known.source);
    const loaded = await loadSources(this.store, id, fields);
    if (!loaded.ok) return loaded;
    const [first, ...more] = loaded.value;
    const orders = first && more.length === 0 ? first.orders : joinOrders(loaded.value).orders;
    const source = new LocalSource(orders);
    this.keep(id, { source, of });
    return ok(source);
  }

  private async openDataset(id: RecordId): Promise<Result<OpenedDataset, FileError>> {
    const fields = await this.readyFields(id);
    if (!fields) return err({ code: 'no-dataset' });
    const loaded = await loadSources(this.store, id, fields);
    if (!loaded.ok) return loaded;
    return ok({ id, fields, sources: loaded.value, setAside: await loadSetAside(this.store, id, fields) });
  }

  private async readyFields(id: RecordId): Promise<DatasetFields | undefined> {
    const row = await this.store.row('datasets', id);
    // Safe: rows of this table hold the fields of their kind.
    return row?.state === 'ready' ? (row.fields as DatasetFields) : undefined;
  }

  private async keepSaved({ target, source }: Staged): Promise<void> {
    const fields = await this.readyFields(target);
    if (fields) this.keep(target, { source, of: blobsOf(target, fields).join('\n') });
  }

  private keep(id: RecordId, kept: Kept): void {
    this.sources.set(id, kept);
    const [oldest] = this.sources.keys();
    if (this.sources.size > KEPT && oldest) this.sources.delete(oldest);
  }
}

/** While columns were built nothing could be heard: what was said meanwhile is heard now. */
async function hearing(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal.throwIfAborted();
}

function csvBlob(text: string | ArrayBuffer): Blob {
  return new Blob([text], { type: 'text/csv' });
}

/** What `buildOrders` is told beside the table. */
function factsOf({ hasHeader, notices }: ReadFile, request: ReadRequest): FileFacts {
  const { system, currency, dateOrder, customersBy } = request;
  const quirks = system && systemOf(system).quirks;
  return {
    hasHeader,
    notices,
    ...(quirks ? { quirks } : {}),
    ...(currency === undefined ? {} : { currency }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(customersBy === undefined ? {} : { customersBy }),
  };
}

/** Reports a few times a second. */
function createProgress(
  totalBytes: number,
  report: (progress: ReadProgress) => void,
): NonNullable<ReadOptions['onProgress']> {
  let reported = 0;
  return (rows, bytes) => {
    const now = performance.now();
    if (now - reported < REPORT_EVERY) return;
    reported = now;
    report({ rows, bytes: Math.min(bytes, totalBytes), totalBytes });
  };
}
