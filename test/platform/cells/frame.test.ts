import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { table, type ResultTable } from '@/src/domain/analysis/result';
import type { FrameStep } from '@/src/domain/notebook/frame-steps';
import { runFrame } from '@/src/platform/cells/frame';
import type { Frames } from '@/src/platform/cells/frame-groups';
import { loadDanfojs } from '@/test/support/danfojs';
import { runs } from '@/test/support/runs';

let danfo: Frames;
beforeAll(async () => {
  danfo = await loadDanfojs();
}, 60_000);

const CUSTOMERS = table({ key: 'text', class: 'text', value: 'money', orders: 'count', last: 'day', share: 'share' }, [
  ['Ada', 'A', '100.10', 4, '2026-03-01', 0.5],
  ['Bo', 'B', '20.20', 2, '2026-02-01', 0.1],
  ['Cy', 'A', '60', 3, '2026-01-01', 0.3],
  ['Di', 'B', null, null, null, null],
  ['Ed', 'C', '-5', 1, '2025-12-31', 0],
]);
const CALLS = table({ key: 'text', calls: 'count', value: 'number' }, [
  ['Bo', 7, 1],
  ['Zoe', 1, 2],
  ['Bo', 8, 3],
  [null, 9, 4],
]);

const runOn = (input: ResultTable, ...steps: readonly FrameStep[]): ReturnType<typeof runFrame> =>
  runFrame(danfo, { from: 'it', steps }, { it: input, calls: CALLS });
const tableFrom = (input: ResultTable, ...steps: readonly FrameStep[]): ResultTable => {
  const done = runOn(input, ...steps);
  return done.ok && done.value.table ? done.value.table : expect.fail(JSON.stringify(done));
};
const detailOf = (...steps: readonly FrameStep[]): string => {
  const done = runOn(CUSTOMERS, ...steps);
  return !done.ok && done.error.code === 'cell-failed' ? done.error.detail : expect.fail('it ran');
};

describe('steps that leave values as they are', () => {
  it('select, where, sort and limit', () => {
    expect(
      tableFrom(
        CUSTOMERS,
        { kind: 'where', conditions: [{ column: 'value', from: -5, to: '60.00' }] },
        { kind: 'sort', by: 'value', descending: true },
        { kind: 'select', columns: ['value', 'key'] },
        { kind: 'limit', rows: 2 },
      ),
    ).toEqual(table({ value: 'money', key: 'text' }, [['60', 'Cy'], ['20.20', 'Bo']])); // prettier-ignore
  });

  it.each([
    [{ column: 'class', equals: 'A' }, ['Ada', 'Cy']],
    [{ column: 'value', equals: 60 }, ['Cy']],
    [{ column: 'value', equals: null }, ['Di']],
    [{ column: 'last', from: '2026-02-01' }, ['Ada', 'Bo']],
    [{ column: 'orders', to: 2 }, ['Bo', 'Ed']],
    [{ column: 'class', equals: 'a' }, []],
  ])('where %j', (condition, keys) => {
    const kept = tableFrom(CUSTOMERS, { kind: 'where', conditions: [condition] });

    expect(kept.rows.map(([key]) => key)).toEqual(keys);
  });

  it('missing values come last, up and down', () => {
    const keys = [false, true].map((descending) =>
      tableFrom(CUSTOMERS, { kind: 'sort', by: 'value', descending }).rows.map(([key]) => key),
    );

    expect(keys).toEqual([
      ['Ed', 'Bo', 'Cy', 'Ada', 'Di'],
      ['Ada', 'Cy', 'Bo', 'Ed', 'Di'],
    ]);
  });
});

