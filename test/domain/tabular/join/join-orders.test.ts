import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '@/src/kernel/assert';
import { joinOrders } from '@/src/domain/tabular/join/join-orders';
import { runs } from '@/test/support/runs';
import { linesOf, sourceOf, sourcesOf } from '@/test/support/source-orders';
import { ordersOf } from '@/test/support/tabular';

const HEADER = '订单号,客户,日期,金额';
const file = (...lines: readonly string[]): string => [HEADER, ...lines].join('\n');
const lostOf = (joined: ReturnType<typeof joinOrders>): number[][] => joined.shares.map(({ lost }) => [...lost]);

describe('orders of several files', () => {
  it('count once, as the file whose sales reach further has them, with all their lines', async () => {
    const joined = joinOrders(
      await sourcesOf(
        file('A1,甲,2024-01-05,100', 'A2,乙,2024-01-30,50', 'A2,乙,2024-01-30,5'),
        file('A2,乙,2024-01-30,40', 'A3,丙,2024-02-02,7'),
      ),
    );

    expect(linesOf(joined.orders)).toEqual(['甲 2024-01-05 100 A1', '乙 2024-01-30 40 A2', '丙 2024-02-02 7 A3']);
    expect(lostOf(joined)).toEqual([[1, 2], []]);
    expect(joined).toMatchObject({ overlapping: 1, reused: false, unknown: false });
    expect(joined.shares.map(({ used }) => used)).toEqual([1, 2]);
  });

  it('are gone when the later file says that they were not sold', async () => {
    const status = (...lines: readonly string[]): string => [`${HEADER},状态`, ...lines].join('\n');
    const joined = joinOrders(
      await sourcesOf(
        status('A1,甲,2024-01-05,100,已完成', 'A2,乙,2024-01-30,50,已完成'),
        status('A2,乙,2024-01-30,50,已取消', 'A3,丙,2024-02-02,7,已完成'),
      ),
    );

    expect(linesOf(joined.orders)).toEqual(['甲 2024-01-05 100 A1 已完成', '丙 2024-02-02 7 A3 已完成']);
    expect(lostOf(joined)).toEqual([[1], []]);
  });

  it.each<[string, string, boolean]>([
    ['the same number on another day is another order', 'A1,甲,2024-02-05,9', true],
    ['the same number of another customer is another order', 'A1,乙,2024-01-05,9', true],
    ['a refund under the number of its order, later, is no copy of it', 'A1,甲,2024-02-09,-100', true],
    ['a number that is wrapped or in full width is the same', '="Ａ1",甲,2024-01-05,9', false],
  ])('%s', async (_, line, isOther) => {
    const joined = joinOrders(await sourcesOf(file('A1,甲,2024-01-05,100'), file(line, 'B9,丁,2024-03-01,1')));

    expect(joined.reused).toBe(isOther);
    expect(lostOf(joined)).toEqual([isOther ? [] : [0], []]);
  });

  it('are known by nothing where ids are blank or spoilt by a spreadsheet', async () => {
    const lines = [',甲,2024-01-05,1', '1.23457E+17,乙,2024-01-06,2'];
    const joined = joinOrders(await sourcesOf(file(...lines), file(...lines, 'B1,丁,2024-03-01,1')));

    expect(lostOf(joined)).toEqual([[], []]);
    expect(joined.unknown).toBe(true);
  });

  it('of files that reach as far are those of the one changed last, and then of the greater digest', async () => {
    const [low, high] = [await ordersOf(file('A1,甲,2024-01-05,1')), await ordersOf(file('A1,甲,2024-01-05,2'))];
    const amounts = (a: number, b: number): number[] => [
      ...joinOrders([sourceOf(low, 'x', a), sourceOf(high, 'y', b)]).orders.amount.units,
    ];

    expect([amounts(2, 1), amounts(1, 2), amounts(1, 1)]).toEqual([[1], [2], [2]]);
  });

  it.each<[string, string, string, boolean]>([
    ['that end where the next begin are told apart', '2024-01-31', '2024-02-01', false],
    ['that share a day may overlap unseen', '2024-01-31', '2024-01-31', true],
  ])('without ids in files %s', async (_, last, first, isUnknown) => {
    const plain = (day: string): string => `客户,日期,金额\n甲,${day},1\n`;
    const joined = joinOrders(await sourcesOf(plain(last), plain(first).replace('1\n', '2\n')));

    expect([joined.unknown, joined.orders.rows]).toEqual([isUnknown, 2]);
  });
});

