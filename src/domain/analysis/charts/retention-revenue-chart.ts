import type { ChartSpec, Outcome, Value, Words } from '../result';
import { rowsAsData, shortNumber } from './table-data';
import { COLOURS } from './theme-colours';

const MONTHS = {
  field: 'month',
  type: 'ordinal',
  axis: { labelAngle: -45, labelOverlap: 'greedy', title: null },
} as const;

type Months = readonly Record<string, Value>[];

function monthsOf({ tables }: Outcome): Months {
  return (tables['months'] ? rowsAsData(tables['months']) : []).filter((row) => row['warmUp'] === false);
}

/** Gross and net retention by month: apart by line and shape as well as by colour. */
export function retentionRevenueChart(outcome: Outcome, words: Words): ChartSpec {
  const lines = [
    {
      field: 'grossRetention',
      title: words('column.grossRetention'),
      colour: COLOURS.value,
      dash: [],
      shape: 'circle',
    },
    {
      field: 'netRetention',
      title: words('column.netRetention'),
      colour: COLOURS.share,
      dash: [6, 3],
      shape: 'square',
    },
  ];
  const values = monthsOf(outcome).flatMap((row) =>
    lines.map(({ field, title }) => ({
      month: row['month'],
      incomplete: row['incomplete'],
      kind: title,
      rate: row[field],
    })),
  );
  const domain = lines.map(({ title }) => title);
  const kind = { field: 'kind', type: 'nominal', title: null };
  const legend = { orient: 'top' };
  return {
    data: { values: values.filter(({ rate }) => rate !== null) },
    width: 'container',
    height: 190,
    encoding: {
      x: MONTHS,
      y: { field: 'rate', type: 'quantitative', title: words('chart.revenueKept'), axis: { format: '.0%' } },
      color: { ...kind, scale: { domain, range: lines.map(({ colour }) => colour) }, legend },
    },
    layer: [
      {
        mark: { type: 'line', strokeWidth: 2 },
        encoding: { strokeDash: { ...kind, scale: { domain, range: lines.map(({ dash }) => dash) }, legend } },
      },
      {
        mark: { type: 'point', filled: true, size: 50 },
        encoding: {
          shape: { ...kind, scale: { domain, range: lines.map(({ shape }) => shape) }, legend },
          opacity: { condition: { test: 'datum.incomplete', value: 0.45 }, value: 1 },
          tooltip: [
            { field: 'month', title: words('column.month') },
            { field: 'kind', title: words('chart.revenueKept') },
            { field: 'rate', title: words('column.share'), format: '.1%' },
          ],
        },
      },
    ],
  };
}

/** Revenue won above the line, lost below it, month by month. */
export function revenueMovementChart(outcome: Outcome, words: Words): ChartSpec {
  const kinds = [
    { field: 'newRevenue', sign: 1, colour: COLOURS.gain },
    { field: 'reactivatedRevenue', sign: 1, colour: COLOURS.back },
    { field: 'expansion', sign: 1, colour: COLOURS.value },
    { field: 'contraction', sign: -1, colour: COLOURS.share },
    { field: 'churnedRevenue', sign: -1, colour: COLOURS.loss },
  ].map((kind) => ({ ...kind, title: words(`column.${kind.field}`) }));
  const values = monthsOf(outcome).flatMap((row) =>
    kinds.map(({ field, sign, title }) => {
      const value = Number(row[field]);
      return { month: row['month'], incomplete: row['incomplete'], kind: title, value, signed: sign * value };
    }),
  );
  return {
    data: { values },
    width: 'container',
    height: 200,
    mark: { type: 'bar' },
    encoding: {
      x: MONTHS,
      y: {
        field: 'signed',
        type: 'quantitative',
        title: words('column.revenue'),
        axis: { labelExpr: shortNumber(words), tickCount: 5 },
      },
      color: {
        field: 'kind',
        type: 'nominal',
        title: null,
        scale: { domain: kinds.map(({ title }) => title), range: kinds.map(({ colour }) => colour) },
        legend: { orient: 'top', columns: 3 },
      },
      opacity: { condition: { test: 'datum.incomplete', value: 0.45 }, value: 1 },
      tooltip: [
        { field: 'month', title: words('column.month') },
        { field: 'kind', title: words('column.revenue') },
        { field: 'value', title: words('column.value'), format: ',.2~f' },
      ],
    },
  };
}
