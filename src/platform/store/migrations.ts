import type { Transaction } from 'dexie';
import type { EntryHeader, EntryPart } from '@/src/domain/records/journal';
import { searchKeysOf } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import { ALL_KINDS } from './all-kinds';
import { foundBy } from '@/src/domain/records/change';

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
  // Companies and people are also found by name, register number and mailbox without its tag.
  { version: 2, stores: {}, upgrade: makeKeysAnew },
  // What happened to a record is found without reading the journal from end to end.
  { version: 3, stores: { journal: '[device+seq+part], batchId, undoes, at, *touched' }, upgrade: noteTouched },
  // What is due is found without reading all that could be.
  { version: 4, stores: {}, upgrade: noteDue },
];

/** Records tell when the first of their duties falls due. */
async function noteDue(transaction: Transaction): Promise<void> {
  const records = transaction.table<Row, string>('records');
  for (const kind of ALL_KINDS.values()) {
    if (kind.duties.length === 0) continue;
    const rows = await records.where('[kind+state]').between([kind.name], [kind.name, []]).toArray();
    // Only those that are due change: to rewrite all would take five times as long.
    const found = rows.map((row) => ({ ...row, ...foundBy(kind, row) }));
    await records.bulkPut(found.filter(({ due }) => due !== undefined));
  }
}

/** Parts tell which records they touch, instead of only which went. */
async function noteTouched(transaction: Transaction): Promise<void> {
  const journal = transaction.table<EntryHeader | (EntryPart & { gone?: unknown })>('journal');
  await journal.toCollection().modify((row) => {
    if (!('patches' in row)) return;
    delete row.gone;
    Object.assign(row, { touched: row.patches.map(({ id }) => id) });
  });
}

/** A step for whenever the kinds have come to find records by other keys. Kinds that are not known are passed over. */
async function makeKeysAnew(transaction: Transaction): Promise<void> {
  const records = transaction.table<Row, string>('records');
  await records.toCollection().modify((row, change) => {
    const kind = ALL_KINDS.get(row.kind);
    if (kind) change.value = { ...row, keys: searchKeysOf(kind, row.fields) };
  });
}
