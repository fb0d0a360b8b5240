import { unzipSync } from 'fflate';
import { Dexie } from 'dexie';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import type { PartyRow } from '@/src/domain/parties/party-row';
import { refusal } from '@/src/domain/enrich/refusal.kind';
import { company } from '@/src/domain/parties/company.kind';
import { person } from '@/src/domain/parties/person.kind';
import { customField } from '@/src/domain/records/custom-field.kind';
import type { Kind } from '@/src/domain/records/kind';
import { savedView } from '@/src/domain/records/saved-view.kind';
import { visit } from '@/src/domain/visits/visit.kind';
import { FIRST_LINE } from '@/src/platform/store/backup-format';
import { dump } from '@/test/support/store';
import { createWorld, readingOf, type World } from '@/test/support/world';

const NAME = 'Bartholomew Quillfeather';
const MAIL = 'b.quillfeather@umbrafalke.example';
const PHONE = '+1 202 555 0143';
const FILED = '+12025550143';

/** The line with the digest, behind what is packed. */
const SEAL = 65;

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function file(kind: Kind, inputs: Record<string, string>): Promise<RecordId> {
  const record = world.app.newRecord();
  const made = await world.app.records.make(kind, record, inputs);
  return made.ok ? record : expect.fail(made.error.code);
}
const idOf = async (name: string): Promise<RecordId> =>
  must(
    [...(await world.app.parties.people()), ...(await world.app.parties.companies())].find(
      ({ fields }) => fields.name.value === name,
    ),
    name,
  ).id;

/** The person and a company from a page that names them in its title, its address and the evidence of the company. */
async function capture(): Promise<void> {
  const evidence = (snippet: string) => [{ kind: 'json-ld' as const, snippet }];
  const value = (field: 'name' | 'phones' | 'emails' | 'title', raw: string, snippet = raw) => ({
    field,
    raw,
    confidence: 0.95,
    sources: evidence(snippet),
  });
  const long = `The house has stood at the harbour for a hundred and twenty years and is led today by ${NAME.slice(0, 15)}`;
  world.page = readingOf(
    [
      {
        kind: 'company',
        values: [value('name', 'Tarnhill Optics', long), value('phones', '+86 21 5555 0101', `ask ${NAME}, ${PHONE}`)],
      },
      {
        kind: 'person',
        worksFor: 0,
        values: [value('name', NAME), value('title', 'Head of buying'), value('phones', PHONE), value('emails', MAIL)],
      },
    ],
    { url: 'https://tarnhill.example/team/bartholomew-quillfeather', title: `${NAME} | Tarnhill Optics` },
  );
  const draft = await world.app.capture.read({ tabId: 1, at: 0 }, 'US');
  if (!draft.ok) return expect.fail(draft.error.code);
  const saved = await world.app.capture.save(world.app.newBatch(), { draft: draft.value, updates: new Map() });
  expect(saved.ok).toBe(true);
}

/** What names them elsewhere: a merge, visits, a saved view, a field of the user's own, texts about others. */
async function mention(): Promise<RecordId> {
  const firm = await idOf('Tarnhill Optics');
  const twin = await file(person, { name: `Quillfeather, Bartholomew`, 'emails/a': MAIL.toUpperCase() });
  const target = await idOf(NAME);
  const people: readonly PartyRow[] = await world.app.parties.people();
  const row = (id: RecordId): PartyRow =>
    must(
      people.find((one) => one.id === id),
      'a person',
    );
  expect((await world.app.parties.merge({ target: row(target), others: [row(twin)], choice: {} })).ok).toBe(true);
  await file(visit, { purpose: `Lunch with ${NAME}`, company: firm, person: target, day: '2026-11-20' });
  const other = await file(company, { name: 'Oxbow', note: `Recommended by ${NAME.toUpperCase()} (${PHONE})` });
  await file(savedView, {
    of: 'person',
    title: `Those of ${NAME}`,
    params: new URLSearchParams({ where: `name~has~${NAME}` }).toString(),
  });
  const own = await file(customField, { of: 'company', label: `Introduced by ${NAME}`, type: 'text' });
  for (const record of [firm, other]) {
    const edit = { kind: company, records: [record], inputs: { [`custom/${own}`]: `${NAME}, ${MAIL}` } };
    expect((await world.app.records.edit(edit)).ok).toBe(true);
  }
  const firmAsWell = { kind: company, records: [firm], inputs: { legalRepresentative: NAME } };
  expect((await world.app.records.edit(firmAsWell)).ok).toBe(true);
  await file(refusal, { company: firm, field: 'legalRepresentative', value: NAME });
  world.sent.push({
    at: '2026-11-20T09:00:00.000Z',
    url: `https://tarnhill.example/team/${NAME.replace(' ', '-').toLowerCase()}`,
    provider: 'own-site',
    record: firm,
    fields: ['website'],
  });
  const gone = await file(company, { name: 'Calderon', note: `Was led by ${NAME}` });
  await world.app.records.remove([gone]);
  return target;
}

