import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import type { Erasing, StoreError } from '@/src/app/ports/store';
import { rowOf, type Step } from '@/src/domain/records/change';
import { scrubPart, withoutErased, withoutPerson, type Erasure } from '@/src/domain/records/erase';
import { partDigest, type EntryPart, type Hole, type Patch } from '@/src/domain/records/journal';
import type { Kind, Kinds, TableName } from '@/src/domain/records/kind';
import { withValue, type Fields, type Image, type Path, type Row } from '@/src/domain/records/record';
import { itemsIn } from '@/src/domain/records/values';
import { isLink, linkTo, linkedBy } from '@/src/domain/records/link-key';
import type { Database } from './database';
import { expiredBefore } from './read-journal';
import type { Plan } from './write-entry';

/**
 * What erasing a person comes to: their row, patches and blobs go, with all that cannot be without them; their addresses and numbers are cut from everything
 * else, and the entry names each journal part that was cut with the digest of what remains. Nothing about the person
 * but the id enters the new entry.
 */
export async function planErasure(db: Database, erasing: Erasing, kinds: Kinds): Promise<Result<Plan, StoreError>> {
  const { person, absorbed, anywhere, nearby } = erasing;
  const row = await db.records.get(person);
  if (!row) return err({ code: 'missing', id: person });
  const dependants = await dependantsOf(db, row, kinds);
  const here = new Set([person, ...absorbed, ...dependants.map(({ id }) => id)]);
  const once = await onceAbout(db, new Set([person, ...absorbed]), here, kinds);
  const ids = new Set([...here, ...once.gone]);
  const together = await writtenTogether(db, row, ids, kinds);
  const erasure: Erasure = { ids, anywhere, nearby, together, emptied: once.emptied };
  const parts = await cutParts(db, erasure);
  const rows = await cutRows(db, erasure, kinds);
  return ok({
    cause: 'erase',
    steps: [row, ...dependants].map((one) => erasedStep(one, kinds)),
    holes: parts.map(holeOf),
    also: async () => {
      await db.journal.bulkPut(parts);
      for (const [table, cut] of rows) await db.rowsOf(table).bulkPut(cut);
      await db.blobs
        .where('about')
        .anyOf([...ids])
        .delete();
    },
  });
}

function erasedStep(row: Row, kinds: Kinds): Step {
  const kind = must(kinds.get(row.kind), `kind ${row.kind} of a stored record is known`);
  return { id: row.id, kind, before: row, after: null, patch: { id: row.id, kind: kind.name, erased: true } };
}

/** Records whose link to the person is bound, and those whose link to the person, or to one of these records, is required. */
async function dependantsOf(db: Database, person: Row, kinds: Kinds): Promise<Row[]> {
  const found = new Map<RecordId, Row>();
  for (let fresh = [person]; fresh.length > 0;) {
    const to = new Set(fresh.map(({ id }) => id));
    const pointing = await db.records
      .where('keys')
      .anyOf([...to].map(linkTo))
      .distinct()
      .toArray();
    fresh = pointing.filter((row) => !found.has(row.id) && linksTo(row, to, kinds).some((link) => link.isFirm));
    for (const row of fresh) found.set(row.id, row);
  }
  return [...found.values()];
}

/**
 * Records that a bound link once made be about the person: those that were deleted meanwhile, and those that are about somebody
 * else by now, with their fields that are about a person.
 */
async function onceAbout(
  db: Database,
  people: ReadonlySet<string>,
  here: ReadonlySet<RecordId>,
  kinds: Kinds,
): Promise<{ gone: readonly RecordId[]; emptied: ReadonlyMap<RecordId, ReadonlySet<string>> }> {
  const found = new Map<RecordId, Kind>();
  await db.journal.each((row) => {
    if (!('patches' in row)) return;
    for (const patch of row.patches) {
      const kind = kinds.get(patch.kind);
      if (kind && !here.has(patch.id) && boundValues(patch, kind).some((value) => people.has(String(value))))
        found.set(patch.id, kind);
    }
  });
  const present = new Set(
    await db.records
      .where('id')
      .anyOf([...found.keys()])
      .primaryKeys(),
  );
  const personal = ({ fields }: Kind): ReadonlySet<string> =>
    new Set(Object.keys(fields).filter((name) => fields[name]?.personal && !fields[name].required));
  return {
    gone: [...found.keys()].filter((id) => !present.has(id)),
    emptied: new Map([...found].filter(([id]) => present.has(id)).map(([id, kind]) => [id, personal(kind)])),
  };
}

