import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecimal } from '@/src/kernel/money';
import { buildOrders, type BuiltOrders } from '@/src/domain/tabular/orders/build-orders';
import { runs } from '@/test/support/runs';
import { opened, previewed, utf8 } from '@/test/support/tabular';

/** A file read as the screen does when a currency was chosen; all of it when none was. */
async function read(text: string, currency?: string): Promise<BuiltOrders> {
  const file = await opened(utf8(text));
  const { format, roles } = await previewed(file);
  return buildOrders((await file.read(format, roles)).table, roles, {
    hasHeader: true,
    ...(currency === undefined ? {} : { currency }),
  });
}

const figures = ({ facts }: BuiltOrders): [number, string, string | undefined] => [
  facts.used,
  formatDecimal(facts.amount),
  facts.currency,
];
const aside = ({ facts }: BuiltOrders): [string, number][] =>
  facts.setAside.map(({ reason, rows }): [string, number] => [reason, rows]);

describe('amounts that carry their own currency', () => {
  const FILE = [
    'Customer,Date,Amount',
    'A,2026-01-05,"€1,200.50"',
    'B,2026-01-06,$30',
    'A,2026-01-07,EUR 12.00',
    'C,2026-01-08,¥500',
    'C,2026-01-09,8.25 €',
    'D,2026-01-10,US$7.5',
    'D,2026-01-11,免费',
  ].join('\n');

  it('are known row by row: all are named, none is summed', async () => {
    const { facts } = await read(FILE);

    expect(facts.currencies).toEqual(['CNY', 'EUR', 'USD']);
    expect(facts.notices).toContain('mixed-currency');
    expect(facts.currency).toBeUndefined();
  });

  it.each<[string, number, string]>([
    ['EUR', 3, '1220.75'],
    ['USD', 2, '37.50'],
    ['CNY', 1, '500'],
  ])('count in %s only where they are in it: %d rows, %s', async (currency, rows, sum) => {
    const built = await read(FILE, currency);
    const amount = formatDecimal(built.facts.amount);

    expect([built.facts.used, Number(amount), built.facts.currency]).toEqual([rows, Number(sum), currency]);
    expect(aside(built)).toEqual([['other-currency', 7 - rows]]);
    expect(built.facts.notices).not.toContain('mixed-currency');
  });

  it('are in what the header names where they carry none', async () => {
    const file = 'Customer,Date,Amount (EUR)\nA,2026-01-05,10\nB,2026-01-06,US$5\nB,2026-01-07,2.50\n';

    expect((await read(file)).facts.currencies).toEqual(['EUR', 'USD']);
    expect(figures(await read(file, 'EUR'))).toEqual([2, '12.50', 'EUR']);
    expect(figures(await read(file, 'USD'))).toEqual([1, '5.00', 'USD']);
  });

  it('are one currency where the others carry nothing and the header names no other', async () => {
    const built = await read('Customer,Date,Amount\nA,2026-01-05,€10\nB,2026-01-06,5\n');

    expect(figures(built)).toEqual([2, '15', 'EUR']);
  });

  it('are set aside under every currency where nothing says what they are in', async () => {
    const file = 'Customer,Date,Amount\nA,2026-01-05,€10\nB,2026-01-06,5\nC,2026-01-07,£1\n';

    expect(figures(await read(file, 'EUR'))).toEqual([1, '10', 'EUR']);
    expect(figures(await read(file, 'GBP'))).toEqual([1, '1', 'GBP']);
  });

  it('are found among plain figures too', async () => {
    const plain = Array.from({ length: 30 }, (_, i) => `A,2026-01-05,${i}.50`);
    const file = ['Customer,Date,Amount (CNY)', ...plain, 'B,2026-01-06,US$9', 'C,2026-01-07,€4', ''].join('\n');

    expect((await read(file)).facts.currencies).toEqual(['CNY', 'EUR', 'USD']);
    expect(figures(await read(file, 'CNY'))).toEqual([30, '450.00', 'CNY']);
    expect(figures(await read(file, 'USD'))).toEqual([1, '9.00', 'USD']);
  });

  it('are those of the price where the amount is made of it', async () => {
    const file = 'Customer,Date,Quantity,Unit price\nA,2026-01-05,2,€10\nB,2026-01-06,3,£1.50\n';

    expect(figures(await read(file, 'EUR'))).toEqual([1, '20.00', 'EUR']);
    expect(figures(await read(file, 'GBP'))).toEqual([1, '4.50', 'GBP']);
  });

  it('are those of the order’s first line where a line leaves its amount blank', async () => {
    const file = [
      'Order,Customer,Date,Product,Amount',
      '1,A,2026-01-05,Lamp,€10',
      '1,A,2026-01-05,Shade,',
      '2,B,2026-01-06,Lamp,£7',
    ].join('\n');

    expect(figures(await read(file, 'EUR'))).toEqual([2, '10', 'EUR']);
  });

  it('count the same rows in whatever order these stand', async () => {
    const cell = fc.tuple(fc.constantFrom('€', '£', 'US$', 'CHF '), fc.integer({ min: 1, max: 99_999 }));
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 6, maxLength: 12 }), async (cells) => {
        const lines = [['€', 1] as const, ['£', 2] as const, ...cells].map(
          ([sign, cents]) => `A,2026-01-05,${sign}${(cents / 100).toFixed(2)}`,
        );
        const expected = cells.filter(([sign]) => sign === '€').reduce((sum, [, cents]) => sum + cents, 1);
        for (const rows of [lines, lines.toReversed()]) {
          const { facts } = await read(`Customer,Date,Amount\n${rows.join('\n')}\n`, 'EUR');

          expect(Number(facts.amount.units) * 10 ** (2 - facts.amount.scale)).toBe(expected);
        }
      }),
      runs(15, 200),
    );
  });
});

describe('a currency column', () => {
  it('says it, whatever signs the amounts carry; blank and dash say nothing', async () => {
    const file = [
      'Customer,Date,Currency,Amount',
      'A,2026-01-05,美元,10',
      'B,2026-01-06,US$,2.5',
      'C,2026-01-07,rmb,7',
      'C,2026-01-08,-,7',
    ].join('\n');

    expect((await read(file)).facts.currencies).toEqual(['CNY', 'USD']);
    expect(figures(await read(file, 'USD'))).toEqual([2, '12.50', 'USD']);
  });
});
