import type { Result } from '@/src/kernel/result';

/** How much a backup holds: rows by table, and its size in bytes. */
export interface BackupSummary {
  readonly createdAt: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly bytes: number;
}

/**
 * `not-a-backup`: another sort of file. `newer-format`: written by a newer version. `damaged`: cut, altered or put
 * together wrongly; `detail` says where. `busy`: the data changed while it was read, three times over.
 * `storage-full`, `storage-failed`: no room, or the browser refused. After any of them the live data are untouched.
 */
export interface BackupError {
  readonly code: 'not-a-backup' | 'newer-format' | 'damaged' | 'busy' | 'storage-full' | 'storage-failed';
  readonly detail?: string;
}

export interface Backups {
  /** Everything in one file. */
  write(): Promise<Result<{ readonly file: Blob; readonly summary: BackupSummary }, BackupError>>;
  /**
   * Everything in one ZIP that other programs can open, too: rows as JSON lines, tables as CSV, what the fields mean, and
   * `readme` for people, in their language.
   */
  writeArchive(readme: string): Promise<Result<{ readonly file: Blob; readonly summary: BackupSummary }, BackupError>>;
  /**
   * Takes a backup or an archive, whichever it is. Reads the file whole, verifies it, builds a database of its own beside the live one, verifies that, and only then
   * makes it the live one. Every open page has to load again.
   */
  restore(file: Blob): Promise<Result<BackupSummary, BackupError>>;
}
