import type { BatchId, DeviceId } from '@/src/kernel/ids';
import type { Change } from '@/src/domain/records/change';
import type { Kind } from '@/src/domain/records/kind';
import { randomIds } from '@/src/platform/clock';
import { ALL_KINDS } from '@/src/platform/store/all-kinds';
import { openCurrentDatabase } from '@/src/platform/store/current-database';
import { DexieStore } from '@/src/platform/store/dexie-store';
import { must } from '@/src/kernel/assert';
import { benchQueries, benchRecords, type BenchRecord } from './search-records';

const SEED = 20_261_122;
const WALL = Date.UTC(2026, 10, 22, 9);
const AT = '2026-11-22T09:00:00.000Z';

interface Request {
  readonly companies: number;
  readonly queries: number;
  /** Done in an earlier run. */
  readonly isFilled: boolean;
}

/**
 * Run inside a page of the extension: puts invented companies and twice as many people into its database, half of them
 * Chinese, each value with its evidence. Gives how many there are, and queries of all sorts about them.
 */
async function fill({ companies, queries, isFilled }: Request) {
  const records = benchRecords(SEED, companies);
  const made = { records: records.length, asked: benchQueries(SEED + 1, records, queries) };
  if (isFilled) return made;
  const db = await openCurrentDatabase(() => undefined);
  try {
    const store = new DexieStore(db, ALL_KINDS, 'bench' as DeviceId);
    const id = randomIds.next() as BatchId;
    const changes = records.map(changeOf);
    must((await store.commit({ id, actor: 'user', wall: WALL, cause: 'import', changes })).ok || undefined, 'filled');
  } finally {
    db.close();
  }
  return made;
}

function changeOf({ id, kind, fields }: BenchRecord): Change {
  const made = Object.entries(fields).map(([name, held]) => [name, withEvidence(kind, name, held)]);
  return { make: id, kind: kind.name, fields: Object.fromEntries(made) };
}

function withEvidence(kind: Kind, name: string, held: unknown): unknown {
  if (!kind.fields[name]?.many) return evident(held);
  // Safe: what a field of many holds is values by their ids.
  const items = Object.entries(held as Readonly<Record<string, unknown>>);
  return Object.fromEntries(items.map(([id, value]) => [id, evident(value)]));
}

function evident(value: unknown): object {
  const source = {
    kind: 'json-ld',
    url: 'https://example.com/about',
    snippet: `"${value}"`,
    at: AT,
    extractor: 'bench 1',
  };
  return { value, raw: value, confidence: 0.9, status: 'accepted', sources: [source] };
}

Object.assign(globalThis, { fillWorkspace: fill });
