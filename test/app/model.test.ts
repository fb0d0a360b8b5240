import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { at, must } from '@/src/kernel/assert';
import type { BatchId } from '@/src/kernel/ids';
import type { Receipt, UndoReceipt } from '@/src/app/ports/store';
import type { PartyRow } from '@/src/domain/parties/party-row';
import { NO_CHOICES } from '@/src/domain/exchange/decide-cards';
import { readContactTable } from '@/src/domain/exchange/read-contact-table';
import { company } from '@/src/domain/parties/company.kind';
import { person } from '@/src/domain/parties/person.kind';
import { ROLES } from '@/src/domain/records/actor';
import { ERASED } from '@/src/domain/records/erase';
import type { Kind } from '@/src/domain/records/kind';
import { pathsOf, STATE, valueAt, type Row } from '@/src/domain/records/record';
import { refusedAttempt } from '@/src/domain/records/refused-attempt.kind';
import { awaitsDecision } from '@/src/domain/records/transition';
import { isEvidenced } from '@/src/domain/records/values';
import { ALL_KINDS } from '@/src/platform/store/all-kinds';
import { ownFields, sampleOf } from '@/test/contract/kind-example';
import { runs } from '@/test/support/runs';
import { createWorld, type World } from '@/test/support/world';

const WORKED: readonly Kind[] = [...ALL_KINDS.values()].filter(({ view }) => view && view.room !== 'none');
/** Every kind that people work with; two times in three a company or a person, to which all others point. */
const KINDS: readonly Kind[] = WORKED.flatMap((kind) => [kind, company, person]);
/** Those that somebody decides on. */
const DECIDED = WORKED.filter(({ transitions }) => transitions.some(({ decides }) => decides !== undefined));
const OPS = [
  'add',
  'edit',
  'move',
  'approve',
  'import',
  'merge',
  'delete',
  'restore',
  'undo',
  'erase',
  'role',
  'value',
] as const;

