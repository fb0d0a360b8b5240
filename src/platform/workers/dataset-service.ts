import type { RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import type {
  CustomerQuery,
  DatasetError,
  FileError,
  JoinRequest,
  RateFileError,
  ReadOrders,
  ReadProgress,
  ReadRequest,
  ReadTogether,
} from '@/src/app/ports/datasets';
import type { Batch, Receipt, Store, StoredBlob, StoreError } from '@/src/app/ports/store';
import { customersOfCells, type CellsQuery } from '@/src/domain/analysis/cohort-customers';
import type { CustomerFigures } from '@/src/domain/analysis/customer-figures';
import type { ResultTable } from '@/src/domain/analysis/result';
import type { EntityRows, RowsQuery } from '@/src/domain/analysis/local/entity-rows';
import { LocalSource } from '@/src/domain/analysis/local-source';
import { runAnalysis, type AnalysisRun } from '@/src/domain/analysis/run-analysis';
import type { FoundCustomers } from '@/src/domain/enrich/own-data/find-customers';
import { openSalesFile } from '@/src/domain/tabular/open-sales-file';
import { buildOrders, type FileFacts } from '@/src/domain/tabular/orders/build-orders';
import { blobId, SET_ASIDE_PART } from '@/src/domain/tabular/dataset.kind';
import { storedFacts } from '@/src/domain/tabular/stored-facts';
import { looksLikeNoTable } from '@/src/domain/tabular/no-table';
import { MOST_RATE_BYTES, readRateFile } from '@/src/domain/tabular/rates/read-rate-file';
import type { ReadRates } from '@/src/domain/tabular/rates/read-rates';
import { missingRoles } from '@/src/domain/tabular/roles/roles';
import { systemOf } from '@/src/domain/tabular/roles/systems/all-systems';
import type { FilePreview, GivenFormat, ReadFile, ReadOptions, SalesFile } from '@/src/domain/tabular/sales-file';
import type { ColumnBytes } from '@/src/domain/tabular/orders/stored-orders';
import { blobContent } from '../files/blob-content';
import { gunzip } from '../files/gunzip';
import { readingFault } from '../files/reading-fault';
import { readXls } from '../files/read-xls';
import { customerFigures, customersLike, slippingCustomers } from './customer-questions';
import { storedColumns } from './dataset-columns';
import type { Digesting } from './digest-workers';
import { joinFiles, type JoinedFiles, type OneRead } from './join-files';
import { csvBlob, SavedDatasets } from './saved-datasets';
import { createPauses, createProgress, hearing } from './reading-pace';
import type { ScanWorkers } from './scan-workers';
import { DamagedPart } from './stored-source';

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

/** What the dataset worker does. Knows the store and files; is told everything else. */
export class DatasetService {
  private readonly store: Store;
  private readonly digest: Digesting;
  private readonly scanning: ScanWorkers | undefined;
  private readonly readings = new Map<RecordId, AbortController>();
  private readonly staged = new Map<RecordId, Staged>();
  private readonly saved: SavedDatasets;
  /** The file that was looked at last: a workbook is read whole, once. */
  private opened: { readonly file: File; readonly sales: SalesFile } | undefined;
  /** Ends what is being opened: a workbook is unpacked for seconds. */
  private opening = new AbortController();

  /** @param scanning where files are not to be read in this thread alone. */
  constructor(store: Store, digest: Digesting, scanning?: ScanWorkers) {
    this.store = store;
    this.saved = new SavedDatasets(store);
    this.digest = digest;
    this.scanning = scanning;
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
    const progress = createProgress(request.file.size, onProgress);
    return this.reading(id, async (signal) => {
      const read = await this.readOne(request, { onProgress: progress, signal });
      if (!read.ok) return read;
      const { file, built, table } = read.value;
      const { parts, stored } = await storedColumns(built, table);
      await hearing(signal);
      this.staged.set(id, { source: LocalSource.of(built.orders), parts, target: id });
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
      const base = onto === undefined ? ok(undefined) : await this.saved.open(onto);
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
    this.staged.set(id, { source: LocalSource.of(orders), parts, target, setAside });
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
      if (thrown instanceof DamagedPart) return err({ code: 'damaged', detail: thrown.message });
      return err(stop.signal.aborted ? { code: 'cancelled' } : { code: 'unreadable', detail: String(thrown) });
    } finally {
      stop.abort();
      this.readings.delete(id);
    }
  }

  private async readOne(
    request: ReadRequest,
    options: ReadOptions & { readonly signal: AbortSignal },
  ): Promise<Result<OneRead, FileError>> {
    const { file, format, roles } = request;
    if (missingRoles(roles).length > 0) return err({ code: 'missing-roles' });
    const sha256 = this.digest(file, options.signal);
    // It fails where the file does, and may do so before it is waited for.
    sha256.catch(() => undefined);
    try {
      const opened = await this.open(file);
      if (!opened.ok) return opened;
      const read = await opened.value.read(format, roles, options);
      const built = buildOrders(read.table, roles, factsOf(read, request));
      if (built.facts.total === 0) return err({ code: 'empty' });
      const source = { name: file.name, bytes: file.size, sha256: await sha256, modified: file.lastModified };
      return ok({ file: source, built, table: read.table });
    } catch (thrown) {
      return err(await readingFault(file, thrown, options.signal));
    }
  }

  private async open(file: File): Promise<Result<SalesFile, FileError>> {
    const known = this.opened;
    const isSame =
      known?.file.name === file.name && known.file.size === file.size && known.file.lastModified === file.lastModified;
    if (isSame) return ok(known.sales);
    const content = this.scanning?.content(file) ?? blobContent(file, file.name);
    if (looksLikeNoTable((await content.first(SIGNATURE)).bytes)) return err({ code: 'not-a-table' });
    const { signal } = this.opening;
    const opened = await openSalesFile(content, readXls, { signal, onProgress: createPauses(), gunzip });
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
    // What is saved is saved: columns that cannot be kept in memory are loaded when they are asked for.
    if (saved.ok && staged) await this.saved.keep(staged.target, staged.source).catch(() => undefined);
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
    this.scanning?.release();
  }

  async setAside(id: RecordId): Promise<Blob | undefined> {
    const staged = this.staged.get(id);
    if (staged?.setAside !== undefined) return csvBlob(staged.setAside);
    const part = staged?.parts.find((one) => one.part === SET_ASIDE_PART);
    if (part) return csvBlob(part.data);
    return staged ? undefined : this.saved.setAside(id);
  }

  analyse(
    id: RecordId,
    name: string,
    params: Readonly<Record<string, unknown>>,
  ): Promise<Result<AnalysisRun, DatasetError>> {
    return this.ask(id, (source) => runAnalysis(source, name, params));
  }

  rows(id: RecordId, query: RowsQuery): Promise<Result<EntityRows, DatasetError>> {
    return this.ask(id, async (source) => ok(await source.rowsOf(query)));
  }

  customersOfCells(id: RecordId, query: CellsQuery): Promise<Result<ResultTable, DatasetError>> {
    return this.ask(id, async (source) => ok(await customersOfCells(source, query)));
  }

  customersLike(id: RecordId, query: CustomerQuery): Promise<Result<FoundCustomers, DatasetError>> {
    return this.ask(id, async (source) => ok(await customersLike(source, query)));
  }

  customerFigures(id: RecordId, key: string): Promise<Result<CustomerFigures | undefined, DatasetError>> {
    return this.ask(id, async (source) => ok(await customerFigures(source, key)));
  }

  slippingCustomers(id: RecordId): Promise<Result<readonly CustomerFigures[], DatasetError>> {
    return this.ask(id, async (source) => ok(await slippingCustomers(source)));
  }

  private async ask<T>(
    id: RecordId,
    question: (source: LocalSource) => Promise<Result<T, DatasetError>>,
  ): Promise<Result<T, DatasetError>> {
    try {
      const source = await this.saved.source(id);
      return source.ok ? await question(source.value) : source;
    } catch (thrown) {
      if (!(thrown instanceof DamagedPart)) throw thrown;
      this.saved.forget(id);
      return err({ code: 'damaged' });
    }
  }
}

/** What `buildOrders` is told beside the table. */
function factsOf({ hasHeader, notices }: ReadFile, request: ReadRequest): FileFacts {
  const { system, currency, rates, dateOrder, customersBy } = request;
  const quirks = system && systemOf(system).quirks;
  return {
    hasHeader,
    notices,
    ...(quirks ? { quirks } : {}),
    ...(currency === undefined ? {} : { currency }),
    ...(rates ? { rates } : {}),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(customersBy === undefined ? {} : { customersBy }),
  };
}
