import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecimal } from '@/src/kernel/money';
import { buildOrders, type BuiltOrders } from '@/src/domain/tabular/orders/build-orders';
import type { Rate } from '@/src/domain/tabular/rates/rate-table';
import { runs } from '@/test/support/runs';
import { opened, previewed, utf8 } from '@/test/support/tabular';

const rate = (text: string): Rate => {
  const [currency = '', value = '', from] = text.split(' ');
  return { currency, rate: value, from: from ?? null };
};

/** A file read with rates written `USD 7.12 2026-01-05`. */
async function converted(text: string, target: string, rates: readonly string[]): Promise<BuiltOrders> {
  const file = await opened(utf8(text));
  const { format, roles } = await previewed(file);
  const table = { target, name: 'rates.csv', rates: rates.map(rate) };
  return buildOrders((await file.read(format, roles)).table, roles, { hasHeader: true, rates: table });
}

const partsOf = ({ facts }: BuiltOrders): string[] =>
  (facts.conversion?.parts ?? []).map(({ currency, rows, amount, converted: after }) =>
    [currency, rows, formatDecimal(amount), formatDecimal(after)].join(' '),
  );
const aside = ({ facts }: BuiltOrders): string[] =>
  facts.setAside.map(({ reason, rows, amount }) => `${reason} ${rows} ${formatDecimal(amount)}`);
const units = ({ orders }: BuiltOrders): number[] => [...orders.amount.units];

