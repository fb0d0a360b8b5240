import type { BatchId, DeviceId, RecordId } from '@/src/kernel/ids';
import { NAMELESS } from '@/src/app/acting';
import type { Change } from '@/src/domain/records/change';
import type { FieldSpec } from '@/src/domain/records/field';
import type { Kind } from '@/src/domain/records/kind';
import { randomIds } from '@/src/platform/clock';
import { ALL_KINDS } from '@/src/platform/store/all-kinds';
import { openCurrentDatabase } from '@/src/platform/store/current-database';
import { DexieStore } from '@/src/platform/store/dexie-store';
import { must } from '@/src/kernel/assert';
import { ownFields, sampleOf } from '../contract/kind-example';
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

/** Of every other kind there is one record for so many companies. */
const COMPANIES_A_FILE = 25;
const DAY_MS = 86_400_000;

/**
 * Run inside a page of the extension: puts invented companies and twice as many people into its database, half of them
 * Chinese, each value with its evidence, and files of every other kind that point to them. Gives how many companies and people
 * there are, and queries of all sorts about them.
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
    for (const kind of ALL_KINDS.values()) {
      if (kind.view?.room === 'none' || !kind.view || kind.name === 'company' || kind.name === 'person') continue;
      const batch = { id: randomIds.next() as BatchId, actor: 'user', wall: WALL, cause: 'import' as const };
      const filed = await store.commit({ ...batch, changes: filesOf(kind, records) });
      must(filed.ok || undefined, `filled with ${kind.name}: ${filed.ok ? '' : JSON.stringify(filed.error)}`);
    }
  } finally {
    db.close();
  }
  return made;
}

/** Records of a kind in all its states, about one company after the other, around the day of today. */
function filesOf(kind: Kind, records: readonly BenchRecord[]): Change[] {
  const companies = records.filter((one) => one.kind.name === 'company');
  const people = records.filter((one) => one.kind.name === 'person');
  const count = Math.ceil(companies.length / COMPANIES_A_FILE);
  return Array.from({ length: count }, (_, i) => {
    const targets: Readonly<Record<string, string | undefined>> = {
      company: companies[i * COMPANIES_A_FILE]?.id,
      person: people[i]?.id,
    };
    const fields = Object.fromEntries(
      ownFields(kind).flatMap(([name, spec]) => {
        const value = valueFor(spec, targets, i);
        if (value === undefined) return [];
        const held = kind.evidence ? evident(value) : value;
        return [[name, spec.many ? { a: held } : held]];
      }),
    );
    const state = must(kind.states[i % kind.states.length], 'a state');
    return { make: randomIds.next() as RecordId, kind: kind.name, fields, state };
  });
}

function valueFor(spec: FieldSpec, targets: Readonly<Record<string, string | undefined>>, i: number): unknown {
  if (spec.type === 'link') return targets[spec.to ?? ''];
  if (spec.type === 'date') return new Date(WALL + ((i % 120) - 60) * DAY_MS).toISOString().slice(0, 10);
  // Whoever opens the workspace has no name yet: the files are theirs.
  if (spec.type === 'user') return NAMELESS;
  if (spec.type === 'choice') return spec.choices?.[i % spec.choices.length];
  return spec.type === 'text' && !spec.lines ? `File ${i}` : sampleOf(spec, {}).stored;
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
