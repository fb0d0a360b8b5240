import type { ChartSpec, Outcome, Value, Words } from '../result';
import { rowsAsData } from './table-data';
import { COLOURS } from './theme-colours';

/** The share that has not ordered again yet, by days since an order, with the 95 % interval of it as a band. */
export function reorderChart({ tables }: Outcome, words: Words): ChartSpec {
  const series = (name: 'reorder' | 'second'): Record<string, Value>[] => {
    const rows = tables[name] ? rowsAsData(tables[name]) : [];
    const start = { days: 0, waiting: 1, low: 1, high: 1 };
    return [start, ...rows].map((row) => ({ ...row, after: words(`chart.after.${name}`) }));
  };
  const names = [words('chart.after.reorder'), words('chart.after.second')];
  const after = { field: 'after', type: 'nominal', title: null, sort: names };
  return {
    data: { values: [...series('reorder'), ...series('second')] },
    width: 'container',
    height: 200,
    encoding: {
      x: { field: 'days', type: 'quantitative', title: words('chart.daysSinceOrder') },
      color: {
        ...after,
        scale: { domain: names, range: [COLOURS.value, COLOURS.share] },
        legend: { orient: 'top', symbolOpacity: 1 },
      },
    },
    layer: [
      {
        mark: { type: 'area', interpolate: 'step-after', opacity: 0.25 },
        encoding: {
          y: { field: 'low', type: 'quantitative', title: words('chart.notAgainYet'), axis: { format: '.0%' } },
          y2: { field: 'high' },
        },
      },
      {
        mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2 },
        encoding: {
          y: { field: 'waiting', type: 'quantitative' },
          strokeDash: { ...after, scale: { domain: names, range: [[], [6, 3]] }, legend: { orient: 'top' } },
          tooltip: [
            { field: 'after', title: words('chart.since') },
            { field: 'days', title: words('column.days') },
            { field: 'waiting', title: words('column.waiting'), format: '.1%' },
            { field: 'low', title: words('column.low'), format: '.1%' },
            { field: 'high', title: words('column.high'), format: '.1%' },
            { field: 'atRisk', title: words('column.atRisk') },
          ],
        },
      },
    ],
  };
}
