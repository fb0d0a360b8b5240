import type { Result } from '@/src/kernel/result';
import type { BackupError } from '@/src/app/ports/backups';
import type { StoredBlob } from '@/src/app/ports/store';
import { streamOf } from '../files/read-pieces';
import { FIRST_LINE, FORMAT, writeFrames, type Frame } from './backup-format';
import type { Database } from './database';
import { digestOfFile } from '../files/digest';
import { readUnchanged, rowCounts, schemaVersion, type BackupFile } from './read-unchanged';
import { rowFrames } from './row-frames';
import { pagesOf } from './table-pages';

const EMPTY = new Uint8Array(0);

/** Writes everything into one file, for `restoreDatabase`. */
export function backUpDatabase(db: Database, createdAt: string): Promise<Result<BackupFile, BackupError>> {
  return readUnchanged(db, () => writeOnce(db, createdAt));
}

async function writeOnce(db: Database, createdAt: string): Promise<BackupFile> {
  const rows = await rowCounts(db);
  const plain = streamOf(writeFrames(framesOf(db, createdAt, rows)));
  const packed = await new Response(plain.pipeThrough(new CompressionStream('gzip'))).blob();
  const sealed = new Blob([FIRST_LINE, packed]);
  const file = new Blob([sealed, `\n${await digestOfFile(sealed)}`], { type: 'application/octet-stream' });
  return { file, summary: { createdAt, rows, bytes: file.size } };
}

async function* framesOf(db: Database, createdAt: string, rows: Record<string, number>): AsyncGenerator<Frame> {
  yield { header: { type: 'start', format: FORMAT, schema: schemaVersion(), createdAt, rows }, payload: EMPTY };
  for (const { name } of db.tables) {
    if (name === 'blobs') yield* blobFrames(db);
    else yield* rowFrames(name, pagesOf(db, name), JSON.stringify);
  }
  yield { header: { type: 'end' }, payload: EMPTY };
}

async function* blobFrames(db: Database): AsyncGenerator<Frame> {
  for (const key of await db.blobs.toCollection().primaryKeys()) {
    const blob: StoredBlob | undefined = await db.blobs.get(key);
    if (!blob) continue;
    const { data, ...rest } = blob;
    yield { header: { type: 'blob', ...rest }, payload: new Uint8Array(data) };
  }
}
