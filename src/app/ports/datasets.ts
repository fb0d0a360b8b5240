import type { Result } from '@/src/kernel/result';
import type { CellsQuery } from '@/src/domain/analysis/cohort-customers';
import type { CustomerFigures } from '@/src/domain/analysis/customer-figures';
import type { TextColumns } from '@/src/domain/analysis/customer-texts';
import type { CompanySigns } from '@/src/domain/enrich/own-data/company-signs';
import type { FoundCustomers } from '@/src/domain/enrich/own-data/find-customers';
import type { ResultTable } from '@/src/domain/analysis/result';
import type { EntityRows, RowsQuery } from '@/src/domain/analysis/local/entity-rows';
import type { RecordId } from '@/src/kernel/ids';
import type { AnalysisError, AnalysisRun } from '@/src/domain/analysis/run-analysis';
import type { FramePlan } from '@/src/domain/notebook/frame-steps';
import type {
  DatasetSource,
  SourceFile,
  StoredColumns,
  StoredFacts,
  StoredRole,
} from '@/src/domain/tabular/dataset.kind';
import type { CustomersBy } from '@/src/domain/tabular/orders/orders';
import type { RateFault, RateTable } from '@/src/domain/tabular/rates/rate-table';
import type { ReadRates } from '@/src/domain/tabular/rates/read-rates';
import type { ColumnRoles } from '@/src/domain/tabular/roles/roles';
import type { SystemName } from '@/src/domain/tabular/roles/systems/all-systems';
import type { DateOrder } from '@/src/domain/tabular/values/date-form';
import type { FileFormat, FilePreview, GivenFormat, SalesFileError } from '@/src/domain/tabular/sales-file';
import type { CellFault, CellOutput, CellTables } from './cells';
import type { Batch, Receipt, StoreError } from './store';

/**
 * `changed`: the file is not any more what was chosen. `unreadable`: it could not be unpacked, or the browser could not read
 * it. `cancelled`: the reading was ended. The others speak of what is in the file; `not-a-table`: a picture, a document, a
 * program. When files are appended: `already-in`, they are all part of the dataset; `other-currency` and `other-dates`, their
 * amounts and dates are not of its kind.
 */
export interface FileError {
  readonly code:
    | SalesFileError['code']
    | 'changed'
    | 'unreadable'
    | 'cancelled'
    | 'missing-roles'
    | 'not-a-table'
    | 'already-in'
    | 'other-currency'
    | 'other-dates'
    | 'no-dataset';
  readonly detail?: string;
  /** Of several files the one that is meant. */
  readonly file?: string;
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
  /** How other files of its kind are read: what this one leaves open follows them. */
  readonly dateOrder?: DateOrder;
  readonly customersBy?: CustomersBy;
}

/** Files of one kind that are to be read as one. */
export interface JoinRequest {
  readonly files: readonly (ReadRequest & { readonly columns: readonly StoredRole[] })[];
  /** The dataset that they are appended to. */
  readonly onto?: RecordId | undefined;
}

/** A file that was given and does not count. */
export interface LeftFile {
  readonly name: string;
  readonly why: 'same-file' | 'empty';
  /** The file that it is the same as. */
  readonly as?: string;
}

/** Several files that were read and wait to be saved as one dataset. */
export interface ReadTogether extends ReadOrders {
  /** All files of the dataset, those it had before among them. */
  readonly sources: readonly DatasetSource[];
  /** The columns of all files. */
  readonly columns: readonly StoredRole[];
  readonly left: readonly LeftFile[];
  /** Orders that stand in several of the files. */
  readonly overlapping: number;
  /** The blobs of the dataset as it was when it was read: what it is appended to. */
  readonly basis: readonly string[];
}

/** What is wrong with a file of rates, as a file or in a line. */
export type RateFileError = FileError | RateFault;

/** A file that was read and waits to be saved. */
export interface ReadOrders {
  readonly file: SourceFile;
  readonly facts: StoredFacts;
  readonly stored: StoredColumns;
}

/**
 * `no-dataset`: not there, or its columns were dropped. `damaged`: the stored columns are not what was stored. `cancelled`:
 * whoever asked has ended it.
 */
export type DatasetError = AnalysisError | { readonly code: 'no-dataset' | 'damaged' | 'cancelled' };

/** Which company is looked for among the customers of a dataset. */
export interface CustomerQuery {
  readonly signs: CompanySigns;
  readonly columns: TextColumns;
  /** Keys of customers that it is not. */
  readonly without: readonly string[];
}

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
  /** The same for several files, and for files that are appended to a dataset. Overlapping orders are found and told. */
  join(
    id: RecordId,
    request: JoinRequest,
    onProgress: (progress: ReadProgress) => void,
  ): Promise<Result<ReadTogether, FileError>>;
  /** Writes the batch together with the columns read under `id`: all or nothing. */
  save(id: RecordId, batch: Batch): Promise<Result<Receipt, StoreError>>;
  /** Ends a reading under way and lets go of what was read under `id`. Nothing happens where there is neither. */
  discard(id: RecordId): Promise<void>;
  /** The same for everything that is read or looked at. */
  release(): Promise<void>;
  /** The rows set aside of what was read under `id`, or of a saved dataset, as CSV; undefined when there are none. */
  setAside(id: RecordId): Promise<Blob | undefined>;
  /** The customers that cells of a cohort analysis count. */
  customersOfCells(id: RecordId, query: CellsQuery): Promise<Result<ResultTable, DatasetError>>;
  /** The customers of a saved dataset that a company may be. */
  customersLike(id: RecordId, query: CustomerQuery): Promise<Result<FoundCustomers, DatasetError>>;
  /** What a saved dataset says of one of its customers; undefined where it has none of this key. */
  customerFigures(id: RecordId, key: string): Promise<Result<CustomerFigures | undefined, DatasetError>>;
  /** What a saved dataset says of those of its customers who are slipping, in its own order. */
  slippingCustomers(id: RecordId): Promise<Result<readonly CustomerFigures[], DatasetError>>;
  /** The rows of a saved dataset behind a figure. */
  rows(id: RecordId, query: RowsQuery): Promise<Result<EntityRows, DatasetError>>;
  /**
   * When the signal aborts the work ends within half a second, so that the next need not wait for it; where the reason is
   * `overtaken` it has longer, as it mostly ends by itself before.
   */
  analyse(
    id: RecordId,
    name: string,
    params: Readonly<Record<string, unknown>>,
    signal?: AbortSignal,
  ): Promise<Result<AnalysisRun, DatasetError>>;
  /** Runs the plan of a frame cell over earlier results, by the names under which it reads them. */
  frame(plan: FramePlan, tables: CellTables, signal?: AbortSignal): Promise<Result<CellOutput, CellFault>>;
}
