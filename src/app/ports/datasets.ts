import type { Result } from '@/src/kernel/result';
import type { RecordId } from '@/src/kernel/ids';
import type { AnalysisError, AnalysisRun } from '@/src/domain/analysis/run-analysis';
import type { ResultTable } from '@/src/domain/analysis/result';
import type { FrameCell } from '@/src/domain/notebook/notebook';
import type { SourceFile, StoredColumns, StoredFacts } from '@/src/domain/tabular/dataset.kind';
import type { RateFault, RateTable } from '@/src/domain/tabular/rates/rate-table';
import type { ReadRates } from '@/src/domain/tabular/rates/read-rates';
import type { ColumnRoles } from '@/src/domain/tabular/roles/roles';
import type { SystemName } from '@/src/domain/tabular/roles/systems/all-systems';
import type { FileFormat, FilePreview, GivenFormat, SalesFileError } from '@/src/domain/tabular/sales-file';
import type { Batch, Receipt, StoreError } from './store';

/**
 * `changed`: the file is not any more what was chosen. `unreadable`: it could not be unpacked, or the browser could not read
 * it. `cancelled`: the reading was ended. The others speak of what is in the file; `not-a-table`: a picture, a document, a
 * program.
 */
export interface FileError {
  readonly code: SalesFileError['code'] | 'changed' | 'unreadable' | 'cancelled' | 'missing-roles' | 'not-a-table';
  readonly detail?: string;
}

export interface ReadProgress {
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

/** How a file is to be read. */
export interface ReadRequest {
  readonly file: File;
  readonly format: FileFormat;
  readonly roles: ColumnRoles;
  /** The program whose export it is: what is peculiar to it is allowed for. */
  readonly system?: SystemName | undefined;
  /** Only rows of this currency are wanted. */
  readonly currency?: string | undefined;
  /** Or all rows, their amounts converted by these. */
  readonly rates?: RateTable | undefined;
}

/** What is wrong with a file of rates, as a file or in a line. */
export type RateFileError = FileError | RateFault;

/** A file that was read and waits to be saved. */
export interface ReadOrders {
  readonly file: SourceFile;
  readonly facts: StoredFacts;
  readonly stored: StoredColumns;
}

/** `no-dataset`: not there, or its columns were dropped. `damaged`: the stored columns are not what was stored. */
export type DatasetError = AnalysisError | { readonly code: 'no-dataset' | 'damaged' };

/** Sales files and the analyses over them. The work is done off the interface's thread. */
export interface Datasets {
  preview(file: File, given: GivenFormat): Promise<Result<FilePreview, FileError>>;
  /** Reads a file of exchange rates, whole. */
  readRates(file: File): Promise<Result<ReadRates, RateFileError>>;
  /** Reads the whole file and keeps its columns under `id` until `save` or `discard`. */
  read(
    id: RecordId,
    request: ReadRequest,
    onProgress: (progress: ReadProgress) => void,
  ): Promise<Result<ReadOrders, FileError>>;
  /** Writes the batch together with the columns read under `id`: all or nothing. */
  save(id: RecordId, batch: Batch): Promise<Result<Receipt, StoreError>>;
  /** Ends a reading under way and lets go of what was read under `id`. Nothing happens where there is neither. */
  discard(id: RecordId): Promise<void>;
  /** The same for everything that is read or looked at. */
  release(): Promise<void>;
  /** The rows set aside of what was read under `id` and is not saved yet, as CSV; undefined when there are none. */
  setAside(id: RecordId): Promise<Blob | undefined>;
  analyse(
    id: RecordId,
    name: string,
    params: Readonly<Record<string, unknown>>,
  ): Promise<Result<AnalysisRun, DatasetError>>;
  /** Groups and describes a result table. */
  frame(table: ResultTable, cell: FrameCell): Promise<ResultTable>;
}
