import type { ChartSpec, Outcome, Words } from '../result';
import { rowsAsData } from './table-data';
import { COLOURS } from './theme-colours';

const MOST = 20;

/** The share of each line that left, with those first that lost most: whole and partial losses side by side, told in words. */
export function partialChurnChart({ tables }: Outcome, words: Words): ChartSpec {
  const lines = (tables['lines'] ? rowsAsData(tables['lines']) : [])
    .toSorted((a, b) => Number(b['lostAmount']) - Number(a['lostAmount']))
    .slice(0, MOST);
  const kinds = [
    { field: 'wholeLoss', title: words('column.wholeLoss'), colour: COLOURS.loss },
    { field: 'partialLoss', title: words('column.partialLoss'), colour: COLOURS.share },
  ];
  const values = lines.flatMap((row, order) =>
    kinds.map(({ field, title }) => ({
      order,
      line: row['line'] === '' ? words('chart.unknown') : row['line'],
      kind: title,
      share: Number(row[field]) / (Number(row['baseAmount']) || 1),
    })),
  );
  return {
    data: { values },
    width: 'container',
    height: { step: 26 },
    mark: { type: 'bar' },
    encoding: {
      y: {
        field: 'line',
        type: 'nominal',
        title: null,
        sort: { field: 'order', op: 'min' },
        axis: { labelLimit: 150 },
      },
      yOffset: { field: 'kind', sort: kinds.map(({ title }) => title) },
      x: { field: 'share', type: 'quantitative', title: words('column.amountChurn'), axis: { format: '.0%' } },
      color: {
        field: 'kind',
        type: 'nominal',
        title: null,
        scale: { domain: kinds.map(({ title }) => title), range: kinds.map(({ colour }) => colour) },
        legend: { orient: 'top' },
      },
      tooltip: [
        { field: 'line', title: words('column.line') },
        { field: 'kind', title: words('column.lossKind') },
        { field: 'share', title: words('column.amountChurn'), format: '.1%' },
      ],
    },
  };
}
