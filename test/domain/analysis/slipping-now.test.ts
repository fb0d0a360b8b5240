import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, type Sale } from '@/test/support/orders';
import { columnsOf, outcomeOfSales } from '@/test/support/outcomes';
import { runs } from '@/test/support/runs';

const END = day('2024-12-31');
/** One sale every `gap` days from `from` to `to` days before the end, each of `cents`. */
const every = (customer: string, gap: number, [from, to]: readonly [number, number], cents = 100): Sale[] =>
  Array.from({ length: Math.floor((from - to) / gap) + 1 }, (_, i) => ({ customer, day: END - from + i * gap, cents }));
const steady = every('steady', 10, [360, 0], 1000);
const run = (sales: readonly Sale[]) => outcomeOfSales('slipping-now', sales, { share: 1, threshold: '60' });

describe('who is slipping now', () => {
  it.each([
    ['lost', every('x', 10, [360, 100])],
    ['silent', every('x', 10, [360, 40])],
    ['volume', [...every('x', 10, [360, 90]), ...every('x', 10, [80, 0], 40)]],
    ['orders', [...every('x', 10, [360, 100]), ...every('x', 29, [87, 0], 230)]],
  ])('and why: %s', async (why, sales) => {
    expect(columnsOf(await run([...steady, ...sales]), 'slipping', 'key', 'why')).toEqual([['x', why]]);
  });

  it('gives the numbers of the sentence', async () => {
    const outcome = await run([...steady, ...every('x', 10, [360, 90]), ...every('x', 10, [80, 0], 40)]);
    const numbers = ['usualGap', 'silentDays', 'recentValue', 'beforeValue', 'recentOrders', 'beforeOrders'];

    // (E − 90, E]: 80, 70 … 0 days ago. (E − 180, E − 90]: 170, 160 … 90 days ago.
    expect(columnsOf(outcome, 'slipping', ...numbers)).toEqual([[10, 0, '3.60', '9.00', 9, 9]]);
  });

  it('needs a fall of the share that was asked for, exactly', async () => {
    const half = [...steady, ...every('x', 10, [360, 90]), ...every('x', 10, [80, 0], 50)];

    expect(columnsOf(await run(half), 'slipping', 'why')).toEqual([['volume']]);
    const more = await outcomeOfSales('slipping-now', half, { share: 1, threshold: '60', fall: 0.55 });
    expect(columnsOf(more, 'slipping', 'why')).toEqual([]);
  });

  it('of nothing is empty', async () => {
    expect((await run([])).facts).toMatchObject({ vitalFew: 0, slipping: 0, lost: 0, backTestable: false });
  });
});

describe('the rule tried on the file', () => {
  // The cut is 90 days before the end. At the cut: hit silent for 30 days at a gap of 10, and never seen again; missed is in
  // time, and never seen again; false alarm silent for 30 days, and back; gone lost long before; steady in time, and stays.
  const sales = [
    ...steady,
    ...every('hit', 10, [360, 120]),
    ...every('missed', 10, [360, 90]),
    ...every('alarm', 10, [360, 120]),
    ...every('alarm', 10, [50, 0]),
    ...every('gone', 10, [360, 200]),
  ];

  it('counts who was flagged and who stopped, by hand', async () => {
    const columns = ['testSet', 'judged', 'flagged', 'stopped', 'hits', 'precision', 'recall'];

    expect(columnsOf(await run(sales), 'backTest', ...columns)).toEqual([
      ['slipping', 4, 2, 2, 1, 0.5, 0.5],
      ['all', 5, 3, 3, 2, 2 / 3, 2 / 3],
    ]);
  });

  it('knows nothing of what is hidden', async () => {
    const before = columnsOf(await run(sales), 'backTest', 'flagged');
    const after = columnsOf(await run([...sales, ...every('hit', 1, [80, 0], 9)]), 'backTest', 'flagged');

    expect(after).toEqual(before);
  });

  it.each([
    [269, true],
    [268, false],
  ])('needs 270 days: with a first day %i before the last it is testable %s', async (from, testable) => {
    expect((await run(every('a', 1, [from, 0]))).facts['backTestable']).toBe(testable);
  });
});

describe('of any sales', () => {
  /** Few customers over a year and a half, each often enough to have a usual gap. */
  const anySales = fc.array(
    fc.record({
      customer: fc.constantFrom('a', 'b', '丙', '𠮷'),
      day: fc.integer({ min: END - 540, max: END }),
      cents: fc.constantFrom(-500, 0, 1, 250, 250, 1000, 99_999),
    }),
    { minLength: 20, maxLength: 80 },
  );
  const limits = fc.record({
    share: fc.constantFrom(0.5, 0.8, 1),
    threshold: fc.constantFrom('30', '60', '90', 'data'),
    fall: fc.constantFrom(0.1, 0.5, 1),
  });

  it('nobody is told twice, the reasons and the standings add up, and the order of rows does not matter', async () => {
    await fc.assert(
      fc.asyncProperty(anySales, limits, async (sales, params) => {
        const outcome = await outcomeOfSales('slipping-now', sales, params);
        const { facts } = outcome;
        const rows = columnsOf(outcome, 'slipping', 'key', 'rank');
        const [keys, ranks] = [rows.map(([key]) => key), rows.map(([, rank]) => Number(rank))];

        expect(new Set(keys).size).toBe(keys.length);
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        expect(Number(facts['slipping']) + Number(facts['lost'])).toBe(rows.length);
        expect(Math.max(0, ...ranks)).toBeLessThanOrEqual(Number(facts['vitalFew']));
        const why = columnsOf(outcome, 'slipping', 'why', 'standing').filter(([, standing]) => standing === 'slipping');
        for (const [name, fact] of [
          ['silent', 'bySilence'],
          ['volume', 'byVolume'],
          ['orders', 'byOrders'],
        ] as const)
          expect(why.filter(([one]) => one === name)).toHaveLength(Number(facts[fact]));
        expect(await outcomeOfSales('slipping-now', sales.toReversed(), params)).toEqual(outcome);
      }),
      { ...runs(40, 800), seed: 72 },
    );
  });

  it('the counts of the back-test add up', async () => {
    let tested = 0;
    await fc.assert(
      fc.asyncProperty(anySales, limits, async (sales, params) => {
        const outcome = await outcomeOfSales('slipping-now', sales, params);
        const counts = columnsOf(outcome, 'backTest', 'judged', 'flagged', 'stopped', 'hits').map((row) =>
          row.map(Number),
        );
        const { backTestable, ...facts } = outcome.facts;
        if (backTestable !== true) return;
        tested++;
        const [fresh = [], all = []] = counts;
        const [judged, flagged, stopped, hits] = all.map((count, i) => count - Number(fresh[i]));

        expect(counts).toHaveLength(2);
        expect([facts['judged'], facts['flagged'], facts['stopped'], facts['hits']]).toEqual(fresh);
        for (const row of counts) expectToAddUp(row);
        // Those lost before are all flagged, so whoever is judged besides is flagged besides.
        expect([judged, stopped]).toEqual([flagged, hits]);
      }),
      { ...runs(40, 800), seed: 73 },
    );

    expect(tested).toBeGreaterThan(20);
  });
});

/** Of those judged, those flagged and those who stopped overlap in the hits. */
function expectToAddUp([judged = 0, flagged = 0, stopped = 0, hits = 0]: readonly number[]): void {
  expect(hits).toBeLessThanOrEqual(Math.min(flagged, stopped));
  expect(flagged + stopped - hits).toBeLessThanOrEqual(judged);
}
