import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatDay } from '@/src/kernel/calendar';
import type { RecordId } from '@/src/kernel/ids';
import { MEANS } from '@/src/domain/followup/follow-up.kind';
import { deadlineOf, isOnTime, mondayOf, weekBefore, weekName } from '@/src/domain/followup/hand-in';
import { handInStatus } from '@/src/domain/followup/hand-in-status';
import { wallClock } from '@/src/domain/followup/wall-clock';
import { daysOf, followUpsOf, meansUsed, weekFigures } from '@/src/domain/followup/week-log';
import { dayFromIso } from '@/src/domain/records/duty';
import { createClaimWorld, type ClaimWorld } from '@/test/support/claim-world';
import { runs } from '@/test/support/runs';

const MINUTE = 60_000;

describe('S22 weekly hand-in Monday 10:00', () => {
  // Each deadline worked out by hand: 10:00 on the wall less the distance to UTC on that day.
  it.each([
    ['Shanghai', 'Asia/Shanghai', '2026-11-16', '2026-11-23T02:00:00.000Z'],
    ['Berlin in winter', 'Europe/Berlin', '2026-11-16', '2026-11-23T09:00:00.000Z'],
    ['New York in winter', 'America/New_York', '2026-11-16', '2026-11-23T15:00:00.000Z'],
    ['Berlin, the Monday after summer time began', 'Europe/Berlin', '2026-03-23', '2026-03-30T08:00:00.000Z'],
    ['Berlin, the Monday after it ended', 'Europe/Berlin', '2026-10-19', '2026-10-26T09:00:00.000Z'],
    ['New York, the Monday after summer time began', 'America/New_York', '2026-03-02', '2026-03-09T14:00:00.000Z'],
    ['New York, the Monday after it ended', 'America/New_York', '2026-10-26', '2026-11-02T15:00:00.000Z'],
    ['Kathmandu, 5:45 before', 'Asia/Kathmandu', '2026-11-16', '2026-11-23T04:15:00.000Z'],
  ])('is on time at 09:59 and at 10:00, late from a millisecond after: %s', (_, zone, week, deadline) => {
    const clock = wallClock(zone);
    const due = Date.parse(deadline);
    expect(new Date(deadlineOf(week, clock)).toISOString()).toBe(deadline);
    expect(clock(due)).toEqual({ day: dayFromIso(week) + 7, ms: 10 * 60 * MINUTE });
    const at = [due - MINUTE, due, due + 1, due + MINUTE];
    expect(at.map((instant) => isOnTime(instant, week, clock))).toEqual([true, true, false, false]);
  });

  it('knows the week by the place: one instant is Sunday here and Monday there', () => {
    const instant = Date.parse('2026-11-22T20:00:00.000Z');
    const weeks = ['America/New_York', 'Europe/Berlin', 'Asia/Shanghai'].map((zone) =>
      weekBefore(instant, wallClock(zone)),
    );
    expect(weeks).toEqual(['2026-11-09', '2026-11-09', '2026-11-16']);
  });

  it.each([
    ['2026-11-16', '2026-W47'],
    ['2026-12-28', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
  ])('calls the week from %s %s', (week, name) => {
    expect(weekName(week)).toBe(name);
  });

  it('begins weeks on Monday', () => {
    const mondays = ['2026-11-15', '2026-11-16', '2026-11-22', '2026-11-23', '1969-12-28'].map((day) =>
      formatDay(mondayOf(dayFromIso(day))),
    );
    expect(mondays).toEqual(['2026-11-09', '2026-11-16', '2026-11-16', '2026-11-23', '1969-12-22']);
    expect(daysOf('2026-11-16').at(-1)).toBe('2026-11-22');
  });

  it('finds on every wall clock the instant that shows Monday 10:00', () => {
    const zones = ['UTC', 'Asia/Shanghai', 'Asia/Taipei', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'];
    const weeks = fc.integer({ min: 0, max: 3000 }).map((n) => formatDay(n * 7 - 3));
    fc.assert(
      fc.property(fc.constantFrom(...zones), weeks, (zone, week) => {
        const clock = wallClock(zone);
        expect(clock(deadlineOf(week, clock))).toEqual({ day: dayFromIso(week) + 7, ms: 10 * 60 * MINUTE });
      }),
      runs(60, 2000),
    );
  });

  it('lists who handed in, on time or late, who may yet, and who did not', () => {
    const deadline = 1000;
    const handIns = [
      { id: 'h1', owner: 'Lin', at: 1001, count: 2, isLate: true },
      { id: 'h2', owner: 'Wu', at: 1000, count: 5, isLate: false },
      { id: 'h3', owner: 'Wu', at: 2000, count: 6, isLate: true },
    ];
    const states = (now: number): string[][] =>
      handInStatus(['Wu', 'Ma', 'Wu'], handIns, { deadline, now }).map(({ owner, state }) => [owner, state]);
    expect(states(1000)).toEqual([
      ['Lin', 'late'],
      ['Ma', 'due'],
      ['Wu', 'on-time'],
    ]);
    expect(states(1001)[1]).toEqual(['Ma', 'missing']);
  });

  it('has figures that are sums of the log, whatever the log', () => {
    const week = '2026-11-16';
    const entry = fc.record({
      id: fc.uuid(),
      company: fc.constantFrom('a', 'b', 'c'),
      day: fc.constantFrom('2026-11-15', ...daysOf(week), '2026-11-23'),
      means: fc.constantFrom(...MEANS),
      goodwill: fc.constantFrom('yes', 'no', undefined),
      nextStep: fc.constantFrom('', 'call', undefined),
      owner: fc.constantFrom('Wu', 'Lin', undefined),
    });
    const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), (log) => {
        const own = followUpsOf(log, week, 'Wu');
        const figures = weekFigures(own, week);
        expect(figures.total).toBe(log.filter((one) => one.owner === 'Wu' && daysOf(week).includes(one.day)).length);
        expect(sum(Object.values(figures.byMeans))).toBe(figures.total);
        expect(sum(figures.byDay)).toBe(figures.total);
        expect(meansUsed(figures)).toEqual(MEANS.filter((means) => own.some((one) => one.means === means)));
        expect(figures.companies).toBe(new Set(own.map(({ company }) => company)).size);
      }),
      runs(50, 1000),
    );
  });
});

