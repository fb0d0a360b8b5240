import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import { informationScore } from '@/src/domain/people/information-score';
import { POINTS, type InformationPointRow } from '@/src/domain/people/information-point.kind';
import { datedContacts, topContact } from '@/src/domain/people/top-contact';
import { winThresholds } from '@/src/domain/people/win-thresholds';
import { visit } from '@/src/domain/visits/visit.kind';
import { ChainOf, personOf, seatOf } from '@/test/support/chain';
import { createWorld, TODAY, type World } from '@/test/support/world';

describe('S46 top decision-maker contact warning', () => {
  let world: World;
  let chain: ChainOf;
  beforeEach(async () => {
    world = await createWorld();
    chain = await ChainOf.begin(world);
  });
  afterEach(() => world.db.delete());

  const top = async () => {
    const { seats, contacts } = await chain.read();
    return topContact(seats, contacts);
  };

  it('warns until a visit was done, not while one is planned; undo brings the warning back', async () => {
    expect(await top()).toEqual({ state: 'no-seat' });
    const { id } = await chain.seat('Ines Roth', { role: 'decider', influence: '5' });
    const person = must((await chain.row(id)).fields.person, 'somebody');
    expect((await top()).state).toBe('never-met');

    const record = world.app.newRecord();
    const plan = { purpose: 'First talk', company: chain.company, person, day: '2026-11-19' };
    expect((await world.app.records.make(visit, record, plan)).ok).toBe(true);
    expect((await top()).state).toBe('never-met');
    const inputs = { report: 'She listened', means: 'on-site' };
    const done = await world.app.records.move({ kind: visit, record, to: 'done', inputs });
    expect(await top()).toMatchObject({ state: 'met', day: '2026-11-19', seat: { id } });

    if (done.ok) await world.app.history.undo(done.value.batchId);
    expect((await top()).state).toBe('never-met');
  });

  it('is about the decider of greatest influence, and about all of them where there are several', () => {
    const [chief, deputy, third] = [
      personOf('chief', { role: 'decider', influence: 5 }),
      personOf('deputy', { role: 'decider', influence: 5 }),
      personOf('third', { role: 'decider', influence: 2 }),
    ];
    const met = (id: string, day = '2026-11-01') => ({ person: `person-${id}`, day });

    expect(topContact([chief, third], [met('third')])).toEqual({ state: 'never-met', seat: chief });
    expect(topContact([chief, deputy], [met('chief')])).toEqual({ state: 'never-met', seat: deputy });
    expect(topContact([chief, deputy], [met('chief', '2026-10-01'), met('deputy')])).toEqual({
      state: 'met',
      seat: chief,
      day: '2026-10-01',
    });
    expect(topContact([chief], [met('chief', '2026-10-01'), met('chief', '2026-11-02')])).toMatchObject({
      day: '2026-11-02',
    });
    expect(topContact([seatOf('empty', { role: 'decider' })], [])).toEqual({ state: 'empty-seat' });
    expect(topContact([personOf('user', { role: 'user' })], [met('user')])).toEqual({ state: 'no-seat' });
  });

  it.each([
    ['a follow-up of yesterday', { kind: 'follow-up', fields: { day: '2026-11-20' } }, '2026-11-20'],
    ['a follow-up at a moment', { kind: 'follow-up', fields: { at: '2026-11-20T02:00:00.000Z' } }, '2026-11-20'],
    ['a visit of today', { kind: 'visit', state: 'done', fields: { day: TODAY } }, TODAY],
    [
      'a visit reported later',
      { kind: 'visit', state: 'done', fields: { day: '2026-11-18', doneOn: '2026-11-20' } },
      '2026-11-18',
    ],
    ['a day to come', { kind: 'follow-up', fields: { day: '2026-11-22' } }, undefined],
    ['a cancelled visit', { kind: 'visit', state: 'cancelled', fields: { day: '2026-11-18' } }, undefined],
    ['a complaint', { kind: 'complaint', fields: { day: '2026-11-18' } }, undefined],
    ['no day', { kind: 'follow-up', fields: { day: 'soon' } }, undefined],
  ])('takes for a contact what it is: %s', (_, { fields, ...row }, day) => {
    const told = { state: 'active', ...row, fields: { person: 'p', ...fields }, ...REST };
    expect(datedContacts([told], TODAY)).toEqual(day === undefined ? [] : [{ person: 'p', day }]);
  });
});

const { keys, origin, id } = seatOf('any');
const REST = { keys, origin, id };

describe('S46 three thresholds of winning', () => {
  const finding = (point: (typeof POINTS)[number], i = 0): InformationPointRow => ({
    ...REST,
    id: `${point}-${i}` as RecordId,
    kind: 'information-point',
    state: 'verified',
    fields: { point, finding: 'known', company: 'c' as RecordId, seenOn: TODAY },
  });
  const some = POINTS.slice(0, 8).map((point) => finding(point));
  const all = [...some, finding('9', 1), finding('9', 2), finding('9', 3)];
  const chief = personOf('chief', { role: 'decider' });
  const met = { state: 'met', seat: chief, day: TODAY } as const;
  const never = { state: 'never-met', seat: chief } as const;

  it.each([
    [[], null, { state: 'no-seat' } as const, ['unknown', 'unknown', 'unknown']],
    [some, 0.5, never, ['open', 'open', 'open']],
    [all, 0.5, never, ['passed', 'open', 'open']],
    [some, 0.51, never, ['open', 'passed', 'open']],
    [some, 0, met, ['open', 'open', 'passed']],
    [all, 1, met, ['passed', 'passed', 'passed']],
    [all, 1, { state: 'empty-seat' } as const, ['passed', 'passed', 'open']],
  ])('are each computed from their own data alone', (findings, share, top, states) => {
    const { information, support, top: reached } = winThresholds(informationScore(findings, TODAY), { share }, top);
    expect([information, support, reached]).toEqual(states);
  });
});
