import { liveQuery } from 'dexie';
import type { RecordId } from '@/src/kernel/ids';
import type { Changes } from '@/src/app/ports/store';
import type { Row } from '@/src/domain/records/record';
import { HEAD, type Database } from './database';
import { changesSince } from './read-journal';

/** What the search reads of the database. */
export interface SearchSource {
  /** Records of all kinds in the order of their ids, after one. */
  rowsAfter(id: RecordId | undefined, limit: number): Promise<readonly Row[]>;
  /** In the order of the ids; undefined for those that are not on file. */
  rowsById(ids: readonly RecordId[]): Promise<readonly (Row | undefined)[]>;
  /** See `Store.changes`. */
  changes(since: string | undefined): Promise<Changes>;
  /** Calls back at once and after every write. Returns how to stop. */
  watch(listener: () => void): () => void;
}

export function searchSource(db: Database): SearchSource {
  return {
    rowsAfter: (id, limit) =>
      db.records
        .where('id')
        .above(id ?? '')
        .limit(limit)
        .toArray(),
    rowsById: (ids) => db.records.bulkGet([...ids]),
    changes: (since) => db.transaction('r', db.journal, () => changesSince(db, since)),
    watch: (listener) => {
      const subscription = liveQuery(() => db.settings.get(HEAD)).subscribe({ next: listener });
      return () => subscription.unsubscribe();
    },
  };
}
