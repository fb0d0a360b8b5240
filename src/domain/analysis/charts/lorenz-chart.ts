import type { ChartSpec, Outcome, Words } from '../result';
import { rowsAsData } from './table-data';
import { COLOURS } from './theme-colours';

/** What the lowest part of the entities holds together, beside the dashed line of equal parts. */
export function lorenzChart({ tables }: Outcome, words: Words): ChartSpec {
  const values = tables['lorenz'] ? rowsAsData(tables['lorenz']) : [];
  const axis = { format: '.0%' };
  const scale = { domain: [0, 1] };
  return {
    width: 'container',
    height: 260,
    encoding: {
      x: { field: 'entityShare', type: 'quantitative', title: words('chart.lowestShare'), axis, scale },
      y: { field: 'valueShare', type: 'quantitative', title: words('chart.valueShare'), axis, scale },
    },
    layer: [
      {
        data: { values: [0, 1].map((end) => ({ entityShare: end, valueShare: end })) },
        mark: { type: 'line', color: COLOURS.mark, strokeDash: [5, 4], strokeWidth: 1.5 },
      },
      {
        data: { values },
        mark: { type: 'line', color: COLOURS.value, strokeWidth: 2.5 },
        encoding: {
          tooltip: [
            { field: 'entityShare', title: words('column.entityShare'), format: '.1%' },
            { field: 'valueShare', title: words('column.valueShare'), format: '.1%' },
          ],
        },
      },
    ],
  };
}
