import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { opportunity, type OpportunityRow } from '@/src/domain/pipeline/opportunity.kind';
import { dealOf } from '@/src/domain/pipeline/deal';
import { funnelOf } from '@/src/domain/pipeline/funnel';
import { cycleOf, daysInStep, stepTimes } from '@/src/domain/pipeline/step-times';
import { createPipeline, dealIn, shipped, type Pipeline } from '@/test/support/pipeline';

const CNY = (amount: string) => ({ amount, currency: 'CNY' });
const EUR = (amount: string) => ({ amount, currency: 'EUR' });
const scheme = shipped('eight-step');
const stay = (step: string, entered: string, left?: string) => ({
  id: `${step} ${entered}`,
  step,
  name: step,
  entered,
  by: 'Lin',
  ...(left === undefined ? {} : { left }),
});

describe('S86 weighted pipeline, funnel and cycle time', () => {
  const deals = [
    dealIn('solution', { amount: CNY('100.50') }),
    dealIn('solution', { amount: EUR('40') }),
    dealIn('solution', { amount: undefined }),
    dealIn('service', { amount: CNY('10') }),
    dealIn('service', { state: 'won', amount: CNY('999') }),
    dealIn('signing', { state: 'lost', amount: CNY('999') }),
  ];

  it('counts what is open in each step, what it comes to, and what of it weighs', () => {
    const funnel = funnelOf(scheme, deals, true);
    expect(funnel.steps.map(({ deals: own }) => own.length)).toEqual([0, 3, 0, 0, 0, 0, 0, 1]);
    expect(funnel).toMatchObject({ count: 4, withoutAmount: 1, sums: [CNY('110.50'), EUR('40')] });
    // By hand: 10 % of 100.50 and 100 % of 10; 10 % of 40.
    expect(funnel.weighted).toEqual([CNY('20.05'), EUR('4.00')]);
    expect(funnel.steps[1]?.weighted).toEqual([CNY('10.05'), EUR('4.00')]);
    expect(funnelOf(scheme, deals, false).weighted[0]).toEqual(CNY('21.05'));
  });

  it('says what stands in a step that the scheme has lost, and weighs nothing of it', () => {
    const gone = dealIn('survey', { isKnown: false, percent: undefined, stepName: 'Survey', amount: CNY('5') });
    const funnel = funnelOf(scheme, [gone], true);
    expect(funnel.steps.at(-1)).toMatchObject({ id: 'survey', name: 'Survey', step: undefined, deals: [gone.id] });
    expect(funnel).toMatchObject({ count: 1, sums: [CNY('5')], weighted: [] });
    expect(funnelOf(scheme, [], true)).toMatchObject({ count: 0, sums: [], weighted: [], withoutAmount: 0 });
  });

  it('tells the time in each step from the history: ended stays, running ones until today, the last until the end', () => {
    const all = [
      dealIn('solution', {
        stays: [stay('project-approval', '2026-01-01', '2026-01-11'), stay('solution', '2026-01-11')],
      }),
      dealIn('solution', {
        stays: [
          stay('project-approval', '2026-01-01', '2026-01-05'),
          stay('solution', '2026-01-05', '2026-01-06'),
          stay('project-approval', '2026-01-06', '2026-01-07'),
          stay('solution', '2026-01-07'),
        ],
        state: 'lost',
        closedOn: '2026-01-10',
      }),
    ];
    // By hand: 10, 4 and 1 day; 10 days until 21 January, 1 and 3.
    expect(stepTimes(scheme, all, '2026-01-21').slice(0, 3)).toEqual([
      { id: 'project-approval', stays: 3, median: 4, longest: 10 },
      { id: 'solution', stays: 3, median: 3, longest: 10 },
      { id: 'deep-contact', stays: 0, median: null, longest: null },
    ]);
    expect(all.map((deal) => daysInStep(deal, '2026-01-21'))).toEqual([10, 3]);
    const two = stepTimes(scheme, [dealIn('solution'), dealIn('solution', { openedOn: '2026-01-01' })], '2026-01-02');
    expect(two[1]).toMatchObject({ stays: 2, median: 1 });
  });

  it.each([
    ['project', '2026-03-30', undefined, 'running'],
    ['project', '2026-03-30', '2026-03-30', 'short'],
    ['project', '2026-03-31', '2026-03-31', 'usual'],
    ['account', '2026-06-29', '2026-06-29', 'short'],
    ['account', '2026-06-30', '2026-06-30', 'usual'],
    ['account', '2026-12-31', undefined, 'running'],
    ['account', '2026-12-31', '2026-12-31', 'usual'],
    ['project', '2027-01-01', undefined, 'long'],
    ['account', '2027-01-01', '2027-01-01', 'long'],
  ] as const)('a sale to %s opened on 31 December until %s, closed %s, is %s', (sale, today, closedOn, standing) => {
    const deal = dealIn('solution', { openedOn: '2025-12-31', closedOn });
    expect(cycleOf(deal, sale, today).standing).toBe(standing);
  });

  describe('on file', () => {
    let world: Pipeline;
    beforeEach(async () => {
      world = await createPipeline();
    });
    afterEach(() => world.close());

    it('stands in the first step since it was opened, and its last stay ends with it', async () => {
      const elsewhere = world.app.newRecord();
      const inputs = { title: 'Made elsewhere', company: world.company, openedOn: '2026-11-01' };
      expect((await world.app.records.make(opportunity, elsewhere, inputs)).ok).toBe(true);
      const deal = dealOf(await world.rowOf(elsewhere), scheme);
      expect(deal).toMatchObject({ step: 'project-approval', percent: 5, stays: [{ entered: '2026-11-01' }] });
      await world.pass(elsewhere, 'solution');
      await world.app.records.move({
        kind: opportunity,
        record: elsewhere,
        to: 'lost',
        inputs: { lostReason: 'price' },
      });
      const lost = dealOf(await world.rowOf(elsewhere), scheme);
      expect(lost.stays.map(({ step, entered, left }) => [step, entered, left])).toEqual([
        ['project-approval', '2026-11-01', '2026-11-21'],
        ['solution', '2026-11-21', undefined],
      ]);
      expect(daysInStep(lost, '2027-01-01')).toBe(0);
    });

    it('reads no stays that nobody could have written', () => {
      const fields = { title: 'x', company: 'c', openedOn: '2026-01-01', stays: { a: 1, b: null, c: { step: 4 } } };
      // Safe: a record as another program may have written it.
      const row = { id: 'r', state: 'open', fields } as unknown as OpportunityRow;
      expect(dealOf(row, scheme).stays).toMatchObject([{ step: 'project-approval', entered: '2026-01-01' }]);
    });
  });
});
