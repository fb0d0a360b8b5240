import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import type { FileReading, ImportNotice, SetAsideReason } from './orders/orders';
import type { RateTable } from './rates/rate-table';
import type { FileFormat } from './sales-file';
import type { StoredShape } from './orders/stored-orders';

/** The file a dataset was read from. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** When it was last changed, in milliseconds since 1970. Not there in what older versions stored. */
  readonly modified?: number;
}

/** `ImportFacts` as they are stored: amounts as decimal strings, days as ISO dates. */
export interface StoredFacts {
  readonly total: number;
  readonly used: number;
  readonly customers: number;
  readonly amount: string;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** ISO code of what the amounts are in, where that is known. Not there in what older versions stored. */
  readonly currency?: string | null;
  /** The currencies of the rows that count. */
  readonly currencies?: readonly string[];
  /** By what amounts in several currencies became amounts in one. */
  readonly conversion?: StoredConversion;
  readonly setAside: readonly { readonly reason: SetAsideReason; readonly rows: number; readonly amount: string }[];
  readonly notices: readonly ImportNotice[];
  readonly reading?: FileReading;
}

/** `Conversion` as it is stored. */
export interface StoredConversion {
  readonly table: RateTable;
  readonly decimals: number;
  readonly parts: readonly {
    readonly currency: string;
    readonly rows: number;
    readonly amount: string;
    readonly converted: string;
  }[];
}

/** A column of the file and what it was taken for. */
export interface StoredRole {
  readonly name: string;
  readonly role: string | null;
  /** The user said so; otherwise it was guessed. */
  readonly chosen?: boolean;
}

/** What is stored of the columns: their shape, and size and digest of every blob by its part. */
export interface StoredColumns {
  readonly shape: StoredShape;
  readonly parts: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

/** One of several files that make up a dataset, as it is by itself. */
export interface DatasetSource {
  readonly file: SourceFile;
  readonly format: FileFormat;
  readonly system?: string;
  readonly columns: readonly StoredRole[];
  readonly facts: StoredFacts;
  readonly stored: StoredColumns;
  /** What the ids of its parts begin with. */
  readonly prefix: string;
  /** Rows of it that count in the dataset, and rows that do not because a later file has their order. */
  readonly used: number;
  readonly duplicates: number;
}

/**
 * A sales file that was imported, or several of one kind (数据集). The columns are blobs beside it; dropping the dataset drops them and keeps
 * what the file was, how it was read, and what it held.
 */
export const dataset = defineKind({
  name: 'dataset',
  table: 'datasets',
  evidence: false,
  fields: {
    name: required(field.text()),
    file: required(field.data<SourceFile>()),
    format: required(field.data<FileFormat>()),
    columns: required(field.data<readonly StoredRole[]>()),
    /** The program whose export it was taken for. */
    system: field.text(),
    facts: required(field.data<StoredFacts>()),
    stored: required(field.data<StoredColumns>()),
    /** Where there are several: all files, the first among them; `facts` and `columns` are then those of all together. */
    sources: field.data<readonly DatasetSource[]>(),
  },
  states: ['ready', 'dropped'],
});

export type DatasetFields = FieldsOf<typeof dataset>;

/** The id under which a part of a dataset's columns is stored as a blob. */
export function blobId(datasetId: string, part: string): string {
  return `${datasetId}/${part}`;
}

/** The part that holds the rows set aside, as CSV text. */
export const SET_ASIDE_PART = 'set-aside';
/** The part that holds the rows that were found in another file when a file was joined, as CSV text. */
export const DUPLICATES_PART = 'duplicates';

/** The files of a dataset, also where it is but one. */
export function sourcesOf({ file, format, system, columns, facts, stored, sources }: DatasetFields): DatasetSource[] {
  if (sources) return [...sources];
  const named = system === undefined ? {} : { system };
  return [{ file, format, ...named, columns, facts, stored, prefix: '', used: facts.used, duplicates: 0 }];
}

/** The ids of all blobs that a dataset needs. */
export function blobsOf(datasetId: string, fields: DatasetFields): string[] {
  return sourcesOf(fields).flatMap(({ prefix, stored }) =>
    Object.keys(stored.parts).map((part) => blobId(datasetId, `${prefix}${part}`)),
  );
}
