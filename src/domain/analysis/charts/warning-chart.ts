import type { ChartSpec, Outcome, Words } from '../result';
import { rowsAsData } from './table-data';
import { COLOURS } from './theme-colours';

/** How many accounts each rule points at; a rule that cannot be tested says so instead of 0. */
export function warningChart({ tables }: Outcome, words: Words): ChartSpec {
  const values = (tables['rules'] ? rowsAsData(tables['rules']) : []).map((row, order) => ({
    order,
    rule: words(`rule.${String(row['rule'])}`),
    count: Number(row['count'] ?? 0),
    shown: row['testable'] === true ? String(row['count']) : words('chart.notTestable'),
  }));
  const x = {
    field: 'count',
    type: 'quantitative',
    title: words('column.count'),
    axis: { tickMinStep: 1, format: 'd' },
  };
  return {
    data: { values },
    width: 'container',
    height: { step: 26 },
    encoding: {
      y: {
        field: 'rule',
        type: 'nominal',
        title: null,
        sort: { field: 'order', op: 'min' },
        axis: { labelLimit: 200 },
      },
      x,
    },
    layer: [
      {
        mark: { type: 'bar', cornerRadiusEnd: 2, color: COLOURS.share },
        encoding: {
          tooltip: [
            { field: 'rule', title: words('column.rule') },
            { field: 'shown', title: words('column.count') },
          ],
        },
      },
      { mark: { type: 'text', align: 'left', dx: 4 }, encoding: { text: { field: 'shown' } } },
    ],
  };
}
