import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '@/src/platform/cells/js/read-answer';
import { runs } from '@/test/support/runs';

const read = (answer: unknown): ReturnType<typeof readAnswer> => readAnswer(bytesOf(JSON.stringify(answer)));
const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
const typesOf = (rows: readonly unknown[][], types?: readonly string[]): unknown => {
  const answer = read({ type: 'table', columns: (rows[0] ?? []).map((_, i) => `c${i}`), types, rows });
  return answer.ok ? answer.value.table?.types : answer.error;
};

const UNREADABLE = { ok: false, error: { code: 'cell-failed', detail: 'the cell gave no answer that can be read' } };

describe('readAnswer', () => {
  it('guesses what columns hold', () => {
    const rows = [
      [1, 1.5, 'x', true, '2026-01-31', '2026-01', null, 1, '1'],
      [null, 2, '1', null, null, '2026-02', null, 'x', '2'],
    ];

    expect(typesOf(rows)).toEqual(['count', 'number', 'text', 'flag', 'day', 'month', 'text', 'text', 'text']);
  });

  it('keeps types that fit, and money as exact text', () => {
    const rows = [
      [1.005, '2.50', 3, 0.5],
      [1e21, null, null, 'half'],
    ];

    expect(typesOf(rows, ['money', 'money', 'money', 'share'])).toEqual(['money', 'money', 'money', 'text']);
    expect(
      read({ type: 'table', columns: ['a', 'b', 'c', 'd'], types: ['money', 'money', 'money', 'share'], rows }),
    ).toMatchObject({
      value: {
        table: {
          rows: [
            ['1.00', '2.50', '3', '0.5'],
            ['1000000000000000000000', null, null, 'half'],
          ],
        },
      },
    });
    expect(typesOf([[1]], ['toString'])).toEqual(['count']);
  });

  it('cuts rows and says so; names columns apart', () => {
    const rows = Array.from({ length: 10_001 }, (_, i) => [i, i]);

    expect(read({ type: 'table', columns: ['a', 'a'], rows })).toMatchObject({
      value: { notices: [{ code: 'rows-cut', kept: 10_000 }], table: { columns: ['a', 'a_2'] } },
    });
    expect(read({ type: 'table', columns: ['a'], rows: [[1]], cut: true })).toMatchObject({
      value: { notices: [{ code: 'rows-cut', kept: 1 }] },
    });
    expect(read({ type: 'table', columns: ['a'], rows: [] })).toMatchObject({ ok: true, value: { notices: [] } });
  });

  it('reads values, nothing among them', () => {
    expect(read({ type: 'value', value: { a: [1] } })).toEqual({ ok: true, value: { value: { a: [1] }, notices: [] } });
    expect(read({ type: 'value' })).toEqual({ ok: true, value: { value: undefined, notices: [] } });
  });

  it('reads what was said beside a value, a table and a failure', () => {
    const said = { lines: ['<b>甲</b>', ''], isCut: false };

    expect(read({ type: 'value', value: 1, said })).toEqual({ ok: true, value: { value: 1, notices: [], said } });
    expect(read({ type: 'table', columns: ['a'], rows: [[1]], said })).toMatchObject({ ok: true, value: { said } });
    expect(read({ type: 'failed', detail: 'no', said })).toEqual({
      ok: false,
      error: { code: 'cell-failed', detail: 'no', said },
    });
  });

  it.each<[string, unknown, unknown]>([
    ['nothing', { lines: [], isCut: true }, undefined],
    ['no lines', { lines: 'x' }, undefined],
    ['lines that are no texts', { lines: ['a', { toString: 'b' }] }, undefined],
    ['a text', 'said', undefined],
    ['null', null, undefined],
    ['a cut that is no flag', { lines: ['a'], isCut: 'no' }, { lines: ['a'], isCut: false }],
    [
      'more lines than allowed',
      { lines: Array.from({ length: 101 }, () => '') },
      { lines: Array.from({ length: 100 }, () => ''), isCut: true },
    ],
    ['as much as allowed', { lines: ['x'.repeat(10_000)] }, { lines: ['x'.repeat(10_000)], isCut: false }],
    [
      'more than allowed',
      { lines: ['x'.repeat(9_999), 'yz', 'z'] },
      { lines: ['x'.repeat(9_999), 'y', ''], isCut: true },
    ],
  ])('takes of what was said no more than it could be: %s', (_, said, kept) => {
    expect(read({ type: 'value', value: 1, said })).toEqual({
      ok: true,
      value: { value: 1, notices: [], ...(kept === undefined ? {} : { said: kept }) },
    });
  });

  it.each([
    ['text that is no JSON', 'x'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['an unknown type', '{"type":"done"}'],
    ['columns that are no names', '{"type":"table","columns":[1],"rows":[]}'],
    ['rows of another width', '{"type":"table","columns":["a"],"rows":[[1,2]]}'],
    ['values that are objects', '{"type":"table","columns":["a"],"rows":[[{}]]}'],
    ['rows that are no list', '{"type":"table","columns":["a"],"rows":{"length":1}}'],
    ['a failure without a sentence', '{"type":"failed","detail":{}}'],
  ])('refuses %s', (_, text) => {
    expect(readAnswer(bytesOf(text))).toEqual(UNREADABLE);
  });

  it('refuses what is too large, too wide and too deep', () => {
    const deep = `{"type":"value","value":${'['.repeat(60)}${']'.repeat(60)}}`;

    expect(readAnswer(new ArrayBuffer(5_000_001))).toEqual({
      ok: false,
      error: { code: 'result-too-large', limit: 5_000_000 },
    });
    expect(readAnswer(bytesOf(deep))).toMatchObject({ error: { detail: 'the result is nested too deeply' } });
    expect(read({ type: 'table', columns: Array.from({ length: 201 }, () => 'a'), rows: [] })).toMatchObject({
      error: { detail: 'a table has 1 to 200 columns, not 201' },
    });
  });

  it('says what failed, and where', () => {
    expect(read({ type: 'failed', detail: 'x'.repeat(5000), line: 3 })).toEqual({
      ok: false,
      error: { code: 'cell-failed', detail: 'x'.repeat(1000), line: 3 },
    });
    expect(read({ type: 'failed', detail: 'x', line: -1 })).toEqual({
      ok: false,
      error: { code: 'cell-failed', detail: 'x' },
    });
  });

  it('takes any message for an output or a fault', () => {
    const part = fc.oneof(
      fc.jsonValue(),
      fc.array(fc.array(fc.jsonValue())),
      fc.constantFrom('table', 'value', 'failed'),
    );
    const message = fc.record(
      {
        type: fc.constantFrom('table', 'value', 'failed', 'x'),
        columns: fc.array(fc.string()),
        types: part,
        rows: part,
        value: part,
        detail: part,
        line: part,
        cut: part,
      },
      { requiredKeys: ['type'] },
    );
    fc.assert(
      fc.property(fc.oneof(message, fc.jsonValue()), (given) => {
        const answer = read(given);
        if (!answer.ok) expect(answer.error.code).toBe('cell-failed');
        const table = answer.ok ? answer.value.table : undefined;
        expect(table?.rows.every((row) => row.length === table.types.length) ?? true).toBe(true);
      }),
      runs(500, 10_000),
    );
  });
});
