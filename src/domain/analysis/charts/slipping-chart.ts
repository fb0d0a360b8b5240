import type { ChartSpec, Outcome, Words } from '../result';
import { shortName } from './short-name';
import { rowsAsData } from './table-data';
import { COLOURS } from './theme-colours';

const MOST = 15;

/** How long the first of them have been silent, with a line where they usually order again. */
export function slippingChart({ tables }: Outcome, words: Words): ChartSpec {
  const rows = (tables['slipping'] ? rowsAsData(tables['slipping']) : []).slice(0, MOST);
  const values = rows.map((row) => ({
    ...row,
    name: `${String(row['rank'])}. ${shortName(String(row['label']))}`,
    state: words(`standing.${String(row['standing'])}`),
  }));
  const states = [
    { title: words('standing.slipping'), colour: COLOURS.share },
    { title: words('standing.lost'), colour: COLOURS.loss },
  ];
  return {
    data: { values },
    width: 'container',
    height: { step: 22 },
    encoding: {
      y: { field: 'name', type: 'nominal', title: null, sort: { field: 'rank', op: 'min' }, axis: { labelLimit: 150 } },
    },
    layer: [
      {
        mark: { type: 'bar', cornerRadiusEnd: 2 },
        encoding: {
          x: {
            field: 'silentDays',
            type: 'quantitative',
            title: words('column.silentDays'),
            // The word behind the longest bar needs a place, also on a narrow screen.
            scale: { domainMax: 1.2 * Math.max(1, ...rows.map(({ silentDays }) => Number(silentDays))) },
          },
          color: {
            field: 'state',
            type: 'nominal',
            title: null,
            scale: { domain: states.map(({ title }) => title), range: states.map(({ colour }) => colour) },
            legend: { orient: 'top' },
          },
          tooltip: [
            { field: 'label', title: words('column.label') },
            { field: 'state', title: words('column.standing') },
            { field: 'silentDays', title: words('column.silentDays') },
            { field: 'usualGap', title: words('column.usualGap') },
          ],
        },
      },
      {
        mark: { type: 'text', align: 'left', dx: 4 },
        encoding: { x: { field: 'silentDays', type: 'quantitative' }, text: { field: 'state' } },
      },
      {
        mark: { type: 'tick', thickness: 2, size: 18, color: COLOURS.mark },
        encoding: { x: { field: 'usualGap', type: 'quantitative' } },
      },
    ],
  };
}
