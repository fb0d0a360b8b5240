import type { SentFor } from './web';

/** One request that left this browser. */
export interface SentLine extends SentFor {
  /** UTC time, ISO 8601. */
  readonly at: string;
  readonly url: string;
}

/** What left this browser: the newest thousand requests. Not among the records, and in no backup. */
export interface SentLog {
  /** @returns whether it is written. */
  add(line: SentLine): Promise<boolean>;
  /** Newest first. */
  lines(): Promise<readonly SentLine[]>;
  clear(): Promise<void>;
  /** Deletes the lines of which this is true. */
  drop(isGone: (line: SentLine) => boolean): Promise<void>;
}
