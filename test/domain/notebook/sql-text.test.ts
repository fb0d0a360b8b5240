import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillSql, sqlLiteral, sqlReferences } from '@/src/domain/notebook/sql-text';
import { runs } from '@/test/support/runs';

const values = new Map<string, string | number>([
  ['share', 0.8],
  ['loss', -3],
  ['city', "O'Neil -- /*"],
  ['区域', '华东'],
]);

describe('sqlReferences', () => {
  it.each<[string, string[], string[]]>([
    ['select a from top', ['select', 'a', 'from', 'top'], []],
    ['from "各 客户" t, pareto.entities', ['from', '各 客户', 't', 'pareto', 'pareto.entities'], []],
    ['from "a""b"', ['from', 'a"b'], []],
    [`'top' "x" E'it\\'s top' $$ top $$ $t$ top $$ $t$`, ['x'], []],
    ['-- top\n/* top /* $x */ top */ z', ['z'], []],
    ['sum(x) as top, o.region', ['x', 'as', 'o', 'o.region'], []],
    ['with top as (select 1), _b as not materialized (select 2) from top', ['with', 'select', 'as', 'from'], []],
    ['$share + $区域 + $1 + $share', [], ['share', '区域']],
    ["'unclosed $x", [], []],
  ])('of %j', (sql, names, parameters) => {
    expect(sqlReferences(sql)).toEqual({ names, parameters });
  });
});

describe('fillSql', () => {
  it.each<[string, string]>([
    ['x > $share', 'x > (0.8)'],
    ['x -$loss', 'x -(-3)'],
    ['city = $city', "city = 'O''Neil -- /*'"],
    [
      '\'$share\' "$share" /* $share */ $$ $share $$ -- $share',
      '\'$share\' "$share" /* $share */ $$ $share $$ -- $share',
    ],
    ['$区域', "'华东'"],
    ['from pareto.entities', 'from pareto.entities'],
  ])('writes values into %j', (sql, filled) => {
    expect(fillSql(sql, values)).toBe(filled);
  });

  it('gives nothing where a parameter has no value', () => {
    expect(fillSql('select $nothing', values)).toBeUndefined();
  });

  it('makes every value one literal: what it holds is never code', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("'", '"', '\\', '-', '/', '*', '$', ';', '\n', 'x', '\0') }),
        (value) => {
          const filled = fillSql('select $x from t', new Map([['x', value]]));

          expect(filled).toBe(`select ${sqlLiteral(value)} from t`);
          expect(sqlReferences(filled ?? '').names).toEqual(['select', 'from', 't']);
        },
      ),
      runs(500, 20_000),
    );
  });

  it('leaves every text without parameters as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (sql) => {
        const plain = sql.replaceAll('$', '');

        expect(fillSql(plain, values)).toBe(plain);
      }),
      runs(300, 10_000),
    );
  });
});
