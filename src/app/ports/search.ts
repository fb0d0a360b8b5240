import type { RecordId } from '@/src/kernel/ids';

/** A record that answers to what was typed. */
export interface Found {
  readonly id: RecordId;
  readonly kind: string;
  /** What the record is called; empty when it has no name. */
  readonly title: string;
  /** The value that answers, as it is stored. */
  readonly matched: { readonly field: string; readonly text: string };
  /** Greater is better; only for comparing within one answer. */
  readonly score: number;
}

/** Search over the records of all kinds. The work is done off the interface's thread. */
export interface Search {
  /**
   * The best records for the text, at most `limit`, the best first, as they are on file now. Waits for `prepare` when that
   * was not called before. Empty for a text without letters and digits.
   */
  find(text: string, limit: number): Promise<readonly Found[]>;
  /** Reads all records into memory, once. `onProgress` is told how many are read so far. */
  prepare(onProgress: (records: number) => void): Promise<void>;
}
