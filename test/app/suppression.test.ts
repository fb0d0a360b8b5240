import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import type { CaptureDraft } from '@/src/app/capture-draft';
import { company } from '@/src/domain/parties/company.kind';
import { person } from '@/src/domain/parties/person.kind';
import { suppressionDigests } from '@/src/domain/parties/suppression-digests';
import type { SuppressionFields } from '@/src/domain/parties/suppression.kind';
import type { Kind } from '@/src/domain/records/kind';
import { ACME, createWorld, readingOf, TODAY, type World } from '@/test/support/world';

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

/** Files 王晓明 of 上海艾克米, who is on the page of the test, and erases them. */
async function eraseWang(suppress: boolean, inputs: Record<string, string> = {}): Promise<void> {
  const firm = await file(company, { name: '上海艾克米有限公司' });
  const wang = await file(person, { name: '王晓明', company: firm, ...inputs });
  const erased = await world.app.parties.erase(wang, suppress);
  expect(erased.ok).toBe(true);
}
const draftOf = async (page = ACME): Promise<CaptureDraft> => {
  world.page = page;
  const draft = await world.app.capture.read({ tabId: 1, at: 0 }, 'CN');
  return draft.ok ? draft.value : expect.fail(draft.error.code);
};
const suppressed = async (): Promise<string[]> => [...(await world.app.capture.suppressed((await draftOf()).parties))];
const marks = async () =>
  (await world.app.records.rows('suppression')).map(({ fields }) => fields as SuppressionFields);

describe('a person who asked not to be filed again', () => {
  it('leaves one mark of the day and salted digests, and nothing readable', async () => {
    await eraseWang(true, { 'emails/a': 'wang@acme.cn', 'phones/b': '+86 138 0013 8000' });
    const [mark, ...more] = await marks();
    const { salt, digests, ...rest } = must(mark, 'a mark');

    expect(more).toEqual([]);
    expect(rest).toEqual({ erasedOn: TODAY });
    expect(Object.values(digests ?? {}).sort()).toEqual(
      suppressionDigests(
        (field) => ({ name: ['王晓明'], emails: ['wang@acme.cn'], phones: ['+8613800138000'] })[field] ?? [],
        ['上海艾克米有限公司'],
        salt,
      ),
    );
    expect(Object.values(digests ?? {}).every((digest) => /^[0-9a-f]{64}$/.test(digest))).toBe(true);
  });

  it.each([
    ['mail address', { 'emails/a': 'wang@acme.cn' }],
    ['number', { 'phones/a': '+86 138 0013 8000' }],
    ['name and company', {}],
  ])('is known on a page by the %s, and not saved, ticked or not', async (_, inputs) => {
    await eraseWang(true, inputs);
    expect(await suppressed()).toEqual(['p1']);

    const draft = await draftOf();
    await world.app.capture.save(world.app.newBatch(), { draft, updates: new Map() });
    expect((await world.app.parties.people()).length).toBe(0);
    expect((await world.app.parties.companies()).length).toBe(2);
  });

  it('is not known by a name alone: a namesake elsewhere may be filed', async () => {
    await eraseWang(true);
    const parties = ACME.ok ? ACME.value.parties : [];
    const wang = must(parties[1], 'the person of the page');
    const elsewhere = { field: 'name' as const, raw: '北京青禾岭泵业有限公司', confidence: 0.9, sources: [] };
    const name = must(wang.values[0], 'a name');
    const page = readingOf([
      { kind: 'company', values: [elsewhere] },
      { kind: 'person', worksFor: 0, values: [name] },
    ]);

    expect(await world.app.capture.suppressed((await draftOf(page)).parties)).toEqual(new Set());
  });

  it('has asked for nothing when erased without the mark', async () => {
    await eraseWang(false, { 'emails/a': 'wang@acme.cn' });

    expect([await marks(), await suppressed()]).toEqual([[], []]);
  });
});
