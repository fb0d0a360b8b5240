import type { ChartSpec, Outcome, Words } from '../result';
import { rowsAsData } from './table-data';
import { COLOURS } from './theme-colours';

/** The weighted mean by months since the first order, with its 95 % interval as a band. */
export function retentionCurveChart({ tables }: Outcome, words: Words): ChartSpec {
  const values = (tables['means'] ? rowsAsData(tables['means']) : []).filter(
    (row) => row['retention'] !== null && row['months'] !== 0,
  );
  const x = {
    field: 'months',
    type: 'quantitative',
    title: words('chart.monthsSinceFirst'),
    axis: { tickMinStep: 1, format: 'd' },
  };
  return {
    data: { values },
    width: 'container',
    height: 200,
    encoding: { x },
    layer: [
      {
        mark: { type: 'area', opacity: 0.25, color: COLOURS.value },
        encoding: {
          y: { field: 'low', type: 'quantitative', title: words('chart.retention'), axis: { format: '.0%' } },
          y2: { field: 'high' },
        },
      },
      {
        mark: {
          type: 'line',
          color: COLOURS.value,
          strokeWidth: 2,
          point: { size: 40, filled: true, color: COLOURS.value },
        },
        encoding: {
          y: { field: 'retention', type: 'quantitative' },
          tooltip: [
            { field: 'months', title: words('column.months') },
            { field: 'retention', title: words('column.retention'), format: '.1%' },
            { field: 'low', title: words('column.low'), format: '.1%' },
            { field: 'high', title: words('column.high'), format: '.1%' },
            { field: 'cohorts', title: words('column.cohorts') },
          ],
        },
      },
    ],
  };
}
