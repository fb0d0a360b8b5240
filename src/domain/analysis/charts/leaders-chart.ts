import type { ChartSpec, Outcome, Value, Words } from '../result';
import { rowsAsData, shortNumber } from './table-data';
import { shortName } from './short-name';
import { COLOURS } from './theme-colours';

const LEADERS = 15;

/** The bar of the others is cut at this many times the longest of the leaders, so that those can be read beside it. */
const CUT = 1.22;

interface Bar {
  readonly order: number;
  readonly name: string;
  readonly value: number;
  readonly share: number;
  readonly isRest: boolean;
}

/** The first names as bars, and one grey bar for all the others together. Every bar says its share. */
export function leadersChart({ tables }: Outcome, words: Words): ChartSpec {
  const bars = barsOf(tables['entities'] ? rowsAsData(tables['entities']) : [], words);
  const longest = Math.max(0, ...bars.filter(({ isRest }) => !isRest).map(({ value }) => value)) || 1;
  const values = bars.map((bar) => ({ ...bar, end: Math.min(bar.value, longest * CUT) }));
  const y = {
    field: 'name',
    type: 'nominal',
    sort: { field: 'order', op: 'min' },
    title: null,
    axis: { labelLimit: 150 },
  };
  const x = {
    field: 'end',
    type: 'quantitative',
    title: words('chart.value'),
    scale: { domain: [0, longest * (CUT + 0.03)] },
    axis: { labelExpr: shortNumber(words), tickCount: 4 },
  };
  return {
    data: { values },
    width: 'container',
    height: { step: 22 },
    encoding: { y, x },
    layer: [
      {
        mark: { type: 'bar', cornerRadiusEnd: 2 },
        encoding: {
          color: { condition: { test: 'datum.isRest', value: COLOURS.others }, value: COLOURS.value },
          tooltip: [
            { field: 'name', title: words('column.label') },
            { field: 'value', title: words('column.value'), format: ',.2~f' },
            { field: 'share', title: words('column.share'), format: '.1%' },
          ],
        },
      },
      {
        mark: {
          type: 'text',
          align: { expr: "datum.isRest ? 'right' : 'left'" },
          dx: { expr: 'datum.isRest ? -4 : 4' },
        },
        encoding: {
          text: { field: 'share', type: 'quantitative', format: '.1%' },
          color: { condition: { test: 'datum.isRest', value: '#ffffff' } },
        },
      },
    ],
  };
}

function barsOf(rows: readonly Record<string, Value>[], words: Words): Bar[] {
  const leaders = rows.slice(0, LEADERS).map((row): Bar => {
    // The rank makes names unique: two customers may show the same one.
    const name = `${String(row['rank'])}. ${shortName(String(row['label']))}`;
    return {
      order: Number(row['rank']),
      name,
      value: Number(row['value']),
      share: Number(row['share']),
      isRest: false,
    };
  });
  const others = rows.slice(LEADERS);
  if (others.length === 0) return leaders;
  const sum = (column: string): number => others.reduce((total, row) => total + Number(row[column]), 0);
  const name = `${words('chart.others')} (${others.length})`;
  return [...leaders, { order: LEADERS + 1, name, value: sum('value'), share: sum('share'), isRest: true }];
}
