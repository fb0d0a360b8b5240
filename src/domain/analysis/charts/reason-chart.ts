import type { ChartSpec, ResultTable, Words } from '../result';
import { rowsAsData } from './table-data';
import { COLOURS } from './theme-colours';

/** Shares of what was lost, by amount and by head: two bars for each value, told apart by words. */
export function reasonChart(table: ResultTable | undefined, words: Words): ChartSpec {
  const weights = [
    { field: 'lostShare', title: words('chart.byAmount'), colour: COLOURS.value },
    { field: 'countShare', title: words('chart.byHead'), colour: COLOURS.others },
  ];
  const values = (table ? rowsAsData(table) : []).flatMap((row, order) =>
    weights.map(({ field, title }) => ({
      order,
      name: row['group'] === 'named' ? row['name'] : words(`group.${String(row['group'])}`),
      weight: title,
      share: row[field],
    })),
  );
  const domain = weights.map(({ title }) => title);
  return {
    data: { values },
    width: 'container',
    height: { step: 24 },
    encoding: {
      y: {
        field: 'name',
        type: 'nominal',
        title: null,
        sort: { field: 'order', op: 'min' },
        axis: { labelLimit: 180 },
      },
      yOffset: { field: 'weight', sort: domain },
      x: { field: 'share', type: 'quantitative', title: words('column.lostShare'), axis: { format: '.0%' } },
    },
    layer: [
      {
        mark: { type: 'bar' },
        encoding: {
          color: {
            field: 'weight',
            type: 'nominal',
            title: null,
            scale: { domain, range: weights.map(({ colour }) => colour) },
            legend: { orient: 'top' },
          },
          tooltip: [
            { field: 'name', title: words('column.name') },
            { field: 'weight', title: words('column.share') },
            { field: 'share', title: words('column.share'), format: '.2%' },
          ],
        },
      },
      {
        mark: { type: 'text', align: 'left', dx: 4 },
        encoding: { text: { field: 'share', type: 'quantitative', format: '.2%' } },
      },
    ],
  };
}
