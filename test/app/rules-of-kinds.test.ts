import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import { field, fixed, required } from '@/src/domain/records/field';
import type { GuardFacts, Relation } from '@/src/domain/records/guard';
import { defineKind, kindsByName } from '@/src/domain/records/kind';
import { valueFault } from '@/src/domain/records/values';
import { ALL_KINDS } from '@/src/platform/store/all-kinds';
import { createWorld, NOW, type World } from '@/test/support/world';

const RELATIONS: readonly Relation[] = ['pointed', 'beside', 'alike'];
let seen: GuardFacts | undefined;

/** A claim on a company: the second of the same name is not to be made, and what is granted changes the company. */
const right = defineKind({
  name: 'right',
  evidence: false,
  fields: {
    name: required(field.text()),
    company: field.company(),
    grantedAt: field.moment(),
    grantedBy: fixed(field.user()),
  },
  states: ['asked', 'granted', 'void'],
  transitions: [
    {
      name: 'grant',
      from: ['asked'],
      to: 'granted',
      stamps: { grantedAt: 'now', grantedBy: 'actor' },
      guard: (facts) => {
        seen = facts;
        return [];
      },
      effects: ({ fields, alike, today }) => [
        ...(fields.company
          ? [{ set: fields.company, kind: 'company', values: { owner: 'Lin', industry: null, founded: today } }]
          : []),
        ...alike.map(({ id, kind }) => ({ set: id, kind, values: { '@state': 'void' }, state: 'asked' })),
        { make: 'echo', fields: { text: fields.name } },
      ],
    },
  ],
  view: { title: 'name', columns: ['company'] },
  regards: RELATIONS,
  keysOf: ({ name }) => [`right:${name}`],
  admits: ({ alike, fields }) => [
    ...(alike.some(({ state }) => state === 'granted') ? ['taken'] : []),
    ...(fields.name === 'never' ? ['never'] : []),
  ],
});
const echo = defineKind({ name: 'echo', evidence: false, fields: { text: required(field.text()) } });

let world: World;
beforeEach(async () => {
  seen = undefined;
  world = await createWorld(kindsByName([...ALL_KINDS.values(), right, echo]));
});
afterEach(() => world.db.delete());

async function make(kind: string, inputs: Readonly<Record<string, string>>): Promise<RecordId> {
  const record = world.app.newRecord();
  const made = await world.app.records.make(must(world.app.kinds.get(kind), kind), record, inputs);
  return made.ok ? record : expect.fail(made.error.code);
}
const grant = (record: RecordId) => world.app.records.move({ kind: right, record, to: 'granted' });
const rowOf = async (record: RecordId) => must(await world.app.records.row(record), 'on file');

