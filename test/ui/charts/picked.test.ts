import { describe, expect, it } from 'vitest';
import { table } from '@/src/domain/analysis/result';
import { cellChart } from '@/src/ui/charts/cell-chart';
import { pickable, readPicked, rowsPicked } from '@/src/ui/charts/picked';

const SALES = table({ label: 'text', 'a.b': 'text', month: 'month', value: 'money', rank: 'count' }, [
  ['甲', 'x', '2024-01', '10.50', 1],
  ['乙', 'y', '2024-02', '7.25', 2],
  ['丙', 'x', '2024-03', null, 3],
]);
const bar = (encoding: object): Record<string, unknown> => ({ mark: { type: 'bar' }, encoding });

describe('the selection of a chart', () => {
  it('is a click on the names that a bar stands for', () => {
    const { spec, selections } = pickable(bar({ x: { field: 'label' }, y: { field: 'value' } }), SALES);

    expect(selections).toEqual(['picked']);
    expect(spec['params']).toEqual([
      { name: 'picked', select: { type: 'point', fields: ['label'], toggle: 'event.shiftKey' } },
    ]);
  });

  it('leads into no part of a name', () => {
    const { spec } = pickable(bar({ x: { field: String.raw`a\.b` } }), SALES);

    expect(JSON.stringify(spec['params'])).toContain(String.raw`["a\\.b"]`);
  });

  it('is a brush along a line', () => {
    const { spec } = pickable({ mark: 'line', encoding: { x: { field: 'rank' }, y: { field: 'value' } } }, SALES);

    expect(spec['params']).toEqual([{ name: 'picked', select: { type: 'interval', encodings: ['x'] } }]);
  });

  it('stands in the first of several layers', () => {
    const layers = [bar({ x: { field: 'label' } }), { mark: 'rule' }];
    const { spec } = pickable({ layer: layers }, SALES);

    expect(spec['params']).toBeUndefined();
    expect(spec['layer']).toMatchObject([{ params: [{ name: 'picked' }] }, { mark: 'rule' }]);
  });

  it.each([
    ['has one of its own', { ...bar({}), params: [{ name: 'mine', select: 'point' }] }, ['mine']],
    ['draws nothing of the table', bar({ x: { field: 'elsewhere' } }), []],
    ['has no mark', {}, []],
  ])('is left alone in a chart that %s', (_, spec, names) => {
    expect(pickable(spec, SALES)).toEqual({ spec, selections: names });
  });
});

describe('what is picked', () => {
  it.each([
    [{ label: ['甲', '丙'] }, [1, 3]],
    [{ label: ['甲', '丙'], 'a\\.b': ['x'], month: ['2024-03'] }, [3]],
    [{ rank: [3, 2] }, [2, 3]],
    [{ rank: [2] }, [2]],
    [{ month: [Date.parse('2024-01-15'), Date.parse('2024-02-15')] }, [2]],
    [{ value: [7, 8] }, [2]],
    [{ label: ['nobody'] }, []],
  ])('%j leaves the rows that meet all of it', (said, ranks) => {
    const picked = readPicked(said, SALES);

    expect(picked && rowsPicked(SALES, picked).map((row) => row[4])).toEqual(ranks);
  });

  it.each([[{}], [undefined], [{ _vgsid_: [1] }], [{ label: [] }], [{ label: 'text' }]])('%j is nothing', (said) => {
    expect(readPicked(said, SALES)).toBeUndefined();
  });
});

describe('the chart of a cell', () => {
  it('has its rows inside, amounts as numbers, and columns by their names in the language', () => {
    const spec = bar({ x: { field: 'label', title: 'label' }, y: { field: 'value', title: 'Umsatz' } });
    const { spec: drawn } = cellChart(spec, SALES, (name) => `«${name}»`);

    expect(drawn).toMatchObject({
      width: 'container',
      encoding: { x: { title: '«label»' }, y: { title: 'Umsatz' } },
      data: { values: [{ value: 10.5 }, { value: 7.25 }, { value: null }] },
    });
  });
});