/** Every piece of eight characters, the whole where it is shorter. What every invented domain ends with says nothing. */
function pieces(text: string): string[] {
  const lowered = text.toLowerCase();
  if (lowered.length <= 8) return [lowered];
  return Array.from({ length: lowered.length - 7 }, (_, i) => lowered.slice(i, i + 8)).filter(
    (piece) => piece !== '.example',
  );
}
const PIECES = [NAME, MAIL, FILED, PHONE].flatMap(pieces);

type Place = 'database' | 'backup' | 'archive';
/** What is stored or handed out, as text. */
async function places(): Promise<Readonly<Record<Place, string>>> {
  world.saved.length = 0;
  expect((await world.app.backups.write()).ok).toBe(true);
  expect((await world.app.backups.archive('Everything.')).ok).toBe(true);
  const [backup, archive] = await Promise.all(
    world.saved.map(async ({ content }) => Buffer.from(await content.arrayBuffer())),
  );
  const packed = must(backup, 'a backup');
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  const entries = Object.entries(unzipSync(new Uint8Array(must(archive, 'an archive'))));
  return {
    database: JSON.stringify([await dump(world.db), world.sent]).toLowerCase(),
    backup: text(gunzipSync(packed.subarray(FIRST_LINE.length, -SEAL))).toLowerCase(),
    archive: entries
      .map(([name, bytes]) => `${name}\n${text(bytes)}`)
      .join('\n')
      .toLowerCase(),
  };
}
const foundIn = (texts: Readonly<Record<Place, string>>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(texts).map(([place, text]) => [place, PIECES.filter((piece) => text.includes(piece))]),
  );

describe('an erased person', () => {
  it.each([true, false])(
    'is found in no piece of eight characters anywhere (with a mark left: %s)',
    async (suppress) => {
      await capture();
      const target = await mention();
      const before = foundIn(await places());
      // Each place is seen to hold every piece of them before.
      expect(before).toEqual({ database: PIECES, backup: PIECES, archive: PIECES });

      expect((await world.app.parties.erase(target, suppress)).ok).toBe(true);

      expect(foundIn(await places())).toEqual({ database: [], backup: [], archive: [] });
      expect((await world.app.verify()).checks.flatMap(({ problems }) => problems)).toEqual([]);
      expect((await world.app.parties.companies()).map(({ fields }) => fields.name.value)).toEqual([
        'Tarnhill Optics',
        'Oxbow',
      ]);
      expect(
        Object.values(must((await world.app.parties.companies())[0], 'the firm').fields.phones ?? {})[0],
      ).toMatchObject({
        value: '+862155550101',
      });
    },
  );

  it('leaves whole whoever has the name within theirs, and what is said of them elsewhere', async () => {
    await capture();
    await file(person, { name: `${NAME} the Elder`, note: 'No relation' });
    const other = await file(company, { name: 'Oxbow', note: `Knows ${NAME} the Elder` });
    expect((await world.app.parties.erase(await idOf(NAME))).ok).toBe(true);

    expect((await world.app.parties.people()).map(({ fields }) => fields.name.value)).toEqual([`${NAME} the Elder`]);
    const row = (await world.app.parties.companies()).find(({ id }) => id === other);
    expect(row?.fields.note?.value).toBe(`Knows ${NAME} the Elder`);
  });
});
