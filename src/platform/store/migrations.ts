import type { Transaction } from 'dexie';

/**
 * One step of the schema. Released steps never change: test/platform/store/migrations.test.ts holds their fingerprints.
 * A new one is added at the end, with a before and an after in that test.
 */
export interface Migration {
  readonly version: number;
  /** Dexie's index notation by table. Tables not named stay as they are. */
  readonly stores: Readonly<Record<string, string>>;
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

export const MIGRATIONS: readonly [Migration, ...Migration[]] = [
  {
    version: 1,
    stores: {
      records: 'id, [kind+state], [kind+owner], [kind+due], *keys',
      datasets: 'id',
      notebooks: 'id',
      settings: 'id',
      blobs: 'id, *about',
      journal: '[device+seq+part], batchId, undoes, at, *gone',
    },
  },
];
