import type { Change, ChangeError } from '@/src/domain/records/change';
import type { Cause, EntryHeader, GonePatch, Note, Patch } from '@/src/domain/records/journal';
import type { EntryRef, Row } from '@/src/domain/records/record';
import type { Kept } from '@/src/domain/records/undo';
import type { TableName } from '@/src/domain/records/kind';
import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { Result } from '@/src/kernel/result';

/** Bytes that belong to a record: the columns of a dataset. Not journalled. */
export interface StoredBlob {
  readonly id: string;
  readonly about: readonly RecordId[];
  readonly media: string;
  readonly data: ArrayBuffer;
}

/** What every write says of itself. The same id written twice is written once: a caller may retry. */
export interface WriteRequest {
  readonly id: BatchId;
  readonly actor: string;
  readonly wall: number;
}

export interface Batch extends WriteRequest {
  readonly cause: Cause;
  readonly note?: Note;
  /** At most one change per record. */
  readonly changes: readonly Change[];
  readonly blobs?: readonly StoredBlob[];
  /** Records whose blobs go. */
  readonly dropBlobsOf?: readonly RecordId[];
}

export interface Receipt {
  readonly batchId: BatchId;
  readonly ref: EntryRef;
  readonly made: number;
  readonly changed: number;
  readonly gone: number;
  /** The batch had been written before; nothing was written now. */
  readonly repeated: boolean;
}

export interface UndoReceipt extends Receipt {
  readonly kept: readonly (Kept & { readonly byCause?: Cause; readonly byActor?: string })[];
}

/**
 * `read-only`: a newer version of the product wrote this database. `storage-full`: no room. `no-batch`: nothing to undo.
 * After any of them the store is as it was before the call.
 */
export type StoreError =
  | ChangeError
  | { readonly code: 'read-only' | 'storage-full' | 'no-batch' }
  | { readonly code: 'storage-failed'; readonly detail: string };

/** One line of the history. */
export interface BatchSummary {
  readonly header: EntryHeader;
  readonly note: Note;
  readonly undone: boolean;
}

/** What one batch did to one record. */
export interface HistoryEntry extends BatchSummary {
  readonly patch: Patch;
}

/** A batch that deleted records, with those of them that are still away. */
export interface Deletion {
  readonly header: EntryHeader;
  readonly note: Note;
  readonly records: readonly GonePatch[];
}

/** What was written since: the time of the newest entry, and the records it and those before it touched. */
export interface Changes {
  readonly at: string;
  /** `all`: something was cut from records that no entry names. */
  readonly ids: readonly RecordId[] | 'all';
}

export interface Reading {
  /** Called after each piece with how many of how many rows were read. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** A key that more than `most` records have brings only those of them that have another of the keys, or one of `beside`. */
export interface Crowd {
  readonly most: number;
  readonly beside: readonly string[];
}

export interface VerifyReport {
  readonly ok: boolean;
  readonly checks: readonly VerifyCheck[];
}

export interface VerifyCheck {
  readonly name: 'counts' | 'links' | 'indexes' | 'journal' | 'blobs' | 'columns';
  readonly looked: number;
  /** What is wrong, for those who mend it: names ids, in English. */
  readonly problems: readonly string[];
}

/** The database. Every write goes through `commit`, `undo` or `erase`, and is on disk when the promise resolves. */
export interface Store {
  /** True when a newer version wrote the database: everything can be read, nothing written. */
  readonly readOnly: boolean;
  commit(batch: Batch): Promise<Result<Receipt, StoreError>>;
  undo(request: WriteRequest & { readonly undoes: BatchId }): Promise<Result<UndoReceipt, StoreError>>;
  /** Removes a person from records, journal and blobs, leaving a hole that `verify` accepts. Cannot be undone. */
  erase(request: WriteRequest & Erasing): Promise<Result<Receipt, StoreError>>;
  /** Deletes for good what was deleted before `wall` and did not come back. Cannot be undone. */
  purge(request: WriteRequest & { readonly before: number }): Promise<Result<Receipt, StoreError>>;
  /** How many records of a kind there are. This and the next: for kinds kept in the table `records`. */
  count(kind: string): Promise<number>;
  /** At most so many rows of a kind: whichever are read soonest, in no order that counts. */
  someRows(kind: string, limit: number): Promise<readonly Row[]>;
  /** All rows of a kind, oldest first. Rejects with the signal's reason when it is stopped. */
  rows(kind: string, reading?: Reading): Promise<readonly Row[]>;
  /** Rows of a kind in one of the states, by state and id. */
  rowsInStates(kind: string, states: readonly string[]): Promise<readonly Row[]>;
  /** Rows of a kind of which something is due, by the day of their first duty, ties by id; `limit` of them where it is given. */
  rowsDue(kind: string, limit?: number): Promise<readonly Row[]>;
  row(table: TableName, id: RecordId): Promise<Row | undefined>;
  /** Those that are there, in the order of `ids`. */
  rowsById(ids: readonly RecordId[]): Promise<readonly Row[]>;
  /** Rows that have one of the keys, each once. */
  rowsByKeys(keys: readonly string[], crowd?: Crowd): Promise<readonly Row[]>;
  /** What went into a record by merging, also by way of others, and is not on file any more: as it was when it went. */
  mergedInto(id: RecordId): Promise<readonly GonePatch[]>;
  blob(id: string): Promise<StoredBlob | undefined>;
  /** What happened to a record, newest first. */
  history(id: RecordId): Promise<readonly HistoryEntry[]>;
  /** What was deleted since the time `wall` and did not come back, newest first. Merged records are not deleted. */
  deleted(wall: number): Promise<readonly Deletion[]>;
  /** @param since `at` of an earlier answer. Without it only the present `at` is told, and no record. */
  changes(since?: string): Promise<Changes>;
  /** What a batch made, changed or deleted, in the order it was written. None where no such batch was written. */
  recordsOf(batch: BatchId): Promise<readonly RecordId[]>;
  /** Newest first. */
  batches(limit: number): Promise<readonly BatchSummary[]>;
  verify(): Promise<VerifyReport>;
  /** Calls back at once and after every write, whichever page or worker made it. Returns how to stop. */
  watch(listener: () => void): () => void;
}

export interface Erasing {
  readonly person: RecordId;
  /** Records that went into theirs by merging, and are only in the journal any more. */
  readonly absorbed: readonly RecordId[];
  /** See `Erasure` in domain/records. */
  readonly anywhere: readonly string[];
  readonly nearby: readonly string[];
}
