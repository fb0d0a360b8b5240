import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Role } from '@/src/domain/tabular/roles/roles';
import { columnsOf, outcomeOfText } from '@/test/support/outcomes';
import { runs } from '@/test/support/runs';

interface Line {
  readonly month: number;
  readonly day: number;
  readonly line: string;
  readonly amount: number;
  /** Days to payment; undefined: not paid. */
  readonly paid: number | undefined;
}

const ROLES: readonly Role[] = ['customer', 'date', 'amount', 'productLine', 'paidDate'];
const text = (month: number, day: number): string =>
  new Date(Date.UTC(2024, month - 1, day)).toISOString().slice(0, 10);

const cellsOf = (customer: string, { month, day, line, amount, paid }: Line): string =>
  [customer, text(month, day), amount, line, paid === undefined ? '' : text(month, day + paid)].join();

/** A file of 2024 of the customer x, three sales a month on the 5th, 15th and 25th, and of a steady one. */
function file(change: (line: Line) => Line | undefined): string {
  const rows = Array.from({ length: 12 }, (_, i) => i + 1).flatMap((month) =>
    [5, 15, 25].flatMap((day) => {
      const usual = { month, day, line: day === 15 ? 'oil' : 'fuel', amount: 100, paid: 10 };
      const own = change(usual);
      return [cellsOf('steady', usual), ...(own ? [cellsOf('x', own)] : [])];
    }),
  );
  return ['c,d,a,l,p', ...rows, `steady,2024-12-31,100,fuel,${text(12, 41)}`].join('\n');
}

const warningsOf = async (content: string): Promise<unknown[][]> =>
  columnsOf(
    await outcomeOfText('early-warning', content, ROLES, { share: 1 }),
    'warnings',
    'key',
    'rule',
    'was',
    'is',
    'line',
  );

describe('each warning sign', () => {
  it('is silent about a customer who goes on as before', async () => {
    expect(await warningsOf(file((line) => line))).toEqual([]);
  });

  it('volume alone: a third less in the last three months', async () => {
    expect(await warningsOf(file((line) => ({ ...line, amount: line.month > 9 ? 60 : 100 })))).toEqual([
      ['x', 'volume', 900, 540, ''],
    ]);
  });

  it('payment alone: twelve days later', async () => {
    expect(await warningsOf(file((line) => ({ ...line, paid: line.month > 9 ? 22 : 10 })))).toEqual([
      ['x', 'payment', 10, 22, ''],
    ]);
  });

  it('settlement alone: more sold from July on, and a third of it not paid', async () => {
    const sold = file((line) => ({
      ...line,
      amount: line.month > 6 ? 150 : 100,
      paid: line.month > 6 && line.month < 10 && line.day === 5 ? undefined : 10,
    }));

    expect(await warningsOf(sold)).toEqual([['x', 'settlement', 1, 6 / 9, '']]);
  });

  it('line alone: no oil any more, as much fuel more', async () => {
    expect(await warningsOf(file((line) => (line.month > 9 ? { ...line, line: 'fuel' } : line)))).toEqual([
      ['x', 'line', 300, 0, 'oil'],
    ]);
  });

  it('gap alone: the same volume, and silence since 5 December', async () => {
    const early = file((line) =>
      line.month === 12 ? (line.day === 5 ? { ...line, amount: 200 } : undefined) : { ...line, line: 'fuel' },
    );

    expect(await warningsOf(early)).toEqual([['x', 'gap', 10, 26, '']]);
  });
});

describe('what the file cannot tell', () => {
  const rules = async (content: string, roles: readonly Role[]): Promise<unknown[][]> =>
    columnsOf(await outcomeOfText('early-warning', content, roles), 'rules', 'rule', 'testable', 'count');

  it('is said, rule by rule, where columns are missing', async () => {
    const content = 'c,d,a\nx,2024-01-01,5\nx,2024-12-31,5\n';

    expect(await rules(content, ['customer', 'date', 'amount'])).toEqual([
      ['volume', true, 0],
      ['payment', false, null],
      ['settlement', false, null],
      ['line', false, null],
      ['gap', true, 0],
    ]);
  });

  it.each([
    ['2024-07-31', true, false],
    ['2024-08-01', false, false],
    ['2024-04-30', true, true],
  ])('is said where months are missing: from %s volume %s, settlement %s', async (from, volume, settlement) => {
    const content = `c,d,a,l,p\nx,${from},5,oil,${from}\nx,2024-12-31,5,oil,2024-12-31\n`;
    const found = await rules(content, ROLES);

    expect([found[0]?.[1], found[2]?.[1]]).toEqual([volume, settlement]);
  });

  it('takes a season for no warning: the same months a year ago were as low', async () => {
    const months = Array.from({ length: 27 }, (_, i) => i);
    const season = months.map((i) => `x,${text(i - 14, 28)},${[9, 10, 11].includes((i + 21) % 12) ? 50 : 100}`);
    const outcome = await outcomeOfText('early-warning', ['c,d,a', ...season, 'x,2024-12-31,1'].join('\n'), [
      'customer',
      'date',
      'amount',
    ]);

    expect(outcome.facts).toMatchObject({ comparedWithYearAgo: true, warnings: 0 });
    const last = columnsOf(
      await outcomeOfText('early-warning', ['c,d,a', ...season.slice(15), 'x,2024-12-31,1'].join('\n'), [
        'customer',
        'date',
        'amount',
      ]),
      'warnings',
      'rule',
    );
    expect(last).toEqual([['volume']]);
  });
});

describe('of any file', () => {
  const anyLine = fc.record({
    customer: fc.constantFrom('a', 'b', '丙'),
    month: fc.integer({ min: -3, max: 12 }),
    day: fc.constantFrom(5, 15, 25),
    line: fc.constantFrom('oil', 'fuel'),
    amount: fc.constantFrom(-20, 10, 100, 100, 150),
    paid: fc.option(fc.constantFrom(5, 10, 30), { nil: undefined }),
  });

  it('no rule tells of a customer twice, or of one of its lines, the counts add up, and the order of rows does not matter', async () => {
    let warned = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyLine, { minLength: 20, maxLength: 80 }), async (lines) => {
        const rows = [
          ...lines.map(({ customer, ...line }) => cellsOf(customer, line)),
          'a,2024-12-31,1,fuel,2024-12-31',
        ];
        const outcomeOf = (own: readonly string[]) =>
          outcomeOfText('early-warning', ['c,d,a,l,p', ...own].join('\n'), ROLES, { share: 1 });
        const outcome = await outcomeOf(rows);
        const { facts } = outcome;
        // Two lines of one customer can be lost, each is one warning.
        const told = columnsOf(outcome, 'warnings', 'key', 'rule', 'line').map((one) => JSON.stringify(one));
        warned += told.length;

        expect(new Set(told).size).toBe(told.length);
        expect(told).toHaveLength(Number(facts['warnings']));
        expect(new Set(columnsOf(outcome, 'warnings', 'key').flat()).size).toBe(facts['warned']);
        const rules = columnsOf(outcome, 'rules', 'testable', 'count');
        expect(rules.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(told.length);
        expect(rules.filter(([testable]) => testable)).toHaveLength(Number(facts['testableRules']));
        expect(await outcomeOf(rows.toReversed())).toEqual(outcome);
      }),
      { ...runs(40, 800), seed: 75 },
    );

    expect(warned).toBeGreaterThan(20);
  });
});
