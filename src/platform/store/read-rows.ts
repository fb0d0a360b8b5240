import { Dexie, type Collection } from 'dexie';
import type { Crowd, Reading } from '@/src/app/ports/store';
import type { Row } from '@/src/domain/records/record';
import type { Database } from './database';

/** Rows read in one request: few enough that progress moves, many enough that the requests do not count. */
const PIECE = 5000;
/** Where at most so many times the rows that are wanted lie between two ids, reading all of these is quicker. */
const DENSE = 1.6;

/** The records of a kind, by state and id. */
export function recordsOf(db: Database, kind: string): Collection<Row, string> {
  return db.records.where('[kind+state]').between([kind, Dexie.minKey], [kind, Dexie.maxKey]);
}

/** The records of a kind of which something is due, by day and id. */
export function rowsDueOf(db: Database, kind: string): Collection<Row, string> {
  return db.records.where('[kind+due]').between([kind, Dexie.minKey], [kind, Dexie.maxKey]);
}

/** See `Store.rows`. Read by primary keys in one transaction, so that what is read belongs together. */
export function rowsOfKind(db: Database, kind: string, { onProgress, signal }: Reading): Promise<Row[]> {
  return db.transaction('r', db.records, async () => {
    const ofKind = recordsOf(db, kind);
    const total = await ofKind.count();
    if (total <= PIECE) return byId(await ofKind.toArray());
    const ids = (await ofKind.primaryKeys()).sort();
    const rows: Row[] = [];
    for (let start = 0; start < ids.length; start += PIECE) {
      signal?.throwIfAborted();
      for (const row of await readPiece(db, kind, ids.slice(start, start + PIECE))) rows.push(row);
      onProgress?.(rows.length, total);
    }
    return rows;
  });
}

/** The rows of sorted ids. A request a row takes almost twice as long as one request for what lies between two ids. */
async function readPiece(db: Database, kind: string, ids: readonly string[]): Promise<Row[]> {
  const between = db.records.where('id').between(ids[0], ids.at(-1), true, true);
  if ((await between.count()) > ids.length * DENSE)
    return (await db.records.bulkGet([...ids])).filter((row) => row !== undefined);
  return (await between.toArray()).filter((row) => row.kind === kind);
}

/** Ids sort by the time they were made. */
function byId(rows: Row[]): Row[] {
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** See `Store.rowsByKeys`. With a crowd, the ids are looked up first: they cost a fraction of the rows. */
export async function rowsUnderKeys(db: Database, keys: readonly string[], crowd?: Crowd): Promise<Row[]> {
  if (keys.length === 0) return [];
  const under = (wanted: readonly string[]) => db.records.where('keys').anyOf([...wanted]);
  if (!crowd) return under(keys).distinct().toArray();
  return db.transaction('r', db.records, async () => {
    const ids = await idsUnder(db, keys);
    const [few, many] = [ids.filter((all) => all.length <= crowd.most), ids.filter((all) => all.length > crowd.most)];
    const wanted = new Set(few.flat());
    if (many.length > 0) for (const id of inTwo([...many, ...(await idsUnder(db, crowd.beside))])) wanted.add(id);
    return (await db.records.bulkGet([...wanted])).filter((row) => row !== undefined);
  });
}

function idsUnder(db: Database, keys: readonly string[]): Promise<string[][]> {
  return Promise.all([...new Set(keys)].map((key) => db.records.where('keys').equals(key).primaryKeys()));
}

/** Ids that are in more than one of the lists; no list names one twice. */
function inTwo(lists: readonly (readonly string[])[]): Set<string> {
  const seen = new Set<string>();
  return new Set(lists.flat().filter((id) => seen.has(id) || !seen.add(id)));
}
