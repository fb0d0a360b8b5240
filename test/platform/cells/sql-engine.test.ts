import { describe, expect, it } from 'vitest';
import { openBindings } from '@/scripts/cli/open-bindings';
import { table } from '@/src/domain/analysis/result';
import { SqlEngine } from '@/src/platform/cells/sql-engine';
import { ordersFrom } from '@/test/support/orders';
import { faultOf, ordersTable, ready, SHORT_LIMITS, tableOf } from '@/test/support/sql-engine';

const db = await openBindings();
const engine = new SqlEngine(db, { ...SHORT_LIMITS, seconds: 15, rows: 100 });
const sales = ordersFrom([
  { customer: '甲', day: '2024-01-05', cents: 1250 },
  { customer: 'b', day: '2024-01-06', cents: -50, region: '华东' },
]);
const orders = ordersTable({ ...sales, others: sales.others.slice(0, 1) });
const run = (sql: string, tables = {}): ReturnType<SqlEngine['run']> =>
  ready(engine, 'orders', orders).run(sql, tables);

describe('values', () => {
  it.each([
    ['12.50::DECIMAL(18,2)', 'money', '12.50'],
    ['-12345678901234567890.12::DECIMAL(38,2)', 'money', '-12345678901234567890.12'],
    ['7::INTEGER', 'count', 7],
    ['9007199254740991::BIGINT', 'count', 9_007_199_254_740_991],
    ['9007199254740993::BIGINT', 'money', '9007199254740993'],
    ['-170141183460469231731687303715884105727::HUGEINT', 'money', '-170141183460469231731687303715884105727'],
    ['1.5::DOUBLE', 'number', 1.5],
    ["'inf'::DOUBLE", 'number', null],
    ["DATE '2024-02-29'", 'day', '2024-02-29'],
    ["'infinity'::DATE", 'day', null],
    ["TIMESTAMP '2024-02-29 01:02:03.456789'", 'text', '2024-02-29 01:02:03.456789'],
    ["TIMESTAMP '1969-12-31 23:59:59.5'", 'text', '1969-12-31 23:59:59.5'],
    ["TIMESTAMPTZ '2024-02-29 01:02:03+00'", 'text', '2024-02-29 01:02:03+00'],
    ["TIME '01:02:03'", 'text', '01:02:03'],
    ["INTERVAL '1 month 2 days 3 hours'", 'text', '1 month 2 days 03:00:00'],
    ['true', 'flag', true],
    ["'文字'", 'text', '文字'],
    ['NULL::DATE', 'day', null],
    ['[1.5, NULL]', 'text', '["1.50",null]'],
    ["{'天': DATE '2024-01-01', 'n': 9007199254740993::BIGINT}", 'text', '{"天":"2024-01-01","n":"9007199254740993"}'],
    ["MAP {'__proto__': 2}", 'text', '{"__proto__":2}'],
  ])('%s is %s %j', (expression, type, value) => {
    expect(tableOf(run(`SELECT ${expression} AS x`))).toEqual({ columns: ['x'], types: [type], rows: [[value]] });
  });

  it('the interval of every row is its own', () => {
    expect(tableOf(run('SELECT to_days(range::INT) FROM range(3)')).rows).toEqual([
      ['00:00:00'],
      ['1 day'],
      ['2 days'],
    ]);
  });

  it('sums beyond 2^53 are exact', () => {
    const { types, rows } = tableOf(run('SELECT sum(x) FROM (VALUES (9007199254740991), (2)) v(x)'));

    expect([types, rows]).toEqual([['money'], [['9007199254740993']]]);
  });

  it('columns of one name are told apart', () => {
    expect(tableOf(run('SELECT 1 AS a, 2 AS a, 3 AS A')).columns).toEqual(['a', 'a_2', 'A_3']);
  });

  it.each(["'x'::BLOB", "'a'::ENUM('a', 'b')", "['a'::ENUM('a', 'b')]", '1::UHUGEINT', "'101'::BIT"])(
    '%s is refused, with a way to see it',
    (expression) => {
      expect(faultOf(run(`SELECT ${expression} AS b`))).toMatchObject({
        code: 'cell-failed',
        detail: expect.stringContaining('"b"::VARCHAR'),
      });
      expect(tableOf(run(`SELECT (${expression})::VARCHAR AS b`)).types).toEqual(['text']);
    },
  );
});

