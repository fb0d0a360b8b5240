import { Dexie, type Table } from 'dexie';
import type { DeviceId } from '@/src/kernel/ids';
import type { StoredBlob } from '@/src/app/ports/store';
import type { HybridTime } from '@/src/domain/records/hybrid-time';
import type { EntryHeader, EntryPart } from '@/src/domain/records/journal';
import type { TableName } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import { MIGRATIONS, type Migration } from './migrations';

export type JournalRow = EntryHeader | EntryPart;

/** Where this device's journal stands. Kept beside the settings and rewritten with every batch. */
export interface Head {
  readonly id: 'journal-head';
  readonly kind: 'internal';
  readonly device: DeviceId;
  readonly seq: number;
  readonly time?: HybridTime;
  readonly digest: string;
  /** Records by kind, maintained so that nothing ever has to be counted. */
  readonly counts: Readonly<Record<string, number>>;
}

export const HEAD = 'journal-head';

/** The IndexedDB database of one profile. Opening it is the only thing it does by itself. */
export class Database extends Dexie {
  declare readonly records: Table<Row, string>;
  declare readonly datasets: Table<Row, string>;
  declare readonly notebooks: Table<Row, string>;
  declare readonly settings: Table<Row | Head, string>;
  declare readonly blobs: Table<StoredBlob, string>;
  declare readonly journal: Table<JournalRow, [string, number, number]>;

  private readonly newest: number;

  constructor(name: string, migrations: readonly [Migration, ...Migration[]] = MIGRATIONS) {
    // Strict: an acknowledged write has left the operating system's cache. No cache of ours: pages write in parallel.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    for (const { version, stores, upgrade } of migrations) {
      const step = this.version(version).stores({ ...stores });
      if (upgrade) step.upgrade(upgrade);
    }
    this.newest = Math.max(...migrations.map((migration) => migration.version));
  }

  /** Whether a newer version of the product has been here. IndexedDB counts ten for one of ours. */
  get isNewer(): boolean {
    return this.backendDB().version > this.newest * 10;
  }

  rowsOf(table: TableName): Table<Row, string> {
    // Safe: of the four tables only `settings` holds another shape, under one id that no record has.
    return this[table] as Table<Row, string>;
  }
}
