import type { ChartSpec, Outcome, Value, Words } from '../result';
import { rowsAsData } from './table-data';
import { COLOURS } from './theme-colours';

type Months = readonly Record<string, Value>[];

const MONTHS = { field: 'month', type: 'ordinal' } as const;
const MONTH_AXIS = { labelAngle: -45, labelOverlap: 'greedy', title: null } as const;
const FAINT = { condition: { test: 'datum.incomplete', value: 0.45 }, value: 1 };

/** Customers won above the line, lost below it, month by month. */
export function churnChart({ tables }: Outcome, words: Words): ChartSpec {
  return movementView(monthsOf(tables), words);
}

/** The share of customers lost in each month, with its 95 % interval. */
export function churnRateChart({ tables }: Outcome, words: Words): ChartSpec {
  return rateView(monthsOf(tables), words);
}

function monthsOf(tables: Outcome['tables']): Months {
  return (tables['months'] ? rowsAsData(tables['months']) : []).filter((row) => row['warmUp'] === false);
}

function movementView(months: Months, words: Words): ChartSpec {
  const kinds = [
    { field: 'new', sign: 1, title: words('column.new'), colour: COLOURS.gain },
    { field: 'reactivated', sign: 1, title: words('column.reactivated'), colour: COLOURS.back },
    { field: 'churned', sign: -1, title: words('column.churned'), colour: COLOURS.loss },
  ];
  const values = months.flatMap(({ month, incomplete, ...row }) =>
    kinds.map(({ field, sign, title }) => {
      const count = Number(row[field]);
      return { month, incomplete, kind: title, count, signed: sign * count };
    }),
  );
  return {
    data: { values },
    width: 'container',
    height: 170,
    mark: { type: 'bar' },
    encoding: {
      x: { ...MONTHS, axis: MONTH_AXIS },
      y: { field: 'signed', type: 'quantitative', title: words('chart.customers') },
      color: {
        field: 'kind',
        type: 'nominal',
        title: null,
        scale: { domain: kinds.map(({ title }) => title), range: kinds.map(({ colour }) => colour) },
        legend: { orient: 'top' },
      },
      opacity: FAINT,
      tooltip: [
        { field: 'month', title: words('column.month') },
        { field: 'kind', title: words('chart.customers') },
        { field: 'count', title: words('column.count') },
      ],
    },
  };
}

function rateView(months: Months, words: Words): ChartSpec {
  return {
    data: { values: months },
    width: 'container',
    height: 150,
    encoding: { x: { ...MONTHS, axis: MONTH_AXIS } },
    layer: [
      {
        mark: { type: 'errorbar', color: COLOURS.mark },
        encoding: {
          y: { field: 'low', type: 'quantitative', title: words('chart.churnRate'), axis: { format: '.0%' } },
          y2: { field: 'high' },
        },
      },
      {
        mark: { type: 'point', filled: true, size: 55, color: COLOURS.loss },
        encoding: {
          y: { field: 'churnRate', type: 'quantitative' },
          opacity: FAINT,
          tooltip: [
            { field: 'month', title: words('column.month') },
            { field: 'churnRate', title: words('column.churnRate'), format: '.1%' },
            { field: 'low', title: words('column.low'), format: '.1%' },
            { field: 'high', title: words('column.high'), format: '.1%' },
            { field: 'opening', title: words('column.opening') },
          ],
        },
      },
    ],
  };
}
