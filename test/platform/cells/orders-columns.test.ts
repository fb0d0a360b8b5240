import { expect, it } from 'vitest';
import { openBindings } from '@/scripts/cli/open-bindings';
import { BLANK, OTHER, TextColumn } from '@/src/domain/tabular/columns/column';
import type { Orders } from '@/src/domain/tabular/orders/orders';
import { ordersNames } from '@/src/platform/cells/orders-columns';
import { SqlEngine } from '@/src/platform/cells/sql-engine';
import { ordersFrom } from '@/test/support/orders';
import { ordersTable, tableOf } from '@/test/support/sql-engine';

const engine = new SqlEngine(await openBindings());

const SALES = ordersFrom([
  { customer: '7', day: '2024-01-05', cents: 1250 },
  { customer: '8', day: '1969-12-31', cents: -1 },
  { customer: '7', day: '2024-01-05', cents: 0 },
]);
const none: Orders = { ...SALES, others: [] };

const figures = (units: number[], decimals: number[], others: string[] = []): Orders['others'][number] => ({
  name: '数量',
  role: 'quantity',
  column: { units: Float64Array.from(units), decimals: Uint8Array.from(decimals), others },
});

function typesAndRows(orders: Orders, columns: string): unknown[] {
  engine.load('x', ordersTable(orders));
  const types = tableOf(engine.run(`SELECT typeof(c) AS t FROM (SELECT ${columns} AS c FROM orders) LIMIT 1`, {}));
  return [types.rows[0]?.[0], ...tableOf(engine.run(`SELECT ${columns} AS c FROM orders`, {})).rows.flat()];
}

it('columns that every file has are of the right type', () => {
  expect(typesAndRows(SALES, 'customer')).toEqual(['VARCHAR', '7', '8', '7']);
  expect(typesAndRows(SALES, 'day')).toEqual(['DATE', '2024-01-05', '1969-12-31', '2024-01-05']);
  expect(typesAndRows(SALES, 'amount')).toEqual(['DECIMAL(18,2)', '12.50', '-0.01', '0.00']);
});

it('customers have names where those differ, and orders ids where there are some', () => {
  const named: Orders = {
    ...none,
    customerLabels: ['甲公司', '乙公司'],
    order: new TextColumn(Int32Array.of(0, 1, 1), ['A-1', '']),
  };

  expect(ordersNames(none)).toEqual(['customer', 'day', 'amount']);
  expect(ordersNames(named)).toEqual(['customer', 'customer_name', 'day', 'amount', 'order_id']);
  expect(typesAndRows(named, 'customer_name')).toEqual(['VARCHAR', '甲公司', '乙公司', '甲公司']);
  expect(typesAndRows(named, 'order_id')).toEqual(['VARCHAR', 'A-1', null, null]);
});

it('other columns have their names, and different ones', () => {
  const text = new TextColumn(Int32Array.of(0, 0, 0), ['x']);
  const names = ['地区', 'Day', '', 'a"b', 'AMOUNT_2', 'amount', 'constructor', '__proto__', '2024'];
  const orders: Orders = { ...none, others: names.map((name) => ({ name, role: undefined, column: text })) };
  const own = ['地区', 'Day_2', 'column_6', 'a"b', 'AMOUNT_2', 'amount_3', 'constructor', '__proto__', '2024'];
  engine.load('x', ordersTable(orders));

  expect(ordersNames(orders)).toEqual(['customer', 'day', 'amount', ...own]);
  expect(tableOf(engine.run('FROM orders', {})).columns).toEqual(ordersNames(orders));
  expect(tableOf(engine.run('SELECT "地区" FROM orders GROUP BY "地区"', {})).rows).toEqual([['x']]);
});

it.each([
  ['every cell a plain figure', figures([125, 0, -3], [1, BLANK, 2]), ['DECIMAL(18,2)', '12.50', null, '-0.03']],
  ['whole ones', figures([125, 0, -3], [0, BLANK, 0]), ['DECIMAL(18,0)', 125, null, -3]],
  ['too long for exact ones', figures([9e14, 5, 0], [0, 9, BLANK]), ['DOUBLE', 9e14, 5e-9, null]],
  ['one that is none', figures([125, 0, -3], [1, OTHER, BLANK], ['n/a']), ['VARCHAR', '12.5', 'n/a', null]],
])('figures: %s', (_, other, expected) => {
  expect(typesAndRows({ ...none, others: [other] }, '"数量"')).toEqual(expected);
});

it('texts that are not sound UTF-8 are as everyone else sees them', () => {
  const bytes = Uint8Array.of(0x61, 0xff, 0xe5, 0xae, 0xa2);
  const column = (ends: number[]): Orders['others'][number] => ({
    name: 'x',
    role: undefined,
    column: new TextColumn(Int32Array.of(0, 1, 0), { bytes, ends: Int32Array.from(ends), encoding: 'utf-8' }),
  });
  const sound = { bytes: bytes.subarray(2), ends: Int32Array.of(1, 3), encoding: 'utf-8' };
  const cut = { name: 'x', role: undefined, column: new TextColumn(Int32Array.of(0, 1, 0), sound) };

  expect(typesAndRows({ ...none, others: [column([2, 5])] }, 'x')).toEqual(['VARCHAR', 'a\uFFFD', '客', 'a\uFFFD']);
  expect(typesAndRows({ ...none, others: [cut] }, 'x')[1]).toBe(cut.column.values[0]);
});

it('a file without rows has its columns', () => {
  engine.load('x', ordersTable(ordersFrom([])));

  expect(tableOf(engine.run('FROM orders', {}))).toMatchObject({ types: expect.arrayContaining(['day']), rows: [] });
});
