import type { ChartSpec, Outcome, Words } from '../result';
import { rowsAsData } from './table-data';
import { COLOURS } from './theme-colours';

/** Within how many days what share of reorders came, and where the threshold lies. */
export function gapChart({ facts, tables }: Outcome, words: Words): ChartSpec {
  const values = tables['gaps'] ? rowsAsData(tables['gaps']).filter((row) => row['days'] !== null) : [];
  return {
    width: 'container',
    height: 150,
    layer: [
      {
        data: { values: [{ days: 0, share: 0 }, ...values] },
        mark: {
          type: 'line',
          color: COLOURS.value,
          strokeWidth: 2,
          point: { size: 45, filled: true, color: COLOURS.value },
        },
        encoding: {
          x: { field: 'days', type: 'quantitative', title: words('chart.daysBetweenOrders') },
          y: { field: 'share', type: 'quantitative', title: words('chart.shareOfReorders'), axis: { format: '.0%' } },
          tooltip: [
            { field: 'share', title: words('chart.shareOfReorders'), format: '.0%' },
            { field: 'days', title: words('column.days') },
          ],
        },
      },
      {
        data: { values: [{ days: facts['threshold'] }] },
        mark: { type: 'rule', strokeDash: [5, 4], strokeWidth: 1.5, color: COLOURS.loss },
        encoding: { x: { field: 'days', type: 'quantitative' } },
      },
    ],
  };
}
