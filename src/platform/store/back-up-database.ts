import { err, ok, type Result } from '@/src/kernel/result';
import type { BackupError, BackupSummary } from '@/src/app/ports/backups';
import type { StoredBlob } from '@/src/app/ports/store';
import { FIRST_LINE, FORMAT, writeFrames, type Frame } from './backup-format';
import { digestOfFile } from './digest-of-file';
import { HEAD, type Database } from './database';
import { MIGRATIONS } from './migrations';
import { storageError } from './storage-error';

const ROWS_READ = 200;
const FRAME_CHARACTERS = 1 << 20;
const ATTEMPTS = 3;
const EMPTY = new Uint8Array(0);

interface BackupFile {
  readonly file: Blob;
  readonly summary: BackupSummary;
}

/**
 * Writes everything into one file. The tables are read one after the other; if anything was written meanwhile, which the
 * journal's head tells, the reading starts again.
 */
export async function backUpDatabase(db: Database, createdAt: string): Promise<Result<BackupFile, BackupError>> {
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const before = await digestOfHead(db);
      const backup = await writeOnce(db, createdAt);
      if ((await digestOfHead(db)) === before) return ok(backup);
    }
    return err({ code: 'busy' });
  } catch (thrown) {
    const reason = storageError(thrown);
    return err({ code: reason.code === 'storage-full' ? 'storage-full' : 'storage-failed', detail: String(thrown) });
  }
}

async function digestOfHead(db: Database): Promise<string> {
  const head = await db.settings.get(HEAD);
  return head && 'digest' in head ? head.digest : '';
}

async function writeOnce(db: Database, createdAt: string): Promise<BackupFile> {
  const rows: Record<string, number> = {};
  for (const table of db.tables) rows[table.name] = await table.count();
  const pieces = writeFrames(framesOf(db, createdAt, rows));
  // ReadableStream.from is missing in Chromium; pulling by hand is what it would do.
  const plain = new ReadableStream<BufferSource>({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  const packed = await new Response(plain.pipeThrough(new CompressionStream('gzip'))).blob();
  const sealed = new Blob([FIRST_LINE, packed]);
  const file = new Blob([sealed, `\n${await digestOfFile(sealed)}`], { type: 'application/octet-stream' });
  return { file, summary: { createdAt, rows, bytes: file.size } };
}

async function* framesOf(db: Database, createdAt: string, rows: Record<string, number>): AsyncGenerator<Frame> {
  const schema = Math.max(...MIGRATIONS.map((migration) => migration.version));
  yield { header: { type: 'start', format: FORMAT, schema, createdAt, rows }, payload: EMPTY };
  for (const { name } of db.tables) {
    if (name === 'blobs') yield* blobFrames(db);
    else yield* rowFrames(db, name);
  }
  yield { header: { type: 'end' }, payload: EMPTY };
}

async function* rowFrames(db: Database, table: string): AsyncGenerator<Frame> {
  let texts: string[] = [];
  let size = 0;
  const frame = (): Frame => {
    const payload = new TextEncoder().encode(`[${texts.join(',')}]`);
    const header = { type: 'rows' as const, table, count: texts.length };
    texts = [];
    size = 0;
    return { header, payload };
  };
  for await (const row of pagesOf(db, table)) {
    texts.push(JSON.stringify(row));
    size += texts.at(-1)?.length ?? 0;
    if (size > FRAME_CHARACTERS) yield frame();
  }
  if (texts.length > 0) yield frame();
}

async function* blobFrames(db: Database): AsyncGenerator<Frame> {
  for (const key of await db.blobs.toCollection().primaryKeys()) {
    const blob: StoredBlob | undefined = await db.blobs.get(key);
    if (!blob) continue;
    const { data, ...rest } = blob;
    yield { header: { type: 'blob', ...rest }, payload: new Uint8Array(data) };
  }
}

/** The rows of a table in the order of their keys, read a page at a time. */
async function* pagesOf(db: Database, name: string): AsyncGenerator<unknown> {
  const table = db.table(name);
  const { keyPath } = table.schema.primKey;
  const keyOf = (row: Record<string, unknown>): unknown =>
    Array.isArray(keyPath) ? keyPath.map((part) => row[part]) : row[String(keyPath)];
  for (let after: unknown; ;) {
    const page: Record<string, unknown>[] = await (
      after === undefined ? table.orderBy(':id') : table.where(':id').above(after)
    )
      .limit(ROWS_READ)
      .toArray();
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < ROWS_READ) return;
    after = keyOf(last);
  }
}
