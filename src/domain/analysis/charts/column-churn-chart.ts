import type { ChartSpec, Outcome, ResultTable, Value, Words } from '../result';
import { rowsAsData } from './table-data';
import { COLOURS } from './theme-colours';

const MOST = 25;

type Named = Record<string, Value> & { readonly shown: string };

function named(table: ResultTable | undefined, words: Words): Named[] {
  return (table ? rowsAsData(table) : []).map((row) => ({
    ...row,
    shown: row['group'] === 'named' ? String(row['name']) : words('group.unknown'),
  }));
}

/** The churn rate of each group with its 95 % interval, the largest groups first. */
export function columnChurnChart({ tables }: Outcome, words: Words): ChartSpec {
  const values = named(tables['groups'], words)
    .toSorted((a, b) => Number(b['size']) - Number(a['size']))
    .slice(0, MOST)
    .map((row, order) => ({ ...row, order }));
  return {
    data: { values },
    width: 'container',
    height: { step: 24 },
    encoding: {
      y: {
        field: 'shown',
        type: 'nominal',
        title: null,
        sort: { field: 'order', op: 'min' },
        axis: { labelLimit: 180 },
      },
    },
    layer: [
      {
        mark: { type: 'errorbar', color: COLOURS.mark },
        encoding: {
          x: { field: 'low', type: 'quantitative', title: words('chart.churnRate'), axis: { format: '.0%' } },
          x2: { field: 'high' },
        },
      },
      {
        mark: { type: 'point', filled: true, size: 60, color: COLOURS.loss },
        encoding: {
          x: { field: 'churnRate', type: 'quantitative' },
          tooltip: [
            { field: 'shown', title: words('column.name') },
            { field: 'size', title: words('column.size') },
            { field: 'churned', title: words('column.churned') },
            { field: 'churnRate', title: words('column.churnRate'), format: '.1%' },
            { field: 'low', title: words('column.low'), format: '.1%' },
            { field: 'high', title: words('column.high'), format: '.1%' },
          ],
        },
      },
    ],
  };
}

const LINES = [
  { colour: COLOURS.value, dash: [] },
  { colour: COLOURS.share, dash: [6, 3] },
  { colour: COLOURS.gain, dash: [2, 2] },
  { colour: COLOURS.back, dash: [8, 2, 2, 2] },
  { colour: COLOURS.loss, dash: [12, 4] },
  { colour: COLOURS.others, dash: [1, 3] },
];

/** The share of each group that is not lost yet, by days since the first order, with its 95 % interval as a band. */
export function stayChart({ tables }: Outcome, words: Words): ChartSpec {
  const rows = named(tables['stay'], words);
  const domain = [...new Set(rows.map(({ shown }) => shown))];
  const starts = domain.map((shown) => ({ shown, days: 0, staying: 1, low: 1, high: 1 }));
  const group = { field: 'shown', type: 'nominal', title: null, sort: domain };
  const lines = LINES.slice(0, domain.length);
  return {
    data: { values: [...starts, ...rows] },
    width: 'container',
    height: 220,
    encoding: {
      x: { field: 'days', type: 'quantitative', title: words('chart.daysSinceFirst') },
      color: {
        ...group,
        scale: { domain, range: lines.map(({ colour }) => colour) },
        legend: { orient: 'top', columns: 3, symbolOpacity: 1 },
      },
    },
    layer: [
      {
        mark: { type: 'area', interpolate: 'step-after', opacity: 0.15 },
        encoding: {
          y: { field: 'low', type: 'quantitative', title: words('column.staying'), axis: { format: '.0%' } },
          y2: { field: 'high' },
        },
      },
      {
        mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2 },
        encoding: {
          y: { field: 'staying', type: 'quantitative' },
          strokeDash: {
            ...group,
            scale: { domain, range: lines.map(({ dash }) => dash) },
            legend: { orient: 'top', columns: 3 },
          },
          tooltip: [
            { field: 'shown', title: words('column.name') },
            { field: 'days', title: words('column.days') },
            { field: 'staying', title: words('column.staying'), format: '.1%' },
            { field: 'low', title: words('column.low'), format: '.1%' },
            { field: 'high', title: words('column.high'), format: '.1%' },
          ],
        },
      },
    ],
  };
}
