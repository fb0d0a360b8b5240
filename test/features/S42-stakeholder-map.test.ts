import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import { exportedFields } from '@/src/domain/people/exported-fields';
import { layOutPeople, placesOf, STEP } from '@/src/domain/people/lay-out-people';
import { openSeats } from '@/src/domain/people/open-seats';
import { ROLES, stakeholder, STANCES } from '@/src/domain/people/stakeholder.kind';
import { TIES } from '@/src/domain/people/stakeholder-tie.kind';
import { field, required } from '@/src/domain/records/field';
import { defineKind, kindsByName } from '@/src/domain/records/kind';
import { ALL_KINDS } from '@/src/platform/store/all-kinds';
import { ChainOf, personOf, seatOf } from '@/test/support/chain';
import { runs } from '@/test/support/runs';
import { createWorld, type World } from '@/test/support/world';

let world: World;
let chain: ChainOf;
beforeEach(async () => {
  world = await createWorld();
  chain = await ChainOf.begin(world);
});
afterEach(() => world.db.delete());

describe('S42 stakeholder map', () => {
  it('keeps people, their places and their lines, for whoever reads it next; undo takes each back', async () => {
    const { people, history } = world.app;
    const boss = await chain.seat('Ines Roth', { role: 'decider', influence: '5' });
    const user = await chain.seat('Bo Lind', { role: 'user', stance: 'doubter', stanceOn: '2026-11-02' });
    const placed = await people.arrange(
      (await chain.read()).seats,
      new Map([
        [boss.id, { x: 32, y: -16 }],
        [user.id, { x: 320, y: 176 }],
      ]),
    );
    const reports = await people.tie({ from: user.id, to: boss.id, type: 'reports-to' });
    for (const type of TIES) expect((await people.tie({ from: boss.id, to: user.id, type })).ok).toBe(true);

    const read = await chain.read();
    expect(read.seats.map(({ fields }) => [fields.place, fields.reportsTo])).toEqual([
      [{ x: 32, y: -16 }, undefined],
      [{ x: 320, y: 176 }, boss.id],
    ]);
    expect(read.ties.map(({ fields }) => fields.type)).toEqual(TIES);
    expect([...read.people.values()].map(({ fields }) => fields.name.value).toSorted()).toEqual([
      'Bo Lind',
      'Ines Roth',
    ]);
    expect((await world.app.verify()).ok).toBe(true);

    for (const done of [reports, placed]) if (done.ok) await history.undo(done.value.batchId);
    expect((await chain.read()).seats.map(({ fields }) => [fields.place, fields.reportsTo])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect((await history.undo(user.batch)).ok).toBe(true);
  });

  it.each([...STANCES])('knows the stance %s', async (stance) => {
    const { id } = await chain.seat('Ines Roth', { stance, stanceOn: '2026-11-02', stanceEvidence: 'Said so' });
    expect((await chain.row(id)).fields).toMatchObject({ stance, stanceOn: '2026-11-02', stanceEvidence: 'Said so' });
  });

  it.each([...ROLES])('knows the role %s', async (role) => {
    const { id } = await chain.seat('Ines Roth', { role });
    expect((await chain.row(id)).fields.role).toBe(role);
  });

  it.each([
    ['influence', '0'],
    ['influence', '6'],
    ['weight', '101'],
    ['relationNow', '0'],
    ['relationWanted', '6'],
    ['stance', 'enemy'],
  ])('refuses %s %s, and makes nobody', async (field, text) => {
    const refused = await world.app.people.seat({
      record: world.app.newRecord(),
      company: chain.company,
      who: { name: 'Ines Roth' },
      inputs: { position: 'Head', [field]: text },
    });
    expect(refused).toMatchObject({ ok: false, error: { path: field } });
    expect([await world.app.parties.people(), (await chain.read()).seats]).toEqual([[], []]);
  });

  it('refuses a line to oneself, a line that is there, a circle of reports, and a seat of another chain', async () => {
    const [a, b, c] = [await chain.seat('A', {}), await chain.seat('B', {}), await chain.seat('C', {})];
    const other = await (await ChainOf.begin(world)).seat('D', {});
    const tie = async (from: RecordId, to: RecordId, type: (typeof TIES)[number] | 'reports-to' = 'reports-to') => {
      const tied = await world.app.people.tie({ from, to, type });
      return tied.ok ? 'tied' : tied.error.code;
    };

    expect(await tie(a.id, b.id)).toBe('tied');
    expect(await tie(b.id, c.id)).toBe('tied');
    expect(await tie(c.id, a.id)).toBe('circle');
    expect(await tie(a.id, b.id)).toBe('tied-already');
    expect(await tie(a.id, c.id)).toBe('tied');
    expect(await tie(a.id, c.id, 'trusts')).toBe('tied');
    expect(await tie(a.id, c.id, 'trusts')).toBe('tied-already');
    expect(await tie(c.id, a.id, 'trusts')).toBe('tied');
    expect(await tie(a.id, a.id, 'hidden')).toBe('same-seat');
    expect(await tie(a.id, other.id)).toBe('missing');
  });

  it('deletes a seat with its lines; whoever reported there reports to nobody; one undo brings all back', async () => {
    const [a, b] = [await chain.seat('A', {}), await chain.seat('B', {})];
    await world.app.people.tie({ from: b.id, to: a.id, type: 'reports-to' });
    await world.app.people.tie({ from: b.id, to: a.id, type: 'conflicts' });
    const before = await chain.read();
    const removed = await world.app.records.remove([a.id]);
    const left = await chain.read();
    expect([left.seats.map(({ id }) => id), left.ties, left.seats[0]?.fields.reportsTo]).toEqual([
      [b.id],
      [],
      undefined,
    ]);

    if (removed.ok) await world.app.history.undo(removed.value.batchId);
    const back = await chain.read();
    expect([back.seats, back.ties]).toEqual([before.seats, before.ties]);
  });

  it('proposes the seats that nobody has, not even an empty one', async () => {
    expect(openSeats([])).toEqual(['decider', 'technical-gate', 'coach']);
    expect(openSeats([personOf('a', { role: 'decider' }), seatOf('b', { role: 'coach' })])).toEqual(['technical-gate']);
    const record = world.app.newRecord();
    const inputs = { position: 'Decision-maker', role: 'decider' };
    expect((await world.app.people.seat({ record, company: chain.company, inputs })).ok).toBe(true);
    expect((await chain.row(record)).fields.person).toBeUndefined();
    expect(openSeats((await chain.read()).seats)).toEqual(['technical-gate', 'coach']);
  });

  it('carries nothing of what was said of somebody over to who takes the seat', async () => {
    const { id } = await chain.seat('Ines Roth', { stance: 'hostile', stanceOn: '2026-11-02', influence: '4' });
    const seat = await chain.row(id);
    const inputs = { position: 'Head', stance: 'hostile', stanceOn: '2026-11-02', influence: '5' };
    expect((await world.app.people.reseat({ seat, who: 'Bo Lind', person: undefined, inputs })).ok).toBe(true);

    const { fields } = await chain.row(id);
    expect(fields).toMatchObject({ position: 'Head', influence: 5 });
    expect([fields.stance, fields.stanceOn]).toEqual([undefined, undefined]);
    expect((await chain.read()).people.get(must(fields.person, 'somebody'))?.fields.name.value).toBe('Bo Lind');
  });
});

describe('S42 the chain of an opportunity', () => {
  const opportunity = defineKind({
    name: 'opportunity',
    evidence: false,
    fields: { title: required(field.text()), company: required(field.company()) },
    view: { title: 'title', columns: ['company'] },
  });

  it('is one of its own; it is deleted with it, and comes back with it', async () => {
    world.db.close();
    world = await createWorld(kindsByName([...ALL_KINDS.values(), opportunity]));
    chain = await ChainOf.begin(world);
    const { app } = world;
    const deal = app.newRecord();
    expect((await app.records.make(opportunity, deal, { title: 'Pumps', company: chain.company })).ok).toBe(true);
    const whole = await chain.seat('Ines Roth', { role: 'decider' });
    const record = app.newRecord();
    const inputs = { position: 'Buyer' };
    const seated = await app.people.seat({ record, company: chain.company, opportunity: deal, inputs });
    const about = { company: chain.company, opportunity: deal };
    expect((await app.people.note(app.newRecord(), { point: '1', finding: 'Offer is out' }, about)).ok).toBe(true);
    expect(seated.ok).toBe(true);

    const idsOf = async (id: RecordId) => (await app.people.of(id))?.seats.map((seat) => seat.id);
    expect([await idsOf(chain.company), await idsOf(deal), await idsOf(record)]).toEqual([
      [whole.id],
      [record],
      [record],
    ]);
    expect((await app.people.of(deal))?.findings).toHaveLength(1);
    expect((await chain.read()).findings).toEqual([]);
    expect((await chain.read()).opportunities.map(({ id }) => id)).toEqual([deal]);

    const removed = await app.records.remove([deal]);
    expect([await idsOf(chain.company), await idsOf(record)]).toEqual([[whole.id], undefined]);
    if (removed.ok) await app.history.undo(removed.value.batchId);
    expect([await idsOf(chain.company), await idsOf(deal)]).toEqual([[whole.id], [record]]);
  });
});

describe('S42 the automatic layout', () => {
  it('puts everybody in the middle above those who report to them', () => {
    const rows = [
      personOf('top', { influence: 5 }),
      personOf('left', { influence: 4, reportsTo: 'top' as RecordId }),
      personOf('right', { influence: 3, reportsTo: 'top' as RecordId }),
      personOf('apart', { influence: 1 }),
    ];
    expect([...layOutPeople(rows)].toSorted()).toEqual([
      ['apart', { x: 2 * STEP.x, y: 0 }],
      ['left', { x: 0, y: STEP.y }],
      ['right', { x: STEP.x, y: STEP.y }],
      ['top', { x: STEP.x / 2, y: 0 }],
    ]);
  });

  it('never puts two cards on one another, whoever reports to whom, in circles too', () => {
    const chart = fc.integer({ min: 1, max: 14 }).chain((count) =>
      fc.array(fc.option(fc.integer({ min: 0, max: count - 1 }), { nil: undefined }), {
        minLength: count,
        maxLength: count,
      }),
    );
    fc.assert(
      fc.property(chart, (above) => {
        const rows = above.map((boss, i) =>
          personOf(`p${i}`, boss === undefined ? {} : { reportsTo: `p${boss}` as RecordId }),
        );
        const places = [...layOutPeople(rows).values()];
        expect(places).toHaveLength(rows.length);
        for (const [i, one] of places.entries())
          for (const other of places.slice(i + 1))
            expect(one.y === other.y && Math.abs(one.x - other.x) < STEP.x).toBe(false);
      }),
      { ...runs(100, 2000), seed: 42 },
    );
  });

  it('leaves those where they are who were put somewhere, and what is no place is none', () => {
    const rows = [
      personOf('put', { place: { x: 7, y: 9 } }),
      personOf('free'),
      // Safe: what is stored as data was written by whatever version.
      personOf('odd', { place: { x: 'here' } as unknown as { x: number; y: number } }),
    ];
    expect([...placesOf(rows)].toSorted()).toEqual([
      ['free', { x: 0, y: 9 + STEP.y }],
      ['odd', { x: STEP.x, y: 9 + STEP.y }],
      ['put', { x: 7, y: 9 }],
    ]);
  });
});

describe('S42 what is said of people is sensitive', () => {
  const NAME = 'Bartholomew Quillfeather';
  const everything = async (): Promise<string> =>
    JSON.stringify(await Promise.all(world.db.tables.map((table) => table.toArray())));

  it('leaves judgements out of the clean file, and has them in the whole one', () => {
    const judged = ['stance', 'stanceOn', 'stanceEvidence', 'relationNow', 'relationWanted', 'concern'];
    expect(exportedFields('clean').filter((name) => judged.includes(name))).toEqual([]);
    expect(exportedFields('clean')).toEqual(['position', 'company', 'person', 'role', 'influence', 'weight', 'owner']);
    expect(exportedFields('whole')).toEqual(expect.arrayContaining(judged));
  });

  it('goes with the person, the lines too, out of the journal as well', async () => {
    const { id } = await chain.seat(NAME, {
      stance: 'hostile',
      stanceEvidence: 'Shouted at Lin',
      stanceOn: '2026-11-02',
    });
    const other = await chain.seat('Bo Lind', {
      stance: 'supporter',
      stanceEvidence: 'Called us',
      stanceOn: '2026-11-02',
    });
    await world.app.people.tie({ from: id, to: other.id, type: 'conflicts' });
    const { person } = (await chain.row(id)).fields;
    expect((await world.app.parties.erase(must(person, 'somebody'))).ok).toBe(true);

    const { seats, ties } = await chain.read();
    expect([seats.map((seat) => seat.id), ties]).toEqual([[other.id], []]);
    const left = await everything();
    for (const word of [NAME, 'Shouted at Lin', 'hostile', 'conflicts']) expect(left).not.toContain(word);
    expect(left).toContain('Called us');
    expect((await world.app.verify()).ok).toBe(true);
  });

  it('goes into the recycle bin with the person, and comes back with them', async () => {
    const { id } = await chain.seat(NAME, { stance: 'hostile', stanceOn: '2026-11-02' });
    const before = await chain.row(id);
    const removed = await world.app.records.remove([must(before.fields.person, 'somebody')]);
    expect((await chain.read()).seats).toEqual([]);
    if (removed.ok) await world.app.history.undo(removed.value.batchId);
    expect(await chain.row(id)).toEqual(before);
  });

  it('goes out of the journal where the seat was deleted before, or somebody else has it by now', async () => {
    const gone = await chain.seat(NAME, { stance: 'backslider', stanceEvidence: 'Broke a promise' });
    const { person } = (await chain.row(gone.id)).fields;
    const seat = await chain.seat('', { stance: 'misunderstander', stanceEvidence: 'Took us for others' });
    const taken = await world.app.people.reseat({ seat: await chain.row(seat.id), who: NAME, person, inputs: {} });
    expect(taken.ok).toBe(true);
    const inputs = { stance: 'doubter', stanceEvidence: 'Asked twice' };
    await world.app.records.edit({ kind: stakeholder, records: [seat.id], inputs });
    const next = { seat: await chain.row(seat.id), who: 'Bo Lind', person: undefined, inputs: { influence: '3' } };
    expect((await world.app.people.reseat(next)).ok).toBe(true);
    await world.app.records.remove([gone.id]);
    expect((await world.app.parties.erase(must(person, 'somebody'))).ok).toBe(true);

    const left = await everything();
    for (const word of [NAME, 'Broke a promise', 'Asked twice', 'backslider']) expect(left).not.toContain(word);
    expect((await chain.row(seat.id)).fields).toMatchObject({ influence: 3 });
    expect((await world.app.verify()).ok).toBe(true);
  });
});