describe('S22 handing in', () => {
  let world: ClaimWorld;
  beforeEach(async () => {
    world = await createClaimWorld();
    await world.as('Wu');
  });
  afterEach(() => world.close());

  const call = async (day: string, more: Readonly<Record<string, string>> = {}): Promise<RecordId> => {
    const company = await world.make('company', { name: `Client of ${day}` });
    return world.make('follow-up', { content: 'Called', company, day, means: 'phone', owner: 'Wu', ...more });
  };

  it('takes the follow-ups of the user and the week, and says whether it was in time', async () => {
    const timeZone = 'Asia/Shanghai';
    await call('2026-11-15');
    const sunday = await call('2026-11-22', { means: 'visit' });
    const monday = await call('2026-11-16');
    await call('2026-11-17', { owner: 'Lin' });
    await call('2026-11-23');

    world.setClock(Date.parse('2026-11-23T02:00:00.000Z'));
    const done = await world.app.claims.handIn({ week: '2026-11-16', timeZone, summary: ' two clients ' });
    expect(done.ok).toBe(true);
    const [handIn] = await world.app.records.rows('hand-in');
    expect(handIn?.fields).toEqual({
      title: '2026-W47',
      week: '2026-11-16',
      submittedAt: '2026-11-23T02:00:00.000Z',
      count: 2,
      companies: 2,
      late: 'on-time',
      entries: [monday, sunday],
      owner: 'Wu',
      summary: 'two clients',
    });
    const again = await world.app.claims.handIn({ week: '2026-11-16', timeZone });
    expect(again).toEqual({ ok: false, error: { code: 'handed-in-already' } });

    const report = await world.app.claims.week('2026-11-16', timeZone);
    expect(report.figures).toMatchObject({ total: 2, byMeans: { phone: 1, visit: 1, talk: 0, message: 0 } });
    expect(report.log.map(({ id }) => id)).toEqual([monday, sunday]);
    expect(report.team.map(({ owner, state }) => [owner, state])).toEqual([
      ['Lin', 'due'],
      ['Wu', 'on-time'],
    ]);
    world.setClock(Date.parse('2026-11-23T02:00:00.001Z'));
    await world.as('Lin');
    await world.app.claims.handIn({ week: '2026-11-16', timeZone });
    const late = (await world.app.records.rows('hand-in')).find(({ fields }) => fields['owner'] === 'Lin');
    expect(late?.fields).toMatchObject({ late: 'late', count: 1 });
  });

  it('hands in an empty week too, and can be taken back', async () => {
    const done = await world.app.claims.handIn({ week: '2026-11-09', timeZone: 'UTC' });
    expect((await world.app.records.rows('hand-in'))[0]?.fields).toMatchObject({ count: 0, companies: 0, entries: [] });
    expect(done.ok && (await world.app.history.undo(done.value.batchId)).ok).toBe(true);
    expect((await world.app.claims.handIn({ week: '2026-11-09', timeZone: 'UTC' })).ok).toBe(true);
  });
});