describe('group', () => {
  it('measures one column, and says for money two digits', () => {
    const measures = ['count', 'sum', 'mean', 'median', 'std', 'min', 'max'] as const;

    expect(tableFrom(CUSTOMERS, { kind: 'group', by: ['class'], measures: [{ column: 'value', measures }] })).toEqual(
      table(
        {
          class: 'text',
          count: 'count',
          sum: 'money',
          mean: 'money',
          median: 'money',
          std: 'money',
          min: 'money',
          max: 'money',
        },
        [
          ['A', 2, '160.10', '80.05', '80.05', '28.35', '60', '100.10'],
          ['B', 1, '20.20', '20.20', '20.20', null, '20.20', '20.20'],
          ['C', 1, '-5', '-5', '-5', null, '-5', '-5'],
        ],
      ),
    );
  });

  it('measures several columns; a group without values has none', () => {
    expect(
      tableFrom(CUSTOMERS, {
        kind: 'group',
        by: ['class', 'key'],
        measures: [
          { column: 'orders', measures: ['sum', 'mean'] },
          { column: 'last', measures: ['max', 'count'] },
        ],
      }),
    ).toEqual(
      table(
        {
          class: 'text',
          key: 'text',
          orders_sum: 'count',
          orders_mean: 'number',
          last_max: 'day',
          last_count: 'count',
        },
        [
          ['A', 'Ada', 4, 4, '2026-03-01', 1],
          ['B', 'Bo', 2, 2, '2026-02-01', 1],
          ['A', 'Cy', 3, 3, '2026-01-01', 1],
          ['B', 'Di', null, null, null, 0],
          ['C', 'Ed', 1, 1, '2025-12-31', 1],
        ],
      ),
    );
  });

  it('keeps apart what danfojs would throw together, and takes any name', () => {
    const odd = table({ a: 'text', b: 'text', __proto__x: 'number', count: 'number' }, [
      ['x-y', 'z', 1, 1],
      ['x', 'y-z', 2, 2],
      ['__proto__', 'constructor', 3, 3],
    ]);
    const grouped = tableFrom(odd, {
      kind: 'group',
      by: ['a', 'b'],
      measures: [{ column: '__proto__x', measures: ['sum'] }],
    });

    expect(grouped.rows.map((row) => row[2])).toEqual([1, 2, 3]);
    expect(
      tableFrom(odd, { kind: 'group', by: ['count'], measures: [{ column: 'b', measures: ['count'] }] }).columns,
    ).toEqual(['count', 'count_2']);
  });

  it('gives back an empty table for one', () => {
    const none = { ...CUSTOMERS, rows: [] };
    const measures = [{ column: 'value', measures: ['sum' as const] }];

    expect(tableFrom(none, { kind: 'group', by: ['class'], measures }).rows).toEqual([]);
    expect(tableFrom(none, { kind: 'describe', columns: ['value'] }).rows).toEqual([
      ['value', 0, null, null, null, null, null],
    ]);
    expect(
      tableFrom(none, { kind: 'pivot', rows: 'class', columns: 'key', values: 'value', measure: 'sum' }).columns,
    ).toEqual(['class']);
  });

  it('sums as plain addition does, whatever the groups', () => {
    const row = fc.tuple(
      fc.constantFrom('a', 'b', '', '__proto__', 'a-b'),
      fc.option(fc.integer({ min: -1e6, max: 1e6 })),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const grouped = tableFrom(table({ name: 'text', n: 'number' }, rows), {
          kind: 'group',
          by: ['name'],
          measures: [{ column: 'n', measures: ['count', 'sum', 'max'] }],
        });
        const expected = [...new Set(rows.map(([name]) => name))].map((name) => {
          const numbers = rows.flatMap(([other, n]) => (other === name && n !== null ? [n] : []));
          const isThere = numbers.length > 0;
          const sum = isThere ? numbers.reduce((a, b) => a + b, 0) : null;
          return [name, numbers.length, sum, isThere ? Math.max(...numbers) : null];
        });
        expect(grouped.rows).toEqual(expected);
      }),
      runs(50, 1000),
    );
  });
});

