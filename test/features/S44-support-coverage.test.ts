import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatDay } from '@/src/kernel/calendar';
import { isFresh } from '@/src/domain/people/freshness';
import { coverageTrend, supportCoverage } from '@/src/domain/people/support-coverage';
import { entryOfSeat, stanceTimeline } from '@/src/domain/people/stance-timeline';
import { STANCES, stakeholder } from '@/src/domain/people/stakeholder.kind';
import { dayFromIso } from '@/src/domain/records/duty';
import { ChainOf, personOf, seatOf } from '@/test/support/chain';
import { runs } from '@/test/support/runs';
import { createWorld, TODAY, type World } from '@/test/support/world';

const daysAgo = (days: number): string => formatDay(dayFromIso(TODAY) - days);

describe('S44 support coverage', () => {
  it('is the share of influence that supports us: worked by hand', () => {
    // 5 + 3 support; 4 against, 2 unseen for half a year, 1 without a stance: 8 of 15.
    const seats = [
      personOf('decider', { influence: 5, stance: 'supporter', stanceOn: daysAgo(0) }),
      personOf('works', { influence: 3, stance: 'supporter', stanceOn: daysAgo(180) }),
      personOf('finance', { influence: 4, stance: 'hostile', stanceOn: daysAgo(10) }),
      personOf('buyer', { influence: 2, stance: 'supporter', stanceOn: daysAgo(181) }),
      personOf('user', { influence: 1 }),
      personOf('guest', { stance: 'supporter', stanceOn: daysAgo(1) }),
      seatOf('empty', { influence: 5, stance: 'supporter', stanceOn: daysAgo(1) }),
    ];

    expect(supportCoverage(seats.map(entryOfSeat), TODAY)).toEqual({
      day: TODAY,
      supportive: 8,
      unverified: 2,
      total: 15,
      share: 8 / 15,
      unscored: 1,
    });
  });

  it('says nothing of a chain in which nobody has influence, instead of zero', () => {
    expect(supportCoverage([], TODAY).share).toBeNull();
    expect(supportCoverage([entryOfSeat(personOf('a', { stance: 'supporter' }))], TODAY).share).toBeNull();
  });

  it.each([
    [0, true],
    [180, true],
    [181, false],
    [-1, false],
  ])('counts what was seen %i days ago: %s', (days, fresh) => {
    expect(isFresh(daysAgo(days), TODAY)).toBe(fresh);
  });

  it('lies between 0 and 1 and rises when somebody comes to support us', () => {
    const person = fc.record({
      influence: fc.integer({ min: 1, max: 5 }),
      stance: fc.constantFrom(...STANCES),
      stanceOn: fc.integer({ min: 0, max: 400 }).map(daysAgo),
    });
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 8 }), (people) => {
        const rows = people.map((fields, i) => personOf(`p${i}`, fields));
        const share = supportCoverage(rows.map(entryOfSeat), TODAY).share ?? -1;
        const won = rows.map((row, i) =>
          i === 0 ? personOf('p0', { ...row.fields, stance: 'supporter', stanceOn: TODAY }) : row,
        );
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(supportCoverage(won.map(entryOfSeat), TODAY).share).toBeGreaterThanOrEqual(share);
      }),
      { ...runs(50, 1000), seed: 44 },
    );
  });
});

describe('S44 over time', () => {
  let world: World;
  let chain: ChainOf;
  beforeEach(async () => {
    world = await createWorld();
    chain = await ChainOf.begin(world);
  });
  afterEach(() => world.db.delete());

  const timelines = async () => {
    const { seats } = await chain.read();
    const histories = await world.app.people.histories(seats);
    return seats.map((seat) => stanceTimeline(seat, histories.get(seat.id) ?? []));
  };
  const trend = async () =>
    coverageTrend(await timelines(), TODAY, 3).map(({ day, supportive, total }) => [day, supportive, total]);
  const see = async (id: Awaited<ReturnType<typeof chain.seat>>['id'], stance: string, stanceOn: string) => {
    const edited = await world.app.records.edit({ kind: stakeholder, records: [id], inputs: { stance, stanceOn } });
    return edited.ok ? edited.value.batchId : expect.fail(edited.error.code);
  };

  it('follows the days on which stances were seen, whenever they were written down', async () => {
    const ines = await chain.seat('Ines Roth', { influence: '5', stance: 'doubter', stanceOn: '2026-09-10' });
    await chain.seat('Bo Lind', { influence: '3', stance: 'supporter', stanceOn: '2026-10-05' });
    await see(ines.id, 'supporter', '2026-11-02');

    expect(await trend()).toEqual([
      ['2026-09-30', 0, 5],
      ['2026-10-31', 3, 8],
      ['2026-11-21', 8, 8],
    ]);
  });

  it('forgets what was undone, and what a later word replaces', async () => {
    const { id } = await chain.seat('Ines Roth', { influence: '4', stance: 'neutral', stanceOn: '2026-09-10' });
    const wrong = await see(id, 'supporter', '2026-10-01');
    expect((await trend()).map(([, supportive]) => supportive)).toEqual([0, 4, 4]);
    expect((await world.app.history.undo(wrong)).ok).toBe(true);
    expect((await trend()).map(([, supportive]) => supportive)).toEqual([0, 0, 0]);

    await see(id, 'hostile', '2026-11-01');
    await see(id, 'supporter', '2026-10-15');
    expect((await trend()).map(([, supportive]) => supportive)).toEqual([0, 4, 4]);
  });

  it('begins where something is known', async () => {
    expect(coverageTrend([], TODAY, 12)).toEqual([]);
    await chain.seat('Ines Roth', { influence: '4' });
    expect(await trend()).toEqual([[TODAY, 0, 4]]);
  });
});
