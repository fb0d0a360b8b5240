import { liveQuery } from 'dexie';
import type { RecordId } from '@/src/kernel/ids';
import type { Row } from '@/src/domain/records/record';
import { HEAD, type Database, type Head } from './database';

/** Up to where the journal was read: the device that writes it, and its last entry. */
export interface JournalPlace {
  readonly device: string;
  readonly seq: number;
}

/** What the search reads of the database. */
export interface SearchSource {
  /** Records of all kinds in the order of their ids, after one. */
  rowsAfter(id: RecordId | undefined, limit: number): Promise<readonly Row[]>;
  /** In the order of the ids; undefined for those that are not on file. */
  rowsById(ids: readonly RecordId[]): Promise<readonly (Row | undefined)[]>;
  /** The records that were written since a place; `all` when that cannot be said, or none was given. */
  changesSince(place: JournalPlace | undefined): Promise<{ place: JournalPlace; ids: ReadonlySet<RecordId> | 'all' }>;
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
    changesSince: (place) => db.transaction('r', db.settings, db.journal, () => changesSince(db, place)),
    watch: (listener) => {
      const subscription = liveQuery(() => db.settings.get(HEAD)).subscribe({ next: listener });
      return () => subscription.unsubscribe();
    },
  };
}

/** From the head, which costs one look, and the journal's entries since, when there are any. */
async function changesSince(db: Database, since: JournalPlace | undefined): ReturnType<SearchSource['changesSince']> {
  // Safe: under this id there is never anything else.
  const head = (await db.settings.get(HEAD)) as Head | undefined;
  const place = { device: head?.device ?? '', seq: head?.seq ?? 0 };
  if (since?.device !== place.device || since.seq > place.seq) return { place, ids: since ? 'all' : new Set() };
  const ids = new Set<RecordId>();
  if (since.seq === place.seq) return { place, ids };
  await db.journal
    .where('[device+seq+part]')
    .between([place.device, since.seq + 1, 0], [place.device, place.seq, Number.MAX_SAFE_INTEGER])
    .each((entry) => {
      if ('patches' in entry) for (const { id } of entry.patches) ids.add(id);
    });
  return { place, ids };
}