describe('pivot, describe and merge', () => {
  const COHORTS = table({ cohort: 'month', months: 'count', retention: 'share', country: 'text' }, [
    ['2026-01', 0, 1, 'DE'],
    ['2026-01', 10, 0.2, 'DE'],
    ['2026-01', 2, 0.5, 'DE'],
    ['2026-02', 0, 1, 'DE'],
    ['2026-02', 0, 0.5, 'FR'],
  ]);

  it('pivot makes columns of values, in rising order', () => {
    expect(
      tableFrom(COHORTS, { kind: 'pivot', rows: 'cohort', columns: 'months', values: 'retention', measure: 'mean' }),
    ).toEqual({
      columns: ['cohort', '0', '2', '10'],
      types: ['month', 'share', 'share', 'share'],
      rows: [
        ['2026-01', 1, 0.5, 0.2],
        ['2026-02', 0.75, null, null],
      ],
    });
  });

  it('describe has a row for each column', () => {
    expect(tableFrom(CUSTOMERS, { kind: 'describe', columns: ['value'] })).toEqual(
      table(
        { column: 'text', count: 'count', mean: 'money', std: 'money', min: 'money', median: 'money', max: 'money' },
        [['value', 4, '43.83', '46.08', '-5', '40.10', '100.10']],
      ),
    );
    expect(tableFrom(CUSTOMERS, { kind: 'describe', columns: ['value', 'orders'] }).types.slice(2)).toEqual(
      Array.from({ length: 5 }, () => 'number'),
    );
  });

  it.each([
    [
      'left',
      [
        ['Bo', '20.20', 7, 1],
        ['Bo', '20.20', 8, 3],
        ['Di', null, null, null],
      ],
    ],
    [
      'inner',
      [
        ['Bo', '20.20', 7, 1],
        ['Bo', '20.20', 8, 3],
      ],
    ],
    [
      'right',
      [
        ['Bo', '20.20', 7, 1],
        ['Bo', '20.20', 8, 3],
        ['Zoe', null, 1, 2],
        [null, null, 9, 4],
      ],
    ],
    [
      'outer',
      [
        ['Bo', '20.20', 7, 1],
        ['Bo', '20.20', 8, 3],
        ['Di', null, null, null],
        ['Zoe', null, 1, 2],
        [null, null, 9, 4],
      ],
    ],
  ] as const)('merge %s', (how, rows) => {
    // prettier-ignore
    const merged = tableFrom(
      CUSTOMERS,
      { kind: 'where', conditions: [{ column: 'class', equals: 'B' }] },
      { kind: 'select', columns: ['key', 'value'] },
      { kind: 'merge', with: 'calls', on: ['key'], how },
    );

    expect(merged).toEqual({
      columns: ['key', 'value', 'calls', 'value_2'],
      types: ['text', 'money', 'count', 'number'],
      rows,
    });
  });

  it('merge with a table without rows', () => {
    const none = { kind: 'limit', rows: 0 } as const;
    const merge = (how: 'left' | 'right'): FrameStep => ({ kind: 'merge', with: 'calls', on: ['key'], how });

    expect(tableFrom(CUSTOMERS, none, merge('left')).rows).toEqual([]);
    expect(tableFrom(CUSTOMERS, none, merge('right')).rows).toHaveLength(4);
  });
});

describe('what does not fit', () => {
  const sort = { kind: 'sort', by: 'key', descending: false } as const;

  it('is named with its step', () => {
    expect(detailOf(sort, { kind: 'sort', by: 'name', descending: false })).toBe(
      'step 2, sort: no column name; there are key, class, value, orders, last, share',
    );
    expect(detailOf({ kind: 'merge', with: 'nowhere', on: ['key'], how: 'left' })).toBe(
      'step 1, merge: no result nowhere',
    );
    expect(detailOf({ kind: 'merge', with: 'calls', on: ['class'], how: 'left' })).toBe(
      'step 1, merge: in calls no column class; there are key, calls, value',
    );
    expect(detailOf({ kind: 'describe', columns: ['last'] })).toBe(
      'step 1, describe: last is no column of numbers: count, min and max, but no sum',
    );
    expect(detailOf({ kind: 'group', by: ['class'], measures: [{ column: 'key', measures: ['median'] }] })).toContain(
      'key is no column of numbers',
    );
    expect(runFrame(danfo, { from: 'toString', steps: [sort] }, {})).toEqual({
      ok: false,
      error: { code: 'cell-failed', detail: 'from: no result toString' },
    });
  });

  it('is too much: columns of a pivot, rows of a merge', () => {
    const many = table(
      { key: 'text', n: 'number' },
      Array.from({ length: 400 }, (_, i) => ['x', i]),
    );
    const merge = { kind: 'merge', with: 'it', on: ['key'], how: 'inner' } as const;

    expect(runOn(many, { kind: 'pivot', rows: 'key', columns: 'n', values: 'n', measure: 'sum' })).toMatchObject({
      error: { detail: 'step 1, pivot: n has 400 values; at most 200 become columns' },
    });
    expect(runOn(many, merge)).toMatchObject({
      error: { detail: 'step 1, merge: 160000 rows would come of it; at most 100000' },
    });
  });

  it('is a large table: danfojs gets the first rows of it, and a notice says so', () => {
    const large = table(
      { key: 'text', n: 'number' },
      Array.from({ length: 30_000 }, (_, i) => [i % 2 ? 'odd' : 'even', i]),
    );
    const group = { kind: 'group', by: ['key'], measures: [{ column: 'n', measures: ['count'] }] } as const;

    expect(runOn(large, group)).toMatchObject({
      value: {
        notices: [{ code: 'frame-large', rows: 20_000 }],
        table: {
          rows: [
            ['even', 10_000],
            ['odd', 10_000],
          ],
        },
      },
    });
    expect(runOn(large, { kind: 'where', conditions: [{ column: 'key', equals: 'odd' }] }, group)).toMatchObject({
      value: { notices: [], table: { rows: [['odd', 15_000]] } },
    });
  });
});
