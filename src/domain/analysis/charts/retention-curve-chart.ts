import type { ChartSpec, Outcome, Words } from '../result';
import { rowsAsData } from './table-data';
import { COLOURS } from './theme-colours';

/** The figure of the means that the measure asks for, and how it is written. */
function meanOf(measure: unknown): { field: string; format: string } {
  if (measure === 'cumulative') return { field: 'perCustomer', format: '~s' };
  if (measure === 'orders') return { field: 'ordersRate', format: '.0%' };
  return measure === 'revenue' ? { field: 'revenueRate', format: '.0%' } : { field: 'retention', format: '.0%' };
}

/** The weighted mean by age, of retention with its 95 % interval as a band. */
export function retentionCurveChart({ facts, tables }: Outcome, words: Words): ChartSpec {
  const { field, format } = meanOf(facts['measure']);
  const isRetention = field === 'retention';
  const values = (tables['means'] ? rowsAsData(tables['means']) : [])
    .filter((row) => row[field] !== null && (row['age'] !== 0 || field === 'perCustomer'))
    .map((row) => ({ ...row, mean: Number(row[field]) }));
  const x = {
    field: 'age',
    type: 'quantitative',
    title: words(`chart.ageIn.${facts['unit']}`),
    axis: { tickMinStep: 1, format: 'd' },
  };
  const y = { field: 'mean', type: 'quantitative', title: words(`column.${field}`), axis: { format } };
  const interval = [
    { field: 'low', title: words('column.low'), format: '.1%' },
    { field: 'high', title: words('column.high'), format: '.1%' },
  ];
  return {
    data: { values },
    width: 'container',
    height: 200,
    encoding: { x },
    layer: [
      ...(isRetention ? [bandLayer()] : []),
      {
        mark: {
          type: 'line',
          color: COLOURS.value,
          strokeWidth: 2,
          point: { size: 40, filled: true, color: COLOURS.value },
        },
        encoding: {
          y,
          tooltip: [
            { field: 'age', title: words(`chart.ageIn.${facts['unit']}`) },
            { field: 'mean', title: words(`column.${field}`), format: field === 'perCustomer' ? ',.2~f' : '.1%' },
            ...(isRetention ? interval : []),
            { field: 'cohorts', title: words('column.cohorts') },
          ],
        },
      },
    ],
  };
}

function bandLayer(): ChartSpec {
  return {
    mark: { type: 'area', opacity: 0.25, color: COLOURS.value },
    encoding: { y: { field: 'low', type: 'quantitative' }, y2: { field: 'high' } },
  };
}
