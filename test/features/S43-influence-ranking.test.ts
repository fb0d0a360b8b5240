import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rankChanges, rankInfluence } from '@/src/domain/people/rank-influence';
import { seatOn } from '@/src/domain/people/stance-timeline';
import { stakeholder } from '@/src/domain/people/stakeholder.kind';
import { ChainOf, personOf, seatOf } from '@/test/support/chain';
import { runs } from '@/test/support/runs';
import { createWorld, NOW, type World } from '@/test/support/world';

const ranks = (rows: Parameters<typeof rankInfluence>[0]) =>
  rankInfluence(rows).map(({ row, rank, tied }) => [row.id, rank, tied]);

describe('S43 influence ranking and its change', () => {
  it('ranks by influence, then by weight; those who have as much of both share a rank', () => {
    const rows = [
      personOf('user', { influence: 2 }),
      personOf('board', { influence: 5, weight: 60 }),
      personOf('finance', { influence: 4, weight: 10 }),
      personOf('works', { influence: 4, weight: 10 }),
      personOf('buyer', { influence: 4, weight: 20 }),
      personOf('unscored'),
      seatOf('empty', { influence: 5 }),
    ];

    expect(ranks(rows)).toEqual([
      ['board', 1, false],
      ['buyer', 2, false],
      ['finance', 3, true],
      ['works', 3, true],
      ['user', 5, false],
    ]);
  });

  it('is the same in whatever order people were filed', () => {
    const person = fc.record({ influence: fc.integer({ min: 1, max: 5 }), weight: fc.integer({ min: 0, max: 100 }) });
    const shuffled = fc
      .array(person, { minLength: 2, maxLength: 12 })
      .map((all) => all.map((fields, i) => personOf(`p${i}`, fields)))
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
    fc.assert(
      fc.property(shuffled, ([rows, other]) => {
        expect(ranks(other)).toEqual(ranks(rows));
        const places = rankInfluence(rows).map(({ rank }) => rank);
        // The rank is one more than how many stand above.
        places.forEach((rank, i) => expect(rank === i + 1 || rank === places[i - 1]).toBe(true));
      }),
      { ...runs(50, 1000), seed: 43 },
    );
  });

  it('weighs nothing for more than a point of influence', () => {
    expect(ranks([personOf('heavy', { influence: 3, weight: 100 }), personOf('light', { influence: 4 })])).toEqual([
      ['light', 1, false],
      ['heavy', 2, false],
    ]);
  });

  it('tells who rose, who fell, who is new, and who stayed', () => {
    const before = rankInfluence([
      personOf('a', { influence: 5 }),
      personOf('b', { influence: 4 }),
      personOf('c', { influence: 1 }),
    ]);
    const now = rankInfluence([
      personOf('a', { influence: 2 }),
      personOf('b', { influence: 4 }),
      personOf('c', { influence: 1 }),
      personOf('d', { influence: 3 }),
    ]);

    expect([...rankChanges(before, now)]).toEqual([
      ['b', 1],
      ['d', 'new'],
      ['a', -2],
      ['c', -1],
    ]);
  });
});

describe('S43 the ranking of an earlier day, from the journal', () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world.db.delete());

  it('is what stood on file at the end of that day', async () => {
    const chain = await ChainOf.begin(world);
    const { id } = await chain.seat('Ines Roth', { influence: '2' });
    const later = NOW + 3 * 86_400_000;
    const changed = await world.ports.store.commit({
      id: world.app.newBatch(),
      actor: 'Lin',
      wall: later,
      cause: 'edit',
      changes: [{ set: id, kind: stakeholder.name, values: { influence: 5 } }],
    });
    expect(changed.ok).toBe(true);
    const row = await chain.row(id);
    const history = (await world.app.people.histories([row])).get(id) ?? [];
    const on = (day: string) => seatOn(row, history, day)?.fields.influence;

    expect([on('2026-11-20'), on('2026-11-21'), on('2026-11-23'), on('2026-11-24'), on('2026-12-24')]).toEqual([
      undefined,
      2,
      2,
      5,
      5,
    ]);
  });
});