describe('tables', () => {
  it('orders has the columns of the file', () => {
    expect(tableOf(run('FROM orders'))).toEqual({
      columns: ['customer', 'day', 'amount', 'Region'],
      types: ['text', 'day', 'money', 'text'],
      rows: [
        ['甲', '2024-01-05', '12.50', 'x'],
        ['b', '2024-01-06', '-0.50', '华东'],
      ],
    });
  });

  it('an earlier result goes in and comes out the same', () => {
    const result = table(
      { 客户: 'text', 金额: 'money', day: 'day', n: 'count', x: 'number', share: 'share', good: 'flag' },
      [
        ['甲', '12.50', '2024-01-05', 3, 0.1, 0.25, true],
        [null, null, null, null, null, null, null],
        ['', '-9007199254740993.05', '1969-12-31', -1, 1e300, 0, false],
      ],
    );
    const types = ['text', 'money', 'day', 'count', 'number', 'number', 'flag'];

    expect(tableOf(run('FROM pareto.entities', { 'pareto.entities': result }))).toEqual({ ...result, types });
    expect(tableOf(run('SELECT sum("金额") FROM top', { top: result })).rows).toEqual([['-9007199254740980.55']]);
  });

  it('months are text, and what its type does not hold is too', () => {
    const odd = table({ month: 'month', day: 'day', n: 'count' }, [['2024-05', 'sometime', 1.5]]);

    expect(tableOf(run('FROM odd', { odd }))).toEqual({
      columns: ['month', 'day', 'n'],
      types: ['text', 'text', 'number'],
      rows: [['2024-05', 'sometime', 1.5]],
    });
  });

  it('names are taken as they are', () => {
    const odd = table({ 'a"b; --': 'text', 'A"B; --': 'text', '': 'count' }, [['x', 'y', 1]]);

    expect(tableOf(run('FROM "o""dd"."x.y"', { 'o"dd.x.y': odd })).columns).toEqual([
      'a"b; --',
      'A"B; --_2',
      'column_3',
    ]);
  });

  it('the dataset hides a result of its name; without one there is none', () => {
    const own = table({ a: 'count' }, [[1]]);

    expect(tableOf(run('SELECT count(*) AS n FROM orders', { orders: own })).rows).toEqual([[2]]);
    expect(tableOf(ready(engine, '').run('FROM orders', { orders: own })).columns).toEqual(['a']);
    expect(faultOf(ready(engine, '').run('FROM orders', {}))).toMatchObject({ code: 'cell-failed' });
  });

  it('no cell leaves anything to the next', () => {
    const made = run(
      'CREATE TABLE t AS SELECT 1 AS a; DELETE FROM orders; INSERT INTO t VALUES (2); SELECT sum(a) FROM t',
    );

    expect(tableOf(made).rows).toEqual([[3]]);
    expect(faultOf(run('FROM t'))).toMatchObject({ code: 'cell-failed' });
    expect(tableOf(run('SELECT count(*) FROM orders')).rows).toEqual([[2]]);
    expect(faultOf(run('FROM top', {}))).toMatchObject({ code: 'cell-failed' });
  });
});

describe('limits', () => {
  it('more rows than are kept are cut, and it is said', () => {
    const exact = run('FROM range(100)');
    const cut = run('FROM range(101)');

    expect([tableOf(exact).rows.length, exact.ok && exact.value.notices]).toEqual([100, []]);
    expect([tableOf(cut).rows.length, cut.ok && cut.value.notices]).toEqual([100, [{ code: 'rows-cut', kept: 100 }]]);
  });

  it('a result of too many bytes is refused', () => {
    expect(faultOf(run("SELECT repeat('x', 6000000)"))).toEqual({ code: 'result-too-large', limit: 5_000_000 });
  });

  it.each([
    'WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r',
    'SELECT * FROM range(10000000000) WHERE range < 0',
    'SELECT count(*) FROM range(1000000) a, range(1000000) b',
  ])('ends after its time: %s', (sql) => {
    engine.forget();
    const hasty = new SqlEngine(db, { ...SHORT_LIMITS, seconds: 0.5 });
    hasty.load('', undefined);
    const fault = faultOf(hasty.run(sql, {}));
    hasty.forget();

    expect(fault).toEqual({ code: 'too-long', seconds: 0.5 });
    expect(tableOf(run('SELECT 1')).rows).toEqual([[1]]);
  });

  it('memory ends the cell, not the engine', () => {
    engine.forget();
    const patient = new SqlEngine(db, { ...SHORT_LIMITS, memory: '40MB', seconds: 30 });
    patient.load('', undefined);

    expect(faultOf(patient.run('SELECT array(SELECT range FROM range(10000000))', {}))).toEqual({
      code: 'out-of-memory',
    });
    expect(tableOf(ready(patient, '').run('SELECT 1', {})).rows).toEqual([[1]]);
    patient.forget();
  });
});

describe('faults', () => {
  it('an error has the words of the engine and its line', () => {
    expect(faultOf(run('SELECT 1;\n\nSELEC 2'))).toMatchObject({
      code: 'cell-failed',
      detail: expect.stringContaining('SELEC'),
      line: 3,
    });
    expect(faultOf(run('SELECT nothing'))).toMatchObject({
      code: 'cell-failed',
      detail: expect.stringContaining('Binder Error'),
    });
  });

  it('its words are cut', () => {
    const fault = faultOf(run(`SELECT "${'x'.repeat(2000)}" FROM orders`));

    expect(fault).toMatchObject({ code: 'cell-failed', detail: expect.stringMatching(/^.{499}…$/s) });
  });

  it.each(['', ' \n ', ';;', '-- nothing'])('no statement at all: %j', (sql) => {
    expect(faultOf(run(sql))).toEqual({ code: 'cell-failed', detail: 'There is no statement in this cell.' });
  });

  it.each([
    ["SELECT json_extract('{}', 'a')", 'json_extract'],
    ["SELECT '{}'::JSON", 'JSON'],
    ["FROM read_parquet('x')", 'read_parquet'],
    ["SELECT timezone('UTC', now())", 'icu'],
    ['SELECT current_date', 'current_date'],
    ["SELECT 'a' COLLATE de < 'b'", 'de'],
  ])('%s needs what is never loaded: %s', (sql, name) => {
    expect(faultOf(run(sql))).toEqual({ code: 'needs-extension', name });
  });
});
