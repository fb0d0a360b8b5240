import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatDay } from '@/src/kernel/calendar';
import type { RecordId } from '@/src/kernel/ids';
import { informationPoint, POINTS, type Point } from '@/src/domain/people/information-point.kind';
import { informationScore } from '@/src/domain/people/information-score';
import { dayFromIso } from '@/src/domain/records/duty';
import { ChainOf } from '@/test/support/chain';
import { createWorld, TODAY, type World } from '@/test/support/world';

let world: World;
let chain: ChainOf;
beforeEach(async () => {
  world = await createWorld();
  chain = await ChainOf.begin(world);
});
afterEach(() => world.db.delete());

const daysAgo = (days: number): string => formatDay(dayFromIso(TODAY) - days);

async function note(point: Point, seenOn = TODAY, about: { opportunity?: RecordId } = {}) {
  const record = world.app.newRecord();
  const inputs = { point, finding: `Found on ${point}`, evidence: 'Minutes of the meeting', seenOn };
  const noted = await world.app.people.note(record, inputs, { company: chain.company, ...about });
  return noted.ok ? record : noted.error;
}

async function verified(point: Point, seenOn = TODAY): Promise<RecordId> {
  const record = await note(point, seenOn);
  if (typeof record !== 'string') return expect.fail(record.code);
  const moved = await world.app.records.move({ kind: informationPoint, record, to: 'verified' });
  return moved.ok ? record : expect.fail(moved.error.code);
}

const score = async () => informationScore((await chain.read()).findings, TODAY);
const states = async () => (await score()).points.map(({ state }) => state);

describe('S45 nine information points', () => {
  it('counts how many of nine are verified, from none to all', async () => {
    expect(await score()).toMatchObject({ verified: 0, partial: 0, factorsMissing: 3 });
    for (const [i, point] of POINTS.slice(0, 8).entries()) {
      await verified(point);
      expect((await score()).verified).toBe(i + 1);
    }
    for (const count of [1, 2]) {
      await verified('9');
      expect(await score()).toMatchObject({ verified: 8, partial: 1, factorsMissing: 3 - count });
    }
    await verified('9');
    expect(await score()).toMatchObject({ verified: 9, partial: 0, factorsMissing: 0 });
  });

  it('watches exactly three success factors: a fourth is refused, with a sentence; one removed makes room', async () => {
    const first = await verified('9');
    await verified('9');
    await verified('9');
    expect(await note('9')).toEqual({ code: 'not-admitted', refusals: ['fourth-factor'] });
    expect((await chain.read()).findings).toHaveLength(3);

    expect((await world.app.records.remove([first])).ok).toBe(true);
    expect(typeof (await note('9'))).toBe('string');
    // The fourth is one of another account.
    const elsewhere = await ChainOf.begin(world);
    const other = { point: '9', finding: 'Price', seenOn: TODAY };
    expect((await world.app.people.note(world.app.newRecord(), other, { company: elsewhere.company })).ok).toBe(true);
  });

  it('is not verified without evidence and a day, and says what is missing', async () => {
    const record = world.app.newRecord();
    const bare = { point: '5', finding: 'They have the money' };
    expect((await world.app.people.note(record, bare, { company: chain.company })).ok).toBe(true);
    const moved = await world.app.records.move({ kind: informationPoint, record, to: 'verified' });
    expect(moved).toMatchObject({
      ok: false,
      error: { code: 'needs-fields', verdict: { missing: ['evidence', 'seenOn'] } },
    });
    expect((await states())[4]).toBe('partial');
  });

  it.each([
    [0, 'verified', false],
    [180, 'verified', false],
    [181, 'partial', true],
  ])('shows its age: evidence of %i days ago is %s', async (days, state, isStale) => {
    await verified('2', daysAgo(days));
    expect((await score()).points[1]).toMatchObject({ state, isStale, age: days });
  });

  it('goes back to partial when it is doubted, with the reason', async () => {
    const record = await verified('1');
    const doubt = { kind: informationPoint, record, to: 'partial' };
    expect(await world.app.records.move(doubt)).toMatchObject({ ok: false, error: { code: 'reason-needed' } });
    expect((await world.app.records.move({ ...doubt, reason: 'The buyer says otherwise' })).ok).toBe(true);
    expect((await states())[0]).toBe('partial');
  });
});
