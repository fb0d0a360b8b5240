import type { ChartSpec, Outcome, Words } from '../result';
import { rowsAsData } from './table-data';
import { COLOURS } from './theme-colours';

/** One figure by period; periods that the data do not cover whole are hollow points. */
export function trendChart(
  { tables }: Outcome,
  { field, format }: { field: string; format: string },
  words: Words,
): ChartSpec {
  const values = (tables['trend'] ? rowsAsData(tables['trend']) : []).filter((row) => row[field] !== null);
  return {
    data: { values },
    width: 'container',
    height: 160,
    encoding: {
      x: { field: 'period', type: 'ordinal', title: null, axis: { labelAngle: -45, labelOverlap: 'greedy' } },
      y: { field, type: 'quantitative', title: words(`column.${field}`), axis: { format }, scale: { zero: true } },
    },
    layer: [
      { mark: { type: 'line', color: COLOURS.value, strokeWidth: 2 } },
      {
        mark: { type: 'point', size: 45, strokeWidth: 2, stroke: COLOURS.value, opacity: 1 },
        encoding: {
          fill: { condition: { test: 'datum.incomplete', value: 'transparent' }, value: COLOURS.value },
          tooltip: [
            { field: 'period', title: words('column.period') },
            { field, title: words(`column.${field}`), format },
            { field: 'positive', title: words('column.positive') },
          ],
        },
      },
    ],
  };
}