/** A command: what to do, and three numbers to choose with among what there is then. */
interface Command {
  readonly op: (typeof OPS)[number];
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** What a user would see: record id → path → plain value. */
type Seen = ReadonlyMap<string, ReadonlyMap<string, string>>;

interface Model {
  seen: Seen;
  /** Batch → what it was seen to change. */
  readonly batches: Map<BatchId, { readonly before: Seen; readonly after: Seen }>;
  hasErased: boolean;
}

let world: World;
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function look(): Promise<Seen> {
  // The trail of what was refused is no work of anybody's: a refused command leaves nothing else.
  const rows: Row[] = (await world.db.records.toArray()).filter(({ kind }) => kind !== refusedAttempt.name);
  return new Map(
    rows.map((row) => {
      const kind = world.app.kinds.get(row.kind);
      const paths = pathsOf(row.fields, (name) => kind?.fields[name]?.many ?? false);
      return [row.id, new Map(paths.map((path) => [path, JSON.stringify(plain(valueAt(row, path)))]))];
    }),
  );
}

const plain = (held: unknown): unknown => (isEvidenced(held) ? held.value : held);
const pick = <T>(list: readonly T[], n: number): T | undefined =>
  list.length === 0 ? undefined : list[n % list.length];

/** The cells of a model: `id path` → value, with a mark for each record that is there. */
function cells(seen: Seen): Map<string, string> {
  return new Map(
    [...seen].flatMap(([id, paths]) => [...paths].map(([path, value]) => [`${id} ${path}`, value] as const)),
  );
}

function changedCells(before: Seen, after: Seen): Set<string> {
  const [x, y] = [cells(before), cells(after)];
  return new Set([...x.keys(), ...y.keys()].filter((cell) => x.get(cell) !== y.get(cell)));
}

interface Said {
  readonly receipt?: Receipt | undefined;
  /** The cells that the command may change, by the rules of the product. */
  readonly may: (cell: string) => boolean;
}

const NOTHING: Said = { may: () => false };
const of = (...ids: readonly string[]): ((cell: string) => boolean) => {
  const set = new Set(ids);
  return (cell) => set.has(cell.slice(0, cell.indexOf(' ')));
};
const said = (result: { ok: true; value: Receipt } | { ok: false }, may: Said['may']): Said =>
  result.ok ? { receipt: result.value, may } : NOTHING;

/** The cells of a record, of those that its rules may look at, and of new ones. */
async function around(row: Row, { seen }: Model): Promise<Said['may']> {
  const targets = row.keys.filter((key) => key.startsWith('link:'));
  const near = await world.ports.store.rowsByKeys([...row.keys, `link:${row.id}`]);
  const ids = new Set([row.id, ...near.map(({ id }) => id), ...targets.map((key) => key.slice('link:'.length))]);
  return (cell) => ids.has(cell.slice(0, cell.indexOf(' '))) || !seen.has(cell.slice(0, cell.indexOf(' ')));
}

/** Also those that are closed to whoever acts: what is done to a record reaches them all the same. */
const pointingTo = (id: string): Promise<readonly Row[]> => world.ports.store.rowsByKeys([`link:${id}`]);

/** Those cells, and those of new records: what the actor has no right to is asked for. */
function orAskedFor(may: Said['may'], { seen }: Model): Said['may'] {
  return (cell) => may(cell) || !seen.has(cell.slice(0, cell.indexOf(' ')));
}

async function rowsOf(kind: Kind): Promise<readonly Row[]> {
  return world.app.records.rows(kind.name);
}

/** What is typed into a new record: all that it cannot be without, and half of the rest. None where nothing can be linked to. */
async function inputsFor(kind: Kind, { a, b, c }: Command): Promise<Record<string, string> | undefined> {
  const inputs: Record<string, string> = {};
  for (const [at, [name, spec]] of ownFields(kind).entries()) {
    if (!spec.required && ((c >> (at % 8)) & 1) === 0) continue;
    const target = spec.to === undefined ? undefined : pick(await rowsOf(kindOf(spec.to)), b)?.id;
    if (spec.type === 'link' && target === undefined) {
      if (spec.required) return undefined;
      continue;
    }
    inputs[spec.many ? `${name}/i${c % 3}` : name] =
      textFor(kind, name, { a, c }) ?? (target === undefined ? sampleOf(spec, {}).typed : target);
  }
  return inputs;
}

const kindOf = (name: string): Kind => must(world.app.kinds.get(name), `a kind ${name}`);

/** Few different ones, so that records come to be alike. */
function textFor(kind: Kind, name: string, { a, c }: Pick<Command, 'a' | 'c'>): string | undefined {
  if (name === kind.view?.title) return kind === company ? `Firma ${a % 7}` : `${kind.name} ${a % 9}`;
  if (name === 'phones') return `+49 30 9018200${c % 5}`;
  if (name === 'emails') return `p${a % 9}@firma.example`;
  return name === 'owner' ? 'Lin' : undefined;
}

/** A table of two people and their companies, some of whom other commands have filed. */
function tableFor({ a, b, c }: Command): string[][] {
  const row = (n: number, m: number): string[] => [
    `Person ${n % 9}`,
    `p${n % 9}@firma.example`,
    ['', 'Buyer', 'Head of buying'][m % 3] ?? '',
    m % 4 === 0 ? '' : `Firma ${m % 7}`,
    m % 2 === 0 ? '' : `+49 30 9018200${m % 5}`,
  ];
  return [['姓名', '邮箱', '职务', '公司', '公司电话'], row(a, b), row(b, c)];
}

let decisions = 0;

const RUN: Readonly<Record<Command['op'], (command: Command, model: Model) => Promise<Said>>> = {
  add: async (command) => {
    const kind = must(pick(KINDS, command.a), 'a kind');
    const inputs = await inputsFor(kind, command);
    if (!inputs) return NOTHING;
    const record = world.app.newRecord();
    return said(await world.app.records.make(kind, record, inputs), of(record));
  },
  edit: async ({ a, b, c }, model) => {
    const kind = must(pick(KINDS, a), 'a kind');
    const row = pick(await rowsOf(kind), b);
    if (!row || !kind.view) return NOTHING;
    const path = c % 3 === 0 || !kind.fields['owner'] ? kind.view.title : 'owner';
    const edit = { kind, records: [row.id], inputs: { [path]: `New ${c % 4}` }, reason: 'so' };
    const own = orAskedFor((cell) => cell === `${row.id} ${path}`, model);
    return said(await world.app.records.edit(edit), own);
  },
  move: async ({ a, b, c }, model) => {
    const kind = must(pick(KINDS, a), 'a kind');
    const row = pick(await rowsOf(kind), b);
    const to = must(pick(kind.states, c), 'a state');
    if (!row) return NOTHING;
    const may = await around(row, model);
    const moved = await world.app.records.move({
      kind,
      record: row.id,
      to,
      ...(c % 2 ? { reason: 'said' } : {}),
      override: c % 3 === 0,
    });
    return said(moved, may);
  },
  approve: async ({ a, b, c }, model) => {
    // Of the kinds that are decided on one that has records, so that it does not matter how many other kinds there are.
    const filed = (await Promise.all(DECIDED.map(async (kind) => ({ kind, rows: await rowsOf(kind) })))).filter(
      ({ rows }) => rows.length > 0,
    );
    const chosen = pick(filed, a);
    if (!chosen) return NOTHING;
    const { kind, rows } = chosen;
    const waiting = rows.filter(({ state }) => awaitsDecision(kind, state));
    const row = pick(waiting, b) ?? pick(rows, b);
    const ways = kind.transitions.filter(
      ({ from, decides }) => row && from.includes(row.state) && (decides !== undefined || waiting.length === 0),
    );
    const way = pick(ways, c);
    if (!row || !way) return NOTHING;
    const may = await around(row, model);
    // What the way needs is filled in where it can be typed.
    const missing = (way.needs ?? []).filter((name) => row.fields[name] === undefined);
    const inputs = Object.fromEntries(
      missing.flatMap((name) => {
        const spec = must(kind.fields[name], name);
        return spec.type === 'link' ? [] : [[spec.many ? `${name}/i` : name, sampleOf(spec, {}).typed]];
      }),
    );
    const moved = await world.app.records.move({ kind, record: row.id, to: way.to, inputs, reason: 'so' });
    if (moved.ok && way.decides) decisions++;
    return said(moved, may);
  },
  import: async (command, { seen }) => {
    const read = readContactTable(tableFor(command), { home: 'DE' });
    const planned = read.ok && (await world.app.contacts.plan('contacts.csv', read.value, async () => true));
    if (!planned || !planned.ok) return NOTHING;
    const otherwise = must(pick(['open', 'first', 'new'] as const, command.c), 'an answer');
    const choices = { ...NO_CHOICES, otherwise, takeAll: command.b % 2 === 0 };
    const { writes } = world.app.contacts.decide(planned.value, choices);
    const fields = new Set(writes.flatMap(({ row, values }) => values.map(({ given }) => `${row?.id} ${given.field}`)));
    const isNew = (cell: string): boolean => !seen.has(cell.slice(0, cell.indexOf(' ')));
    return said(
      await world.app.contacts.import(planned.value, choices),
      (cell) => isNew(cell) || fields.has(must(cell.split('/')[0], 'the field of a cell')),
    );
  },
  merge: async ({ a, b, c }) => {
    // Safe: rows of companies and people are party rows.
    const rows = (await rowsOf(a % 2 ? company : person)) as readonly PartyRow[];
    const [target, other] = [pick(rows, b), pick(rows, c)];
    if (!target || !other || target.id === other.id) return NOTHING;
    const links = await pointingTo(other.id);
    return said(
      await world.app.parties.merge({ target, others: [other], choice: {} }),
      of(target.id, other.id, ...links.map(({ id }) => id)),
    );
  },
  delete: async ({ a, b }, model) => {
    const row = pick(await rowsOf(must(pick(KINDS, a), 'a kind')), b);
    if (!row) return NOTHING;
    const along = await pointingTo(row.id);
    const further = (await Promise.all(along.map(({ id }) => pointingTo(id)))).flat();
    const may = orAskedFor(of(row.id, ...[...along, ...further].map(({ id }) => id)), model);
    return said(await world.app.records.remove([row.id], 'so'), may);
  },
  restore: async ({ b }) => {
    const entry = pick(await world.app.records.bin(), b);
    return entry ? undoing(entry.header.batchId) : NOTHING;
  },
  undo: async ({ b }, model) => {
    const batch = pick([...model.batches.keys()], b);
    return batch ? undoing(batch) : NOTHING;
  },
  erase: async ({ a, b }) => {
    const row = a % 4 === 0 ? pick(await rowsOf(person), b) : undefined;
    // Their name and mailbox go wherever they stand: any cell may lose its value, none may get another.
    return row ? said(await world.app.parties.erase(row.id), () => true) : NOTHING;
  },
  role: async ({ a }) => {
    await world.app.settings.change('user-role', at(ROLES, a % ROLES.length));
    return NOTHING;
  },
  value: async ({ a, b, c }) => {
    const row = pick(await rowsOf(must(pick(KINDS, a), 'a kind')), b);
    const entry = row && pick(await world.app.records.history(row.id), c);
    const path = entry && 'set' in entry.patch ? pick(Object.keys(entry.patch.set), c) : undefined;
    if (!row || !entry || path === undefined) return NOTHING;
    return said(
      await world.app.records.restoreValue(row.id, path, entry.header.batchId),
      (cell) => cell === `${row.id} ${path}`,
    );
  },
};

async function undoing(batch: BatchId): Promise<Said> {
  const undone = await world.app.history.undo(batch);
  return undone.ok ? { receipt: undone.value, may: () => true } : NOTHING;
}

/**
 * After an undo every cell that the batch had changed holds what it held before the batch, or is told to have been kept, or
 * was changed by somebody else since; every other cell is as it was.
 */
function judgeUndo(model: Model, undone: BatchId, receipt: UndoReceipt, now: Seen): void {
  const batch = model.batches.get(undone);
  if (!batch) return;
  const touched = changedCells(batch.before, batch.after);
  const [was, ours, is] = [cells(batch.before), cells(batch.after), cells(now)];
  const kept = new Set(receipt.kept.flatMap(({ id, path }) => (path === undefined ? [id] : [`${id} ${path}`, id])));
  const present = cells(model.seen);
  for (const cell of changedCells(model.seen, now)) {
    const id = cell.slice(0, cell.indexOf(' '));
    // A cell beyond those of the batch changes only with its whole record.
    const isWhole = touched.has(`${id} ${STATE}`);
    // What was restored holds what it held before the batch. A record that came back may have lost a link, which is told.
    const isTold = kept.has(cell) || (kept.has(id) && touched.has(cell));
    const isFine = is.get(cell) === was.get(cell) || isTold || isWhole;
    expect([cell, isFine, touched.has(cell) || isWhole]).toEqual([cell, true, true]);
  }
  const left = [...touched].filter((cell) => present.get(cell) === ours.get(cell) && is.get(cell) !== was.get(cell));
  const untold = left.filter((cell) => ![...kept].some((one) => cell === one || cell.startsWith(`${one} `)));
  expect(untold.filter((cell) => !wasErased(model, cell, now))).toEqual([]);
}

/** Of an erased person nothing is left that an undo could tell of, and what was theirs does not come back elsewhere. */
function wasErased({ hasErased, seen }: Model, cell: string, now: Seen): boolean {
  const id = cell.slice(0, cell.indexOf(' '));
  const value = cells(now).get(cell);
  return hasErased && ((!seen.has(id) && !now.has(id)) || value === undefined || value === JSON.stringify(ERASED));
}

/** Runs one command, and holds it to what it may change. */
async function step(model: Model, command: Command): Promise<boolean> {
  const before = model.seen;
  const { receipt, may } = await RUN[command.op](command, model);
  const now = await look();
  const foreign = [...changedCells(before, now)].filter((cell) => !may(cell));
  expect({ command, foreign }).toEqual({ command, foreign: [] });
  const header = receipt && (await world.app.history.list(1))[0]?.header;
  // Safe: only an undo names what it undoes, and its receipt tells what it kept.
  if (header?.undoes && header.batchId === receipt?.batchId)
    judgeUndo(model, header.undoes, receipt as UndoReceipt, now);
  if (receipt) model.batches.set(receipt.batchId, { before, after: now });
  model.hasErased ||= command.op === 'erase' && receipt !== undefined;
  model.seen = now;
  return receipt !== undefined && receipt.made + receipt.changed + receipt.gone > 0;
}

const commands = fc.array(
  fc.record({
    op: fc.oneof(
      { weight: 3, arbitrary: fc.constant('add' as const) },
      { weight: 8, arbitrary: fc.constantFrom(...OPS) },
    ),
    a: fc.nat(1000),
    b: fc.nat(1000),
    c: fc.nat(1000),
  }),
  { minLength: 100, maxLength: 100, size: 'max' },
);

describe('whatever is done in whatever order', () => {
  it('changes what it says and nothing else, and the database hangs together', { timeout: 600_000 }, async () => {
    let done = 0;
    let written = 0;
    const wrote = new Set<Command['op']>();
    await fc.assert(
      fc.asyncProperty(commands, async (list) => {
        world = await createWorld();
        const model: Model = { seen: new Map(), batches: new Map(), hasErased: false };
        for (const [i, command] of list.entries()) {
          if (await step(model, command)) {
            written++;
            wrote.add(command.op);
          }
          done++;
          if (i % 20 !== 19) continue;
          const report = await world.app.verify();
          expect({ i, problems: report.checks.flatMap(({ problems }) => problems) }).toEqual({ i, problems: [] });
        }
        world.db.close();
        for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
      }),
      { ...runs(5, 100), seed: 11, endOnFailure: true },
    );
    // A test whose commands all come to nothing would prove nothing.
    expect(done).toBeGreaterThanOrEqual(500);
    expect(written).toBeGreaterThan(done / 4);
    // Roles are settings, which are no records.
    expect(decisions).toBeGreaterThan(0);
    expect(OPS.filter((op) => op !== 'role' && !wrote.has(op))).toEqual([]);
  });
});
