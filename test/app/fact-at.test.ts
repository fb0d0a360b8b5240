import { expect, it } from 'vitest';
import type { CellResult } from '@/src/app/cell-result';
import { factAt } from '@/src/app/fact-at';
import { table } from '@/src/domain/analysis/result';

const results = new Map<string, CellResult>([
  [
    'pareto',
    {
      kind: 'analysis',
      run: { analysis: 'pareto', version: 1, params: {}, outcome: { facts: { k: 12, base: '10.50' }, tables: {} } },
    },
  ],
  ['total', { kind: 'output', output: { table: table({ sum: 'money' }, [['7.00']]), notices: [] } }],
  ['many', { kind: 'frame', table: table({ n: 'count' }, [[1], [2]]), notices: [] }],
  ['ratio', { kind: 'output', output: { value: 0.5, notices: [] } }],
  ['data', { kind: 'output', output: { value: { a: 1 }, notices: [] } }],
  ['broken', { kind: 'failed', error: { code: 'cancelled' } }],
]);

it.each<[string, object | undefined]>([
  ['pareto.k', { value: 12, type: 'count' }],
  ['pareto.base', { value: '10.50', type: 'money' }],
  ['pareto.constructor', undefined],
  ['pareto', undefined],
  ['total.sum', { value: '7.00', type: 'money' }],
  ['total.n', undefined],
  ['total', undefined],
  ['many.n', undefined],
  ['ratio', { value: 0.5, type: 'number' }],
  ['data', undefined],
  ['broken.x', undefined],
  ['share', { value: 0.8, type: 'number' }],
  ['nothing', undefined],
])('%s is %j', (name, fact) => {
  expect(factAt(name, (key) => results.get(key), new Map([['share', 0.8]]))).toEqual(fact);
});
