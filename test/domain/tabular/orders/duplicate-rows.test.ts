import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateRows } from '@/src/domain/tabular/orders/duplicate-rows';
import { HEADER_AGAIN, ROW } from '@/src/domain/tabular/orders/row-kinds';
import { SalesTable } from '@/src/domain/tabular/orders/sales-table';
import { runs } from '@/test/support/runs';
import { readAll, utf8 } from '@/test/support/tabular';

async function duplicatesIn(rows: readonly (readonly string[])[], kinds: readonly number[] = []): Promise<number> {
  const lines = [['order_id', 'customer', 'date', 'amount'], ...rows].map((row) => row.join(','));
  const { table } = await readAll(utf8(lines.join('\n')));
  const sales = new SalesTable(table, ['orderId', 'customer', 'date', 'amount']);
  return duplicateRows(
    sales,
    Uint8Array.from({ length: sales.rows }, (_, row) => kinds[row] ?? ROW),
  );
}

describe('rows that stand in a file twice', () => {
  it('are those with an earlier row equal in every cell', async () => {
    const rows = [
      ['A1', 'Acme', '2024-01-05', '10.00'],
      ['A1', 'Acme', '2024-01-05', '10.00'],
      ['A1', 'Acme', '2024-01-05', '10'],
      ['A1', 'Acme', '2024-01-05', ''],
      ['A1', 'Acme', '2024-01-05', ''],
      ['A2', 'Acme', '2024-01-05', '10.00'],
    ];
    expect(await duplicatesIn(rows)).toBe(2);
  });

  it('are no lines below an order, and no headers', async () => {
    const line = ['', '', '', '10.00'];
    const header = ['order_id', 'customer', 'date', 'amount'];
    const rows = [['A1', 'Acme', '2024-01-05', '10.00'], line, line, header, header];
    expect(await duplicatesIn(rows, [ROW, ROW, ROW, HEADER_AGAIN, HEADER_AGAIN])).toBe(0);
  });

  it('are none where every row has an order of its own', async () => {
    expect(await duplicatesIn([1, 2, 3].map((id) => [`A${id}`, 'Acme', '2024-01-05', '10.00']))).toBe(0);
  });

  it('are as many as the rows less the different ones', async () => {
    const row = fc.tuple(
      fc.constantFrom('A1', 'A2', 'A3'),
      fc.constantFrom('Acme', 'Tarn'),
      fc.constant('2024-01-05'),
      fc.constantFrom('10.00', '10.0', '-10.00', 'x'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 3, maxLength: 60 }), async (rows) => {
        const different = new Set(rows.map((cells) => cells.join(',')));
        expect(await duplicatesIn(rows)).toBe(rows.length - different.size);
      }),
      { ...runs(60, 500), seed: 23 },
    );
  });
});
