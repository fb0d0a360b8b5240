import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { company as companyKind } from '@/src/domain/parties/company.kind';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import type { PartyRow } from '@/src/domain/parties/party-row';
import { typedValue } from '@/src/domain/records/evidence';
import { valuesOf } from '@/src/domain/parties/contact-values';
import { content, dump } from '@/test/support/store';
import { runs } from '@/test/support/runs';
import { createWorld, NOW, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const AT = new Date(NOW).toISOString();
const one = (value: string) => typedValue(value, AT);
const several = (...values: string[]) =>
  Object.fromEntries(values.map((value, i) => [`i${i}${value.length}`, one(value)]));

async function file(kind: 'company' | 'person', fields: Record<string, unknown>): Promise<RecordId> {
  const id = world.app.newRecord();
  const done = await world.ports.store.commit({
    id: world.app.newBatch(),
    actor: 'user',
    wall: NOW,
    cause: 'import',
    changes: [{ make: id, kind, fields: { ...fields } }],
  });
  return done.ok ? id : expect.fail(done.error.code);
}
const rowOf = async (id: RecordId): Promise<PartyRow> =>
  must(await world.ports.store.row('records', id), 'row') as unknown as PartyRow;
const merge = async (target: RecordId, others: RecordId[], choice: Record<string, RecordId> = {}) => {
  const request = { target: await rowOf(target), others: await Promise.all(others.map(rowOf)), choice };
  const merged = await world.app.parties.merge(request);
  return merged.ok ? merged.value : expect.fail(merged.error.code);
};
const clean = async (): Promise<void> =>
  expect((await world.app.verify()).checks.flatMap((check) => check.problems)).toEqual([]);

describe('merging', () => {
  it('keeps every value once, takes people along, and comes back whole by undo', async () => {
    const a = await file('company', { name: one('青禾岭泵业'), phones: several('+862158886666') });
    const b = await file('company', {
      name: one('上海青禾岭泵业有限公司'),
      website: one('https://qinghe.cn/'),
      phones: several('+862158886666', '+862158887777'),
    });
    const c = await file('company', { name: one('青禾岭'), emails: several('info@qinghe.cn') });
    const person = await file('person', { name: one('王晓岚'), company: one(c) });
    const before = await content(world.db);
    const { batchId } = await merge(a, [b, c], { name: b });

    const merged = must((await world.app.parties.companies())[0], 'company');
    expect(await world.app.parties.companies()).toHaveLength(1);
    expect(merged.id).toBe(a);
    expect(merged.fields.name.value).toBe('上海青禾岭泵业有限公司');
    expect(merged.fields.website?.value).toBe('https://qinghe.cn/');
    expect(valuesOf(merged.fields.phones).sort()).toEqual(['+862158886666', '+862158887777']);
    expect(valuesOf(merged.fields.emails)).toEqual(['info@qinghe.cn']);
    expect((await world.app.parties.people())[0]?.fields.company?.value).toBe(a);
    expect((await world.app.history.list(1))[0]).toMatchObject({
      header: { cause: 'merge' },
      note: { title: '青禾岭泵业' },
    });
    await clean();

    expect((await world.app.history.undo(batchId)).ok).toBe(true);
    expect(await content(world.db)).toEqual(before);
    expect((await rowOf(person)).keys).toContain(`link:${c}`);
    await clean();
  });

  it('is undone after later edits, which stay', async () => {
    const a = await file('company', { name: one('A'), legalName: one('A GmbH') });
    const b = await file('company', { name: one('B'), website: one('https://b.de/') });
    const { batchId } = await merge(a, [b], { name: b });
    await world.app.records.edit({ kind: companyKind, records: [a], inputs: { name: 'Mine' } });
    const undone = await world.app.history.undo(batchId);

    expect(undone.ok && undone.value.kept.map(({ path, reason }) => [path, reason])).toEqual([
      ['name', 'changed-later'],
    ]);
    expect((await rowOf(a)).fields.name.value).toBe('Mine');
    expect((await rowOf(a)).fields).not.toHaveProperty('website');
    expect((await rowOf(b)).fields.name.value).toBe('B');
    await clean();
  });

  it('never puts a masked value over or beside a whole one', async () => {
    const a = await file('person', { name: one('王*'), phones: several('138****0101'), emails: several('x@y.cn') });
    const b = await file('person', {
      name: one('王晓岚'),
      phones: several('+8613812340101'),
      emails: several('x***@y.cn'),
    });
    await merge(a, [b]);
    const { fields } = must((await world.app.parties.people())[0], 'person');

    expect(fields.name.value).toBe('王晓岚');
    expect([valuesOf(fields.phones), valuesOf(fields.emails)]).toEqual([['+8613812340101'], ['x@y.cn']]);
  });

  it('of people is erased with everything that went into them', async () => {
    const value = (text: string) => ({
      ...one(text),
      sources: [{ ...must(one(text).sources[0], 'source'), snippet: `<b>${text}</b>` }],
    });
    const a = await file('person', { name: value('王晓岚'), emails: several('wang.xl@qinghe.cn') });
    const b = await file('person', {
      name: value('Wang Xiaolan'),
      title: value('Chief of Pumps'),
      phones: several('+8613812340101'),
    });
    const c = await file('person', { name: value('X. L. Wang'), emails: several('xlwang@oldfirm.cn') });
    await merge(b, [c]);
    const { batchId } = await merge(a, [b], { name: a });
    await world.app.history.undo(batchId);
    await merge(a, [b], { name: a });
    expect((await world.app.parties.erase(a)).ok).toBe(true);

    const left = JSON.stringify(await dump(world.db));
    for (const trace of ['晓岚', 'Xiaolan', 'X. L.', 'Chief of', '12340101', 'wang.xl', 'xlwang'])
      expect(left).not.toContain(trace);
    expect(await world.app.parties.people()).toEqual([]);
    await clean();
  });

  it('leaves who was taken apart again to themselves when the other is erased', async () => {
    const a = await file('person', { name: one('Anna Adam') });
    const b = await file('person', { name: one('Bert Boer') });
    const { batchId } = await merge(a, [b]);
    await world.app.history.undo(batchId);
    await world.app.parties.erase(a);

    expect((await world.app.parties.people()).map(({ fields }) => fields.name.value)).toEqual(['Bert Boer']);
    await clean();
  });

  it('says so when one of them has gone', async () => {
    const a = await file('company', { name: one('A') });
    const b = await file('company', { name: one('B') });
    const gone = await rowOf(b);
    await world.app.records.remove([b]);
    const before = await content(world.db);
    const merged = await world.app.parties.merge({ target: await rowOf(a), others: [gone], choice: {} });

    expect(merged).toEqual({ ok: false, error: { code: 'missing', id: b } });
    expect(await content(world.db)).toEqual(before);
  });

  it('loses no value and is undone without a trace, whatever is merged', async () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd');
    const party = fc.record({
      name: word,
      legalName: fc.option(word, { nil: undefined }),
      phones: fc.uniqueArray(word, { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(party, { minLength: 2, maxLength: 5 }), async (parties) => {
        const ids: RecordId[] = [];
        for (const { name, legalName, phones } of parties)
          ids.push(
            await file('company', {
              name: one(name),
              ...(legalName ? { legalName: one(legalName) } : {}),
              ...(phones.length > 0 ? { phones: several(...phones) } : {}),
            }),
          );
        const before = await content(world.db);
        const [target, ...others] = ids;
        const { batchId } = await merge(must(target, 'first'), others);
        const { fields } = await rowOf(must(target, 'first'));
        const merged = 'phones' in fields ? valuesOf(fields.phones) : [];

        expect([...merged].sort()).toEqual([...new Set(parties.flatMap(({ phones }) => phones))].sort());
        await clean();
        await world.app.history.undo(batchId);
        expect(await content(world.db)).toEqual(before);
        await world.app.records.remove(ids);
      }),
      { ...runs(10, 100), seed: 3 },
    );
  });
});

const duplicates = async () => {
  const review = await world.app.duplicates.review(10_000, () => undefined);
  return review.ok ? review.value.groups : expect.fail(review.error.code);
};

describe('the review of duplicates', () => {
  it('gathers what hangs together, the surest first, and leaves the others alone', async () => {
    const a = await file('company', { name: one('上海青禾岭泵业有限公司'), website: one('https://qinghe.cn/') });
    const b = await file('company', { name: one('青禾岭泵业'), website: one('http://www.qinghe.cn/about') });
    const c = await file('company', { name: one('青禾嶺泵業'), emails: several('info@qinghe.cn') });
    await file('company', { name: one('远山物流') });
    const p = await file('person', { name: one('王晓岚'), company: one(a), phones: several('+862158886666') });
    const q = await file('person', { name: one('王 曉嵐'), company: one(a) });
    await file('person', { name: one('李雷'), company: one(a), phones: several('+862158886666') });
    const groups = await duplicates();

    expect(groups.map(({ rows, match }) => [rows.map(({ id }) => id), match.tier])).toEqual([
      [[a, b, c], 'same'],
      [[p, q], 'likely'],
    ]);
  });

  it('never puts two in one group that cannot be the same, though a third is like both', async () => {
    const site = { website: one('https://qinghe.cn/'), name: one('青禾岭泵业') };
    const a = await file('company', { ...site, registrationIds: several('DE123456789') });
    const b = await file('company', site);
    const c = await file('company', { ...site, registrationIds: several('DE987654321') });
    const groups = await duplicates();

    expect(groups.map(({ rows }) => rows.map(({ id }) => id))).toEqual([[a, b]]);
    expect(groups.flatMap(({ rows }) => rows).map(({ id }) => id)).not.toContain(c);
  });

  it('finds the pairs among many records that share a hotline', async () => {
    const hotline = several('+8640012345678');
    const changes = Array.from({ length: 3000 }, (_, i) => ({
      make: world.app.newRecord(),
      kind: 'company',
      fields: { name: one(`${i} Ltd`), phones: hotline, website: one(`https://firm-${Math.floor(i / 2)}.com/`) },
    }));
    const request = { id: world.app.newBatch(), actor: 'user', wall: NOW, cause: 'import' as const, changes };
    expect((await world.ports.store.commit(request)).ok).toBe(true);

    expect(await duplicates()).toHaveLength(1500);
  });

  it('finds nothing in nothing', async () => {
    expect(await duplicates()).toEqual([]);
  });
});
