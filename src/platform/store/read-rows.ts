import { Dexie } from 'dexie';
import type { Reading } from '@/src/app/ports/store';
import type { Row } from '@/src/domain/records/record';
import type { Database } from './database';

/** Rows read in one request: few enough that progress moves, many enough that the requests do not count. */
const PIECE = 5000;

/** See `Store.rows`. Read by primary keys in one transaction, so that what is read belongs together. */
export function rowsOfKind(db: Database, kind: string, { onProgress, signal }: Reading): Promise<Row[]> {
  return db.transaction('r', db.records, async () => {
    const ofKind = db.records.where('[kind+state]').between([kind, Dexie.minKey], [kind, Dexie.maxKey]);
    const total = await ofKind.count();
    if (total <= PIECE) return byId(await ofKind.toArray());
    const ids = (await ofKind.primaryKeys()).sort();
    const rows: Row[] = [];
    for (let start = 0; start < ids.length; start += PIECE) {
      signal?.throwIfAborted();
      const piece = await db.records.bulkGet(ids.slice(start, start + PIECE));
      for (const row of piece) if (row) rows.push(row);
      onProgress?.(rows.length, total);
    }
    return rows;
  });
}

/** Ids sort by the time they were made. */
function byId(rows: Row[]): Row[] {
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}
