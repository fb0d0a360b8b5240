import type { ChartSpec, Outcome, Words } from '../result';
import { rowsAsData } from './table-data';
import { COLOURS } from './theme-colours';

/** The segments in their order, with their share of heads and of revenue. */
export function rfmChart({ tables }: Outcome, words: Words): ChartSpec {
  const shares = [
    { field: 'share', title: words('chart.byAmount'), colour: COLOURS.value },
    { field: 'countShare', title: words('chart.byHead'), colour: COLOURS.others },
  ];
  const domain = shares.map(({ title }) => title);
  const values = (tables['segments'] ? rowsAsData(tables['segments']) : []).flatMap((row, order) =>
    shares.map(({ field, title }) => ({
      order,
      segment: words(`segment.${String(row['segment'])}`),
      weight: title,
      share: row[field] ?? 0,
      count: row['count'],
    })),
  );
  return {
    data: { values },
    width: 'container',
    height: { step: 18 },
    mark: { type: 'bar' },
    encoding: {
      y: {
        field: 'segment',
        type: 'nominal',
        title: null,
        sort: { field: 'order', op: 'min' },
        axis: { labelLimit: 170 },
      },
      yOffset: { field: 'weight', sort: domain },
      x: { field: 'share', type: 'quantitative', title: words('column.share'), axis: { format: '.0%' } },
      color: {
        field: 'weight',
        type: 'nominal',
        title: null,
        scale: { domain, range: shares.map(({ colour }) => colour) },
        legend: { orient: 'top' },
      },
      tooltip: [
        { field: 'segment', title: words('column.segment') },
        { field: 'weight', title: words('column.share') },
        { field: 'share', title: words('column.share'), format: '.1%' },
        { field: 'count', title: words('column.count') },
      ],
    },
  };
}
