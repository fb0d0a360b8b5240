import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecimal } from '@/src/kernel/money';
import { ordersOf } from '@/test/support/tabular';

describe('credit notes', () => {
  const sumOf = async (type: string, ...rows: (readonly [word: string, amount: number])[]): Promise<string> => {
    const lines = rows.map(([word, amount], i) => `甲公司,2024-01-0${i + 1},${word},${amount}`);
    const { facts } = await ordersOf([`客户,日期,${type},金额`, ...lines].join('\n'));
    return formatDecimal(facts.amount);
  };

  it.each([
    ['Doc Type', 'Invoice', 'Credit Note'],
    ['Type', 'Sales invoice', 'Sales credit note'],
    ['单据类型', '销售单', '销售退货单'],
    ['業務類型', '銷售出庫', '銷售退貨'],
    ['Belegart', 'Rechnung', 'Gutschrift'],
    ['S/H', 'S', 'H'],
    ['Dr/Cr', 'Dr', 'Cr'],
    ['Type de pièce', 'Facture', 'Avoir'],
    ['Tipo', 'Factura', 'Abono'],
    ['伝票区分', '売上', '返品'],
  ])('in a column %s, beside %s, %s takes off what it says without a sign', async (type, sale, credit) => {
    expect(await sumOf(type, [sale, 100], [credit, 30], [sale, 5])).toBe('75');
  });

  it.each<[why: string, type: string, rows: [string, number][], sum: string]>([
    [
      'one has its sign',
      'Type',
      [
        ['Invoice', 100],
        ['Credit note', -30],
        ['Credit note', 5],
      ],
      '75',
    ],
    [
      'nothing else is above zero',
      'Type',
      [
        ['Credit note', 30],
        ['Credit note', 5],
      ],
      '35',
    ],
    [
      'no such word stands there',
      'Type',
      [
        ['Standard', 100],
        ['Express', 30],
      ],
      '130',
    ],
    [
      'the column is of another kind',
      'Payment type',
      [
        ['Cash', 100],
        ['Credit', 30],
      ],
      '130',
    ],
  ])('are left as they stand where %s', async (_, type, rows, sum) => {
    expect(await sumOf(type, ...rows)).toBe(sum);
  });

  it('are left as they stand where a column says what was paid back', async () => {
    const { facts } = await ordersOf(
      'Customer,Date,Type,Amount,Refunded Amount\nA,2024-01-05,Invoice,100,0\nA,2024-01-06,Refund,30,30\n',
    );

    expect(formatDecimal(facts.amount)).toBe('100');
  });

  it('take off a quantity times its price', async () => {
    const { facts } = await ordersOf(
      'Customer,Date,Type,Quantity,Unit Price\nA,2024-01-05,Invoice,3,10\nA,2024-01-06,Credit note,1,10\n',
    );

    expect(formatDecimal(facts.amount)).toBe('20');
    expect(facts.notices).toContain('refunds');
  });

  it('come out as if they had been written with a sign', async () => {
    const row = fc.record({ credit: fc.boolean(), amount: fc.integer({ min: 1, max: 9999 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        const all = [{ credit: false, amount: 1 }, ...rows];
        const sum = all.reduce((total, { credit, amount }) => total + (credit ? -amount : amount), 0);
        const written = all.map(({ credit, amount }) => [credit ? 'Credit note' : 'Invoice', amount] as const);
        expect(await sumOf('Type', ...written)).toBe(`${sum}`);
      }),
      { numRuns: 40 },
    );
  });
});
