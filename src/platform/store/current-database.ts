import { Dexie, type Table } from 'dexie';
import { err, type Result } from '@/src/kernel/result';
import type { DeviceId } from '@/src/kernel/ids';
import type { BackupError, Backups, BackupSummary } from '@/src/app/ports/backups';
import type { Kinds } from '@/src/domain/records/kind';
import { backUpDatabase } from './back-up-database';
import { Database } from './database';
import { restoreDatabase } from './restore-database';
import { writeArchive } from './write-archive';

const PREFIX = 'vital-few-';
const FIRST = `${PREFIX}1`;
const RESTORING = 'vital-few-restore';

/** A database that only says which database is the live one, so that a restore swaps with one write. */
class Pointer extends Dexie {
  declare readonly pointer: Table<{ readonly id: 'live'; readonly name: string }, string>;

  constructor() {
    super('vital-few', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ pointer: 'id' });
  }
}

async function withPointer<T>(work: (pointer: Pointer) => Promise<T>): Promise<T> {
  const pointer = new Pointer();
  try {
    return await work(pointer);
  } finally {
    pointer.close();
  }
}

function liveName(): Promise<string> {
  return withPointer(async ({ pointer }) => (await pointer.get('live'))?.name ?? FIRST);
}

/** Opens the live database. `onSuperseded` is called when another page replaced it: this page has to load again. */
export async function openCurrentDatabase(onSuperseded: () => void): Promise<Database> {
  const db = new Database(await liveName());
  db.on('versionchange', () => {
    db.close();
    onSuperseded();
  });
  await db.open();
  void locks()?.request(RESTORING, { ifAvailable: true }, (lock) => lock && deleteLeftovers());
  return db;
}

/** Backups and archives of the live database, and its replacement by one. */
export class DatabaseBackups implements Backups {
  private readonly db: Database;
  private readonly kinds: Kinds;
  private readonly newDevice: () => DeviceId;
  private readonly now: () => number;

  constructor(options: { db: Database; kinds: Kinds; newDevice: () => DeviceId; now: () => number }) {
    this.db = options.db;
    this.kinds = options.kinds;
    this.newDevice = options.newDevice;
    this.now = options.now;
  }

  write(): Promise<Result<{ readonly file: Blob; readonly summary: BackupSummary }, BackupError>> {
    return backUpDatabase(this.db, new Date(this.now()).toISOString());
  }

  writeArchive(readme: string): Promise<Result<{ readonly file: Blob; readonly summary: BackupSummary }, BackupError>> {
    return writeArchive(this.db, { kinds: this.kinds, createdAt: new Date(this.now()).toISOString(), readme });
  }

  restore(file: Blob): Promise<Result<BackupSummary, BackupError>> {
    return exclusively(RESTORING, () => this.replaceBy(file));
  }

  private async replaceBy(file: Blob): Promise<Result<BackupSummary, BackupError>> {
    const name = `${PREFIX}${this.now()}-${this.newDevice()}`;
    const restored = await restoreDatabase(name, file, this.kinds, this.newDevice());
    if (!restored.ok) {
      await Dexie.delete(name);
      return restored;
    }
    try {
      await withPointer(({ pointer }) => pointer.put({ id: 'live', name }));
    } catch (thrown) {
      await Dexie.delete(name);
      return err({ code: 'storage-failed', detail: String(thrown) });
    }
    // Closes the connections of all pages by their versionchange event, this one's first.
    this.db.close();
    await Dexie.delete(this.db.name);
    return restored;
  }
}

/** Databases that a restore left half made when its page was closed. Called while no restore is under way. */
async function deleteLeftovers(): Promise<void> {
  const live = await liveName();
  const names = await Dexie.getDatabaseNames();
  for (const name of names) if (name.startsWith(PREFIX) && name !== live) await Dexie.delete(name);
}

/** Runs `work` while no other page runs work of the same name. */
async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  return locks()?.request(name, work) ?? work();
}

/** Absent where there is only one page anyway: in the command line's programs and the tests. */
function locks(): LockManager | undefined {
  return globalThis.navigator?.locks;
}
