import type { ChartSpec } from '../result';
import { COLOURS } from './theme-colours';

export interface Bar {
  readonly name: string;
  readonly value: number;
}

/** Bars that lie, in the given order, each with its figure behind it; what is below zero goes to the left in another colour. */
export function barsChart(bars: readonly Bar[], { title, format }: { title: string; format: string }): ChartSpec {
  const values = bars.map((bar, order) => ({ ...bar, order }));
  const [low, high] = [Math.min(0, ...bars.map(({ value }) => value)), Math.max(0, ...bars.map(({ value }) => value))];
  // Room for the figures behind the longest bars.
  const room = (high - low || 1) * 0.18;
  return {
    data: { values },
    width: 'container',
    height: { step: 22 },
    encoding: {
      y: {
        field: 'name',
        type: 'nominal',
        sort: { field: 'order', op: 'min' },
        title: null,
        axis: { labelLimit: 150 },
      },
      x: {
        field: 'value',
        type: 'quantitative',
        title,
        axis: { format, tickCount: 4 },
        scale: { domain: [low < 0 ? low - room : 0, high + room] },
      },
    },
    layer: [
      {
        mark: { type: 'bar', cornerRadiusEnd: 2 },
        encoding: {
          color: { condition: { test: 'datum.value < 0', value: COLOURS.loss }, value: COLOURS.value },
          tooltip: [
            { field: 'name', title: ' ' },
            { field: 'value', title, format },
          ],
        },
      },
      {
        mark: {
          type: 'text',
          align: { expr: "datum.value < 0 ? 'right' : 'left'" },
          dx: { expr: 'datum.value < 0 ? -4 : 4' },
        },
        encoding: { text: { field: 'value', type: 'quantitative', format } },
      },
    ],
  };
}
