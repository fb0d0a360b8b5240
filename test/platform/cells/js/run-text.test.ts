// Gives sets a toJSON of their own, as it does wherever charts are drawn.
import 'vega-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import { table, type ResultTable } from '@/src/domain/analysis/result';
import type { CellRun } from '@/src/platform/cells/js/cell-message';
import { buffersOf, packTable } from '@/src/platform/cells/js/pack-tables';
import { runText } from '@/src/platform/cells/js/run-text';
import { writeAnswer } from '@/src/platform/cells/js/shape-answer';
import { loadDanfojs } from '@/test/support/danfojs';

let dfd: unknown;
beforeAll(async () => {
  dfd = await loadDanfojs();
}, 60_000);

const TOP = table({ name: 'text', value: 'money', orders: 'count', last: 'day', kept: 'flag' }, [
  ['Ada', '100.10', 3, '2026-01-31', true],
  ['Bo', null, null, null, false],
]);

const runOf = (source: string, tables: Record<string, ResultTable> = {}): CellRun => ({
  source,
  tables: Object.fromEntries(Object.entries(tables).map(([name, one]) => [name, packTable(one)])),
  values: { share: 0.8 },
  danfo: undefined,
});
const answerOf = async (source: string, tables: Record<string, ResultTable> = {}): Promise<unknown> =>
  JSON.parse(writeAnswer(await runText(runOf(source, tables), dfd)));

describe('runText', () => {
  it.each([
    ['return 1 + 1', 2],
    ['return await Promise.resolve("x")', 'x'],
    ['return values.share', 0.8],
    ['return [1, "a", null]', [1, 'a', null]],
    [
      'return { a: 12n, b: new Map([["k", new Set([1])]]), c: new Float64Array(2) }',
      { a: '12', b: { k: [1] }, c: [0, 0] },
    ],
    ['return new Date(0)', '1970-01-01T00:00:00.000Z'],
    ['// nothing', undefined],
    ['return []', []],
    ['return NaN', null],
  ])('%s', async (source, value) => {
    expect(await answerOf(source)).toEqual({ type: 'value', ...(value === undefined ? {} : { value }) });
  });

  it.each([
    ['a list of objects', 'return [{ a: 1 }, { b: NaN, a: 2n }]', ['a', 'b'], [[1, null], ['2', null]]], // prettier-ignore
    ['columns and rows', 'return { columns: ["a"], rows: [[new Date(0)], [{ x: [1] }], [undefined]] }', ['a'], [['1970-01-01'], ['{"x":[1]}'], [null]]], // prettier-ignore
    ['a frame', 'return new dfd.DataFrame({ a: [1, 2], b: ["x", "y"] })', ['a', 'b'], [[1, 'x'], [2, 'y']]], // prettier-ignore
    ['a series', 'return new dfd.DataFrame({ a: [1, 2] })["a"]', ['index', 'a'], [[0, 1], [1, 2]]], // prettier-ignore
    ['a table as it came', 'return top', TOP.columns, [['Ada', 100.1, 3, '2026-01-31', true], ['Bo', null, null, null, false]]], // prettier-ignore
    ['a frame of it', 'return top.frame().head(1)', TOP.columns, [['Ada', 100.1, 3, '2026-01-31', true]]],
    ['its objects', 'return top.objects().map(({ name, orders }) => ({ name, orders }))', ['name', 'orders'], [['Ada', 3], ['Bo', null]]], // prettier-ignore
  ])('takes %s for a table', async (_, source, columns, rows) => {
    expect(await answerOf(source, { top: TOP })).toMatchObject({ type: 'table', columns, rows, cut: false });
  });

  it('names tables as variables where they can be, and all of them in tables', async () => {
    const tables = { top: TOP, 'top.rows': TOP, class: TOP, 表: TOP, values: TOP };

    expect(await answerOf('return [typeof top, typeof 表, typeof values.share, Object.keys(tables)]', tables)).toEqual({
      type: 'value',
      value: ['object', 'object', 'number', Object.keys(tables)],
    });
  });

  it('hands numbers over in the arrays that came in', async () => {
    const run = runOf('return top.column("value")[0] + top.column("name")[0]', { top: TOP });

    expect(buffersOf(run)).toHaveLength(2);
    expect(await runText(run, dfd)).toEqual({ type: 'value', value: '100.1Ada' });
    expect(await answerOf('return top.column("nothing")', { top: TOP })).toMatchObject({
      detail: 'Error: no column nothing; there are name, value, orders, last, kept',
    });
  });

  it.each([
    ['const a = 1;\nnull.x', expect.stringContaining('TypeError'), 2],
    ['throw "just text"', 'just text', undefined],
    ['return (', expect.stringContaining('SyntaxError'), undefined],
    ['return () => 1', 'TypeError: a function is no result', undefined],
    ['return Symbol("x")', 'TypeError: a symbol is no result', undefined],
    ['undeclared = 1', expect.stringContaining('ReferenceError'), 1],
    ['} return 5; {', expect.stringContaining('SyntaxError'), undefined],
  ])('says what is wrong with %j', async (source, detail, line) => {
    expect(await answerOf(source)).toEqual({ type: 'failed', detail, ...(line === undefined ? {} : { line }) });
  });
});
