import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sales } from '@/test/contract/aggregate-source';
import type { Sale } from '@/test/support/orders';
import { columnsOf, outcomeFrom } from '@/test/support/run-analysis';
import { runs } from '@/test/support/runs';

const spent = (customer: string, year: number, yuan: number): Sale => ({
  customer,
  day: `${year}-03-01`,
  cents: yuan * 100,
});
/** The data reach from the first to the last day of three years. */
const EDGES: readonly Sale[] = [
  { customer: 'edge', day: '2022-01-01', cents: 1 },
  { customer: 'edge', day: '2024-12-31', cents: 1 },
];

describe('the key-account list of a year', () => {
  it('holds two years against each other, by hand', async () => {
    const outcome = await outcomeFrom('key-list', [
      ...EDGES,
      spent('stays', 2023, 40_000),
      spent('stays', 2024, 36_000),
      spent('rises', 2023, 119_999),
      spent('rises', 2024, 120_000),
      spent('falls', 2023, 200_000),
      spent('falls', 2024, 60_000),
      spent('goes', 2023, 50_000),
      spent('goes', 2024, 35_999),
      spent('comes', 2024, 45_000),
    ]);

    expect(outcome.facts).toMatchObject({
      year: '2024',
      members: 4,
      membersBefore: 4,
      joined: 1,
      lost: 1,
      upgraded: 1,
      downgraded: 1,
      stayed: 1,
      value: '261000.00',
    });
    expect(
      columnsOf(outcome, 'members', 'key', 'monthly', 'tier', 'visitsPerQuarter', 'callsPerMonth', 'change'),
    ).toEqual([
      ['rises', '10000.00', 'top', null, null, 'upgraded'],
      ['falls', '5000.00', 'crystal', 2, 1, 'downgraded'],
      ['comes', '3750.00', 'crystal', 2, 1, 'joined'],
      ['stays', '3000.00', 'crystal', 2, 1, 'stayed'],
    ]);
    expect(columnsOf(outcome, 'lostMembers', 'key', 'value', 'valueBefore', 'tierBefore')).toEqual([
      ['goes', '35999.00', '50000.00', 'crystal'],
    ]);
  });

  it.each([
    [17_999.99, 'below'],
    [18_000, 'A'],
    [35_999.99, 'A'],
    [36_000, 'crystal'],
    [119_999.99, 'crystal'],
    [120_000, 'top'],
  ])('puts %d a year into tier %s', async (yuan, tier) => {
    const outcome = await outcomeFrom(
      'key-list',
      [...EDGES, { customer: 'x', day: '2024-05-01', cents: Math.round(yuan * 100) }],
      {
        params: { monthlyThreshold: 0 },
      },
    );

    expect(columnsOf(outcome, 'members', 'key', 'tier')[0]).toEqual(['x', tier]);
  });

  it('admits by share, and of another year', async () => {
    const list = [...EDGES, spent('a', 2023, 80), spent('b', 2023, 20), spent('c', 2024, 70), spent('d', 2024, 30)];
    const params = { admission: 'share' };

    expect(columnsOf(await outcomeFrom('key-list', list, { params }), 'members', 'key')).toEqual([['c'], ['d']]);
    const before = await outcomeFrom('key-list', list, { params: { ...params, year: 1 } });
    expect(before.facts).toMatchObject({ year: '2023', beforeCovered: true });
    expect(columnsOf(before, 'members', 'key')).toEqual([['a']]);
  });

  it('says when the year or the one before is not covered', async () => {
    const late = [spent('a', 2024, 90_000), { customer: 'a', day: '2025-02-01', cents: 1 }];

    expect((await outcomeFrom('key-list', late)).facts).toMatchObject({
      year: '2024',
      yearCovered: false,
      beforeCovered: false,
      lost: null,
      rowsOutside: 1,
    });
    expect((await outcomeFrom('key-list', [])).facts).toMatchObject({ members: 0, year: null });
  });

  it('whatever the sales, who is new and who is lost explain the change of the number', async () => {
    await fc.assert(
      fc.asyncProperty(sales, async (list) => {
        const years = list.map((one, i) => ({ ...one, day: Number(one.day) + (i % 2) * 365 }));
        const { facts } = await outcomeFrom('key-list', [...EDGES, ...years], { params: { monthlyThreshold: 0 } });
        const count = (name: string): number => Number(facts[name]);

        expect(count('members')).toBe(count('membersBefore') + count('joined') - count('lost'));
        expect(count('members')).toBe(count('joined') + count('upgraded') + count('downgraded') + count('stayed'));
      }),
      { ...runs(30, 300), seed: 63 },
    );
  });
});