describe('the rules of a kind', () => {
  it('see the record, and what is around it', async () => {
    const company = await make('company', { name: 'Quarry Works' });
    const visit = await make('visit', { purpose: 'first', company, day: '2026-11-20' });
    const other = await make('right', { name: 'other', company });
    const twin = await make('right', { name: 'claim' });
    const own = await make('right', { name: 'claim', company });
    await make('right', { name: 'apart' });
    expect((await grant(own)).ok).toBe(true);

    const facts = must(seen, 'what the guard saw');
    const ids = (relation: Relation): string[] => facts[relation].map(({ id }) => id).toSorted();
    expect(facts.id).toBe(own);
    expect([ids('pointed'), ids('beside'), ids('alike')]).toEqual([[company], [visit, other].toSorted(), [twin]]);
    expect(facts.pointing).toEqual([]);
    expect(facts.pointed[0]?.fields).toMatchObject({ name: 'Quarry Works' });
    // The entries of the journal are numbered as they were written.
    const [first, second] = [facts.alike[0]?.refAt('name'), facts.refAt('name')];
    expect([first, second]).toEqual([expect.stringMatching(/^\w+\.\d+$/), expect.stringMatching(/^\w+\.\d+$/)]);
    expect(Number(second?.split('.')[1])).toBe(Number(first?.split('.')[1]) + 1);
    expect(facts.refAt('grantedAt')).toBeUndefined();
  });

  it('write to other records in the same batch, with evidence where their kind asks for it; undo takes all back', async () => {
    const company = await make('company', { name: 'Quarry Works', industry: 'Stone' });
    const twin = await make('right', { name: 'claim' });
    const own = await make('right', { name: 'claim', company });
    const before = await Promise.all([company, twin, own].map(rowOf));
    const granted = await grant(own);

    expect(granted).toMatchObject({ ok: true, value: { made: 1, changed: 3 } });
    expect((await rowOf(company)).fields).toMatchObject({
      owner: { value: 'Lin', status: 'typed' },
      founded: { value: world.app.today() },
    });
    expect((await rowOf(company)).fields['industry']).toBeUndefined();
    expect((await rowOf(twin)).state).toBe('void');
    expect((await rowOf(own)).fields).toMatchObject({ grantedBy: 'user' });
    expect(await world.app.records.rows('echo')).toMatchObject([{ fields: { text: 'claim' } }]);

    if (granted.ok) await world.app.history.undo(granted.value.batchId);
    expect(await Promise.all([company, twin, own].map(rowOf))).toEqual(before);
    expect(await world.app.records.rows('echo')).toEqual([]);
  });

  it('moved together, leave behind what would touch the same record twice', async () => {
    const company = await make('company', { name: 'Quarry Works' });
    const [one, two, three] = [
      await make('right', { name: 'one', company }),
      await make('right', { name: 'two', company }),
      await make('right', { name: 'three' }),
    ];
    const moves = new Map([one, two, three].map((record) => [record, 'granted']));
    const moved = await world.app.records.moveTogether({ kind: right, moves });

    expect(moved).toMatchObject({ ok: true, value: { stayed: [two] } });
    expect((await Promise.all([one, two, three].map(rowOf))).map(({ state }) => state)).toEqual([
      'granted',
      'asked',
      'granted',
    ]);
  });

  it('say what is not to be made, and nothing is filed', async () => {
    const first = await make('right', { name: 'claim' });
    await make('right', { name: 'claim' });
    await grant(first);
    const count = (await world.app.records.rows('right')).length;
    const refused = (name: string) => world.app.records.make(right, world.app.newRecord(), { name });

    expect(await refused('claim')).toEqual({ ok: false, error: { code: 'not-admitted', refusals: ['taken'] } });
    expect(await refused('never')).toEqual({ ok: false, error: { code: 'not-admitted', refusals: ['never'] } });
    expect(await world.app.records.rows('right')).toHaveLength(count);
    expect((await refused('another')).ok).toBe(true);
  });
});

describe('a fixed field', () => {
  it('is written by its transition, at the moment of it, and by nobody else', async () => {
    const record = await make('right', { name: 'claim' });
    const typed = { grantedAt: '2020-01-01T00:00:00.000Z' };
    const refused = { ok: false, error: { code: 'fixed', path: 'grantedAt' } };
    expect(await world.app.records.make(right, world.app.newRecord(), { name: 'x', ...typed })).toEqual(refused);
    expect(await world.app.records.move({ kind: right, record, to: 'granted', inputs: typed })).toEqual(refused);
    const granted = await grant(record);
    const { grantedAt } = (await rowOf(record)).fields;

    expect(Date.parse(String(grantedAt))).toBeGreaterThanOrEqual(NOW);
    expect(await world.app.records.edit({ kind: right, records: [record], inputs: { grantedAt: '' } })).toEqual(
      refused,
    );
    const batch = granted.ok ? granted.value.batchId : expect.fail('granted');
    expect(await world.app.records.restoreValue(record, 'grantedAt', batch)).toEqual(refused);
    expect((await rowOf(record)).fields['grantedAt']).toBe(grantedAt);
  });

  it.each([
    ['2026-11-23T02:00:00.000Z', undefined],
    ['2026-11-23T02:00:00Z', 'not-a-moment'],
    ['2026-11-23T02:00:00.000+08:00', 'not-a-moment'],
    ['2026-13-23T02:00:00.000Z', 'not-a-moment'],
    ['2026-11-23', 'not-a-moment'],
    [5, 'not-a-text'],
  ])('holds an instant: %s', (value, fault) => {
    expect(valueFault(field.moment(), value)).toBe(fault);
  });
});
