import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatDecimal, parseDecimal, rescale } from '@/src/kernel/money';
import { planLogOf, planOf, type Errand } from '@/src/domain/followup/day-plan';
import { daysOf } from '@/src/domain/followup/week-log';
import { createClaimWorld, type ClaimWorld } from '@/test/support/claim-world';
import { runs } from '@/test/support/runs';

const WEEK = '2026-11-16';
const errand = (id: string, day: string, state = 'planned', more: Partial<Errand> = {}): Errand => ({
  id,
  day,
  state,
  ...more,
});

describe('S24 daily and weekly work plan and log', () => {
  it('rolls what was not done over to the next day, as long as it takes', () => {
    const errands = [
      errand('today', '2026-11-20'),
      errand('left on Monday', '2026-11-16'),
      errand('done', '2026-11-16', 'done', { doneOn: '2026-11-16' }),
      errand('dropped', '2026-11-17', 'dropped'),
      errand('tomorrow', '2026-11-21'),
    ];
    const plan = (day: string, today: string) =>
      planOf(errands, day, today).map(({ errand: { id }, from }) => [id, from]);
    expect(plan('2026-11-20', '2026-11-20')).toEqual([
      ['left on Monday', '2026-11-16'],
      ['today', undefined],
    ]);
    // Tomorrow's plan, seen today: what is open today may be done yet.
    expect(plan('2026-11-21', '2026-11-20')).toEqual([['tomorrow', undefined]]);
    expect(plan('2026-11-21', '2026-11-21').map(([id]) => id)).toEqual(['left on Monday', 'today', 'tomorrow']);
    expect(plan('2026-11-16', '2026-11-20')).toEqual([['left on Monday', undefined]]);
    expect(planOf([], '2026-11-20', '2026-11-20')).toEqual([]);
  });

  it('counts an errand on the day it was planned for and on the day it was done', () => {
    const money = (amount: string) => ({ amount, currency: 'CNY' });
    const log = planLogOf(
      [
        errand('a', '2026-11-16', 'done', { doneOn: '2026-11-18', collected: money('0.10'), sold: money('100') }),
        errand('b', '2026-11-16', 'done', { doneOn: '2026-11-16', collected: money('0.2') }),
        errand('c', '2026-11-22'),
        errand('d', '2026-11-17', 'dropped'),
        errand('e', '2026-11-15', 'done', { doneOn: '2026-11-23', collected: money('99') }),
      ],
      WEEK,
    );
    expect(log).toMatchObject({ planned: 3, done: 2, left: 1, collected: [money('0.30')], sold: [money('100')] });
    expect(log.days.map(({ planned, done }) => `${planned}/${done}`)).toEqual([
      '2/1',
      '0/0',
      '0/1',
      '0/0',
      '0/0',
      '0/0',
      '1/0',
    ]);
  });

  it('has weekly figures that are the sums of its days, to the last digit', () => {
    const day = fc.constantFrom('2026-11-15', ...daysOf(WEEK), '2026-11-23');
    const money = fc.record({
      amount: fc.constantFrom('0.1', '0.02', '1000', '-3.5'),
      currency: fc.constantFrom('CNY', 'EUR'),
    });
    const errands = fc.array(
      fc.record({
        id: fc.uuid(),
        state: fc.constantFrom('planned', 'done', 'dropped'),
        day,
        doneOn: day,
        collected: fc.option(money, { nil: undefined }),
        sold: fc.option(money, { nil: undefined }),
      }),
      { maxLength: 25 },
    );
    const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
    const total = (amounts: readonly { amount: string; currency: string }[], currency: string): string => {
      const units = amounts
        .filter((one) => one.currency === currency)
        .map(({ amount }) => rescale(parseDecimal(amount) ?? { units: 0n, scale: 0 }, 2).units);
      return formatDecimal({ units: units.reduce((a, b) => a + b, 0n), scale: 2 });
    };
    fc.assert(
      fc.property(errands, (some) => {
        const log = planLogOf(some, WEEK);
        expect(sum(log.days.map(({ planned }) => planned))).toBe(log.planned);
        expect(sum(log.days.map(({ done }) => done))).toBe(log.done);
        for (const currency of ['CNY', 'EUR'])
          for (const of of ['collected', 'sold'] as const)
            expect(
              total(
                log.days.flatMap((one) => one[of]),
                currency,
              ),
            ).toBe(total(log[of], currency));
      }),
      runs(50, 1000),
    );
  });
});

describe('S24 in the workspace', () => {
  let world: ClaimWorld;
  beforeEach(async () => {
    world = await createClaimWorld();
    await world.as('Wu');
  });
  afterEach(() => world.close());

  it('is a duty of its day, ended by doing it, with the day it was done', async () => {
    const record = await world.make('plan-item', { purpose: 'Bring samples', day: '2026-11-20', owner: 'Wu' });
    expect((await world.app.records.duties()).map(({ name, due, overdue }) => [name, due, overdue])).toEqual([
      ['do', '2026-11-20', 1],
    ]);
    expect((await world.move(record, 'done')).ok).toBe(true);
    expect(await world.valuesOf(record)).toMatchObject({ doneOn: '2026-11-21' });
    expect(await world.app.records.duties()).toEqual([]);
  });
});
