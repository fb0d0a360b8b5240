import type { Recognition } from './roles/recognise-columns';
import type { Result } from '@/src/kernel/result';
import type { ImportNotice } from './orders/orders';
import type { ColumnRoles } from './roles/roles';
import type { Table } from './table';
import type { Dialect } from './text/dialect';
import type { Encoding } from './text/encoding';
import type { Layout } from './text/layout';
import type { Container } from './workbook/container-of';

/** How a file is to be read. Found by looking at it, changeable by the user. */
export type FileFormat = TextFormat | BookFormat;

export interface TextFormat {
  readonly container: 'text';
  readonly encoding: Encoding;
  readonly dialect: Dialect;
  readonly layout: Layout;
}

export interface BookFormat {
  readonly container: Exclude<Container, 'text' | 'gzip'>;
  /** The sheets that make up the table, by name, in their order. */
  readonly sheets: readonly string[];
  /** That of the first. */
  readonly layout: Layout;
}

/** What the user says of a file; the rest is found. */
export interface GivenFormat {
  readonly encoding?: Encoding;
  readonly delimiter?: Dialect['delimiter'];
  /** The line that names the columns, from 1; 0 for none. */
  readonly headerRow?: number;
  /** The name of the sheet that is meant. */
  readonly sheet?: string;
}

/** The beginning of a file, understood as far as it goes. */
export interface FilePreview extends Recognition {
  readonly format: FileFormat;
  readonly names: readonly string[];
  /** The first data rows, cells as they stand. */
  readonly rows: readonly (readonly string[])[];
  /** All sheets that could be meant. Empty for a text file. */
  readonly sheets: readonly string[];
}

export interface ReadOptions {
  /** Told the data rows and the bytes read so far. */
  readonly onProgress?: (rows: number, bytes: number) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface ReadFile {
  readonly table: Table;
  readonly hasHeader: boolean;
  /** What was noticed of the file apart from its rows. */
  readonly notices: readonly ImportNotice[];
}

/** `empty`: no row of data. The others speak of workbooks. */
export interface SalesFileError {
  readonly code: 'empty' | 'damaged' | 'encrypted' | 'too-large' | 'not-a-workbook';
  readonly detail: string;
}

/** A sales file that was opened: it can be looked at in several ways, and read. */
export interface SalesFile {
  preview(given?: GivenFormat): Promise<Result<FilePreview, SalesFileError>>;
  /** @throws the signal's reason when it aborts. */
  read(format: FileFormat, roles: ColumnRoles, options?: ReadOptions): Promise<ReadFile>;
}
