import { err, ok, type Result } from '@/src/kernel/result';
import type { BackupError, BackupSummary } from '@/src/app/ports/backups';
import { HEAD, type Database } from './database';
import { MIGRATIONS } from './migrations';
import { storageError } from './storage-error';

const ATTEMPTS = 3;

/** A file that everything was written into. */
export interface BackupFile {
  readonly file: Blob;
  readonly summary: BackupSummary;
}

/**
 * What `read` makes of the whole database. The tables are read one after the other; if anything was written meanwhile, which
 * the journal's head tells, the reading starts again, three times at most.
 */
export async function readUnchanged(
  db: Database,
  read: () => Promise<BackupFile>,
): Promise<Result<BackupFile, BackupError>> {
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const before = await digestOfHead(db);
      const file = await read();
      if ((await digestOfHead(db)) === before) return ok(file);
    }
    return err({ code: 'busy' });
  } catch (thrown) {
    const reason = storageError(thrown);
    return err({ code: reason.code === 'storage-full' ? 'storage-full' : 'storage-failed', detail: String(thrown) });
  }
}

/** Rows by table. */
export async function rowCounts(db: Database): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  for (const table of db.tables) rows[table.name] = await table.count();
  return rows;
}

/** The version of the schema that this program writes. */
export function schemaVersion(): number {
  return Math.max(...MIGRATIONS.map((migration) => migration.version));
}

async function digestOfHead(db: Database): Promise<string> {
  const head = await db.settings.get(HEAD);
  return head && 'digest' in head ? head.digest : '';
}
