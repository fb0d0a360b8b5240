import type { ChartSpec, Outcome, Words } from '../result';
import { shortNumber } from './table-data';
import { COLOURS } from './theme-colours';

/** Profit today as a bar, and the band it could lie in as another, from 125 % to 185 %. Its ends are written beside it. */
export function leverageChart({ facts }: Outcome, words: Words): ChartSpec {
  const number = (name: string): number => Number(facts[name]);
  const values = [
    { order: 0, state: words('state.today'), from: 0, to: number('profit'), rate: '100 %' },
    { order: 1, state: words('state.fewerLost'), from: number('low'), to: number('high'), rate: '125 – 185 %' },
  ];
  return {
    data: { values },
    title: { text: words('chart.leverageSource'), fontSize: 11, fontWeight: 'normal', anchor: 'start' },
    width: 'container',
    height: { step: 44 },
    encoding: {
      y: {
        field: 'state',
        type: 'nominal',
        title: null,
        sort: { field: 'order', op: 'min' },
        axis: { labelLimit: 180 },
      },
      x: {
        field: 'from',
        type: 'quantitative',
        title: words('column.profit'),
        scale: { domain: [0, number('high') * 1.15] },
        axis: { labelExpr: shortNumber(words), tickCount: 5 },
      },
    },
    layer: [
      {
        mark: { type: 'bar', cornerRadius: 2 },
        encoding: {
          x2: { field: 'to' },
          color: { condition: { test: 'datum.order === 0', value: COLOURS.others }, value: COLOURS.gain },
          tooltip: [
            { field: 'state', title: words('column.state') },
            { field: 'from', title: words('column.lowProfit'), format: ',.2~f' },
            { field: 'to', title: words('column.highProfit'), format: ',.2~f' },
          ],
        },
      },
      {
        mark: { type: 'text', align: 'left', dx: 5 },
        encoding: { x: { field: 'to', type: 'quantitative' }, text: { field: 'rate' } },
      },
    ],
  };
}