describe('amounts in several currencies, converted by a table of rates', () => {
  const FILE = [
    'Order,Customer,Date,Currency,Amount',
    '1,Northwick,2026-01-04,USD,10.00',
    '2,Northwick,2026-01-05,USD,10.00',
    '3,Oxbow,2026-02-28,USD,-0.35',
    '4,Oxbow,2026-03-01,usd,1.15',
    '5,Tarnhill,2026-01-01,EUR,100.01',
    '6,Tarnhill,2026-01-02,人民币,7.005',
    '7,Tarnhill,2026-01-02,GBP,5',
    '8,,2026-01-06,USD,2.00',
    '9,Oxbow,soon,USD,3.00',
    '10,Oxbow,2026-01-07,,4.00',
  ].join('\n');
  const RATES = ['USD 7.1 2026-01-05', 'USD 7.3 2026-03-01', 'EUR 7.8'];

  it('are worked out by hand: each by the last rate on or before its day, halves away from zero', async () => {
    const built = await converted(FILE, 'CNY', RATES);

    // 10 × 7.1 · -0.35 × 7.1 = -2.485 · 1.15 × 7.3 = 8.395 · 100.01 × 7.8 = 780.078 · 7.005 stays as it is
    expect([built.orders.amount.scale, units(built)]).toEqual([3, [71_000, -2490, 8400, 780_080, 7005]]);
    expect(formatDecimal(built.facts.amount)).toBe('863.995');
    expect([built.facts.currency, built.facts.currencies]).toEqual(['CNY', ['CNY']]);
    expect(built.facts.notices).not.toContain('mixed-currency');
    expect(partsOf(built)).toEqual(['CNY 1 7.005 7.005', 'EUR 1 100.01 780.08', 'USD 3 10.80 76.91']);
    expect(built.facts.conversion).toMatchObject({ decimals: 2, table: { target: 'CNY', name: 'rates.csv' } });
  });

  it('are set aside where the currency or the day has no rate, and add up to nothing there', async () => {
    const built = await converted(FILE, 'CNY', RATES);

    expect(aside(built)).toEqual(['blank-customer 1 14.20', 'bad-date 1 0.00', 'no-rate 3 0.00']);
    expect(built.setAside.filter(({ reason }) => reason === 'no-rate').map(({ row }) => row)).toEqual([1, 7, 10]);
  });

  it('have no decimals in a currency that has none', async () => {
    const built = await converted(
      'Customer,Date,Currency,Amount\nA,2026-01-05,USD,10.01\nB,2026-01-06,JPY,7\n',
      'JPY',
      ['USD 150.5'],
    );

    // 10.01 × 150.5 = 1506.505
    expect(units(built).map((own) => own / 10 ** built.orders.amount.scale)).toEqual([1507, 7]);
    expect(built.facts.conversion?.decimals).toBe(0);
  });

  it('are found by the signs beside them too; a blank line of an order is no other currency', async () => {
    const built = await converted(
      'Order,Customer,Date,Product,Amount\n1,A,2026-01-05,Lamp,€10\n1,A,2026-01-05,Shade,\n2,B,2026-01-06,Lamp,£7.50\n',
      'USD',
      ['EUR 1.1', 'GBP 1.3'],
    );

    expect(partsOf(built)).toEqual(['EUR 2 10.00 11.00', 'GBP 1 7.50 9.75']);
    expect(built.facts.used).toBe(3);
  });

  it('are too large where the result could not be kept exactly', async () => {
    const built = await converted(
      'Customer,Date,Currency,Amount\nA,2026-01-05,USD,9007199254740991\nB,2026-01-06,CNY,1\n',
      'CNY',
      ['USD 7.1'],
    );

    expect(aside(built).map((line) => line.split(' ')[0])).toEqual(['number-too-large']);
  });

  const sales = fc.array(
    fc.record({
      currency: fc.constantFrom('USD', 'EUR', 'CNY', 'GBP'),
      day: fc.integer({ min: 1, max: 28 }),
      cents: fc.integer({ min: -99_999, max: 99_999 }),
    }),
    { minLength: 5, maxLength: 15 },
  );
  const fileOf = (rows: readonly { currency: string; day: number; cents: number }[]): string =>
    [
      'Order,Customer,Date,Currency,Amount',
      ...rows.map(
        ({ currency, day, cents }, i) =>
          `${i},C${i % 3},2026-01-${String(day).padStart(2, '0')},${currency},${(cents / 100).toFixed(2)}`,
      ),
    ].join('\n');
  const ALL = ['USD 7.123', 'EUR 7.8 2026-01-10', 'EUR 7.777', 'GBP 9.1 2026-01-15'];

  it('stay what they are at one to one', async () => {
    await fc.assert(
      fc.asyncProperty(sales, async (rows) => {
        const built = await converted(fileOf(rows), 'CNY', ['USD 1', 'EUR 1', 'GBP 1']);

        expect(units(built).map((own) => Math.round((own / 10 ** built.orders.amount.scale) * 100))).toEqual(
          rows.map(({ cents }) => cents),
        );
      }),
      runs(10, 100),
    );
  });

  it('come to the sum of the currencies, each row rounded on its own, in whatever order they stand', async () => {
    await fc.assert(
      fc.asyncProperty(sales, async (rows) => {
        const built = await converted(fileOf(rows), 'CNY', ALL);
        const expected = { USD: 0, EUR: 0, CNY: 0, GBP: 0 } as Record<string, number>;
        for (const { currency, day, cents } of rows) {
          const rates: Readonly<Record<string, number>> = {
            USD: 7123,
            CNY: 1000,
            GBP: 9100,
            EUR: day >= 10 ? 7800 : 7777,
          };
          const millis = rates[currency] ?? 0;
          const after = Math.sign(cents) * Math.floor((Math.abs(cents) * millis + 500) / 1000);
          if (currency !== 'GBP' || day >= 15) expected[currency] = (expected[currency] ?? 0) + after;
        }
        const { scale } = built.orders.amount;
        const parts = built.facts.conversion?.parts ?? [];

        for (const { currency, converted: after } of parts)
          expect(Number(after.units)).toBe((expected[currency] ?? 0) * 10 ** (scale - 2));
        expect(parts.reduce((sum, part) => sum + part.converted.units, 0n)).toBe(built.facts.amount.units);
        const turned = await converted(fileOf(rows.toReversed()), 'CNY', ALL);
        expect(partsOf(turned)).toEqual(partsOf(built));
        expect(turned.facts.amount).toEqual(built.facts.amount);
      }),
      runs(10, 100),
    );
  });
});