describe('the columns of several files', () => {
  it('are found by name, in whatever order they stand; what a file has not is blank', async () => {
    const joined = joinOrders(
      await sourcesOf(
        '客户,日期,金额,数量,备注\n甲,2024-01-05,1.5,3,x\n',
        '数量,金额,日期,客户,地区\n若干,2.25,2024-02-05,乙,华东\n',
      ),
    );

    expect(joined.orders.others.map(({ name, role }) => [name, role])).toEqual([
      ['数量', 'quantity'],
      ['备注', undefined],
      ['地区', 'region'],
    ]);
    expect(linesOf(joined.orders)).toEqual(['甲 2024-01-05 1.50 3 x ', '乙 2024-02-05 2.25 若干  华东']);
    expect(joined.orders.amount).toEqual({ units: Float64Array.of(150, 225), scale: 2 });
  });

  it('keep amounts exact at the finest scale, and out what is too large for it', async () => {
    const joined = joinOrders(
      await sourcesOf(
        file('A1,甲,2024-01-05,9999999999.5', 'A2,乙,2024-01-05,9000000000'),
        file('B1,丙,2024-02-05,0.000001'),
      ),
    );

    expect(linesOf(joined.orders)).toEqual(['乙 2024-01-05 9000000000.00 A2', '丙 2024-02-05 0.000001 B1']);
    expect(joined.shares.map(({ tooLarge }) => [...tooLarge])).toEqual([[0], []]);
  });

  it('name a customer as the latest file does', async () => {
    const named = (name: string, day: string): string => `客户编号,客户名称,日期,金额\n7,${name},${day},1\n`;
    const joined = joinOrders(await sourcesOf(named('新名', '2024-02-01'), named('旧名', '2024-01-01')));

    expect([joined.orders.customer.values, joined.orders.customerLabels]).toEqual([['7'], ['新名']]);
  });
});

describe('a file that was cut into several', () => {
  const order = fc.record({
    customer: fc.constantFrom('甲', '乙', 'Northwick Ltd'),
    day: fc.integer({ min: 1, max: 28 }),
    amounts: fc.array(fc.integer({ min: -999, max: 99_999 }), { minLength: 1, maxLength: 3 }),
    sold: fc.boolean(),
  });
  const example = fc.record({
    orders: fc.array(order, { minLength: 1, maxLength: 25 }),
    cuts: fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { minLength: 1, maxLength: 4 }),
    shuffle: fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
  });

  it('between orders, with overlaps, gives the same orders, in whatever order and however many steps', async () => {
    await fc.assert(
      fc.asyncProperty(example, async ({ orders, cuts, shuffle }) => {
        const lines = orders.map(({ customer, day, amounts, sold }, i) =>
          amounts.map(
            (cents, k) =>
              `N-${i},${customer},2024-01-${String(day).padStart(2, '0')},${(cents / 100).toFixed(2)},${sold ? '已完成' : '已取消'},p${k}`,
          ),
        );
        // The last two lines hold still what is guessed of the columns.
        const still = ['S-1,丁,2024-01-01,0.25,已完成,x', 'S-2,戊,2024-01-02,0.5,已完成,y'];
        const text = (all: readonly string[][]): string => [`${HEADER},状态,产品`, ...all.flat(), ...still].join('\n');
        const whole = await ordersOf(text(lines));
        const pieces = [lines, ...cuts.map(([from, count]) => lines.slice(from, from + count))].slice(0, 6);
        const bounds = pieces.length > 1 ? [lines.slice(0, 9), lines.slice(7), ...pieces.slice(1)] : pieces;
        const sources = (await Promise.all(bounds.map((one) => ordersOf(text(one))))).map((one, i) =>
          sourceOf(one, `d${i}`),
        );
        const mixed = sources
          .map((source, i) => ({ source, key: at(shuffle, i % shuffle.length) }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ source }) => source);

        const joined = joinOrders(sources);
        expect(linesOf(joined.orders).toSorted()).toEqual(linesOf(whole.orders).toSorted());
        expect(linesOf(joinOrders(mixed).orders)).toEqual(linesOf(joined.orders));
        const counted = joined.shares.reduce((sum, { used, lost }) => sum + used + lost.length, 0);
        expect(counted).toBe(sources.reduce((sum, source) => sum + source.orders.rows, 0));
      }),
      runs(25, 400),
    );
  });
});
