/**
 * The archive of everything: a ZIP that people and other programs can open, and that comes back. Its comment, at the very end of
 * the file, seals it: the SHA-256 of all bytes before. Below the folder:
 *
 * - `schema.json`: versions, row counts, and every kind with its fields;
 * - `data/records/<kind>.jsonl`, `data/<table>.jsonl`: a row a line;
 * - `data/blobs.jsonl`: what each file of `blobs/` is;
 * - `README.txt` and `tables/<kind>.csv`: for people, never read back.
 */
export const FOLDER = 'vital-few/';
export const ARCHIVE_FORMAT = 1;
const MARK = 'VITAL-FEW-ARCHIVE ';
/** Mark, a digit, a blank and 64 hexadecimal digits. */
export const SEAL_LENGTH = MARK.length + 2 + 64;

/** What `schema.json` says beside the kinds. */
export interface ArchiveFacts {
  readonly format: number;
  readonly schema: number;
  readonly createdAt: string;
  readonly rows: Readonly<Record<string, number>>;
}

/** A line of `data/blobs.jsonl`. */
export interface BlobLine {
  readonly id: string;
  readonly about: readonly string[];
  readonly media: string;
  /** Below the folder. */
  readonly file: string;
}

export function sealOf(digest: string): string {
  return `${MARK}${ARCHIVE_FORMAT} ${digest}`;
}

/** @returns undefined when the text is no seal of ours. */
export function readSeal(text: string): { readonly format: number; readonly digest: string } | undefined {
  const [, format, digest] = /^VITAL-FEW-ARCHIVE (\d) ([0-9a-f]{64})$/.exec(text) ?? [];
  return format === undefined || digest === undefined ? undefined : { format: Number(format), digest };
}