/** What a patch says of the links of a record that are bound: before and after. */
function boundValues(patch: Patch, { fields }: Kind): unknown[] {
  const names = Object.keys(fields).filter((name) => fields[name]?.bound);
  if ('made' in patch) return names.map((name) => patch.made.fields[name]);
  if ('gone' in patch) return names.map((name) => patch.gone.fields[name]);
  return 'set' in patch ? names.flatMap((name) => [patch.set[name]?.from, patch.set[name]?.to]) : [];
}

/**
 * What making deletions final comes to: the patches of the records go, and with the last of a part its note, which may
 * name them. No record changes, for none of them is there.
 */
export async function planPurge(db: Database, before: number): Promise<Result<Plan, StoreError>> {
  const ids = new Set(await expiredBefore(db, before));
  const erasure: Erasure = { ids, anywhere: [], nearby: [], together: new Set() };
  const cut = ids.size === 0 ? [] : await cutParts(db, erasure);
  if (cut.length === 0) return ok({ cause: 'purge', steps: [] });
  const parts = cut.map(({ note, ...part }): EntryPart => (note && part.patches.length > 0 ? { ...part, note } : part));
  return ok({
    cause: 'purge',
    steps: [],
    holes: parts.map(holeOf),
    also: async () => void (await db.journal.bulkPut(parts)),
  });
}

async function writtenTogether(
  db: Database,
  person: Row,
  ids: ReadonlySet<RecordId>,
  kinds: Kinds,
): Promise<Set<string>> {
  const links = person.keys.filter(isLink);
  const together = new Set<string>(linkedBy(links));
  // What is kept about their company for the program's own use may name them: suggestions, refusals.
  await db.records
    .where('keys')
    .anyOf(links)
    .each((row) => {
      if (!kinds.get(row.kind)?.view) together.add(row.id);
    });
  for (const id of await db.records.where('keys').equals(linkTo(person.id)).primaryKeys()) together.add(id);
  await db.journal.each((row) => {
    if (!('patches' in row) || !row.patches.some(({ id }) => ids.has(id))) return;
    for (const { id } of row.patches) together.add(id);
  });
  for (const id of ids) together.delete(id);
  return together;
}

async function cutParts(db: Database, erasure: Erasure): Promise<EntryPart[]> {
  const parts: EntryPart[] = [];
  await db.journal.each((row) => {
    if (!('patches' in row)) return;
    const cut = scrubPart(row, erasure);
    if (cut !== row) parts.push(cut);
  });
  return parts;
}

async function cutRows(db: Database, erasure: Erasure, kinds: Kinds): Promise<ReadonlyMap<TableName, Row[]>> {
  const cut = new Map<TableName, Row[]>();
  // Settings are words of the user about themselves.
  for (const table of ['records', 'datasets', 'notebooks'] satisfies TableName[]) {
    const rows: Row[] = [];
    await db.rowsOf(table).each((row) => {
      const kind = kinds.get(row.kind);
      if (erasure.ids.has(row.id) || !kind) return;
      const fields = withoutPerson(withoutLinks(row, erasure.ids, kinds), erasure, row.id);
      if (fields !== row.fields)
        rows.push(rowOf(row.id as RecordId, kind, { ...row, fields: withoutErased(kind, fields) }));
    });
    cut.set(table, rows);
  }
  return cut;
}

/** The fields without links to what goes. The same object where there are none. */
function withoutLinks(row: Row, to: ReadonlySet<RecordId>, kinds: Kinds): Fields {
  const image = linksTo(row, to, kinds).reduce((rest: Image, { path }) => withValue(rest, path, undefined), row);
  return image.fields;
}

/** `isFirm`: the record cannot be without the link. */
function linksTo(row: Row, to: ReadonlySet<RecordId>, kinds: Kinds): { path: Path; isFirm: boolean }[] {
  if (!linkedBy(row.keys).some((id) => to.has(id))) return [];
  const links = Object.entries(kinds.get(row.kind)?.fields ?? {}).filter(([, { type }]) => type === 'link');
  return links.flatMap(([name, spec]) =>
    itemsIn(spec, row.fields[name])
      .filter(({ value }) => to.has(value as RecordId))
      .map(({ item }) => ({
        path: item === undefined ? name : `${name}/${item}`,
        isFirm: spec.required || spec.bound === true,
      })),
  );
}

function holeOf(cut: EntryPart): Hole {
  const { device, seq, part } = cut;
  return { device, seq, part, remaining: partDigest(cut) };
}
