import type { Result } from '@/src/kernel/result';
import type { RecordId } from '@/src/kernel/ids';
import type { AnalysisError, AnalysisRun } from '@/src/domain/analysis/run-analysis';
import type { ResultTable } from '@/src/domain/analysis/result';
import type { FrameCell } from '@/src/domain/notebook/notebook';
import type { SourceFile, StoredColumns, StoredFacts } from '@/src/domain/tabular/dataset.kind';
import type { ColumnRoles } from '@/src/domain/tabular/roles/roles';
import type { FileFormat, FilePreview, GivenFormat, SalesFileError } from '@/src/domain/tabular/sales-file';
import type { Batch, Receipt, StoreError } from './store';

/** `unreadable`: the browser could not read the file (moved, changed, damaged gzip). The others speak of what is in it. */
export interface FileError {
  readonly code: SalesFileError['code'] | 'unreadable' | 'cancelled' | 'missing-roles';
  readonly detail?: string;
}

export interface ReadProgress {
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

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
  /** Reads the whole file and keeps its columns under `id` until `save` or `discard`. */
  read(
    id: RecordId,
    request: { readonly file: File; readonly format: FileFormat; readonly roles: ColumnRoles },
    onProgress: (progress: ReadProgress) => void,
  ): Promise<Result<ReadOrders, FileError>>;
  /** Ends a reading under way; it then gives `cancelled`. */
  cancel(id: RecordId): Promise<void>;
  /** Writes the batch together with the columns read under `id`: all or nothing. */
  save(id: RecordId, batch: Batch): Promise<Result<Receipt, StoreError>>;
  discard(id: RecordId): Promise<void>;
  analyse(
    id: RecordId,
    name: string,
    params: Readonly<Record<string, unknown>>,
  ): Promise<Result<AnalysisRun, DatasetError>>;
  /** Groups and describes a result table. */
  frame(table: ResultTable, cell: FrameCell): Promise<ResultTable>;
}
