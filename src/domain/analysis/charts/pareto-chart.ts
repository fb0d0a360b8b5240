import type { ChartSpec, Outcome, Value, Words } from '../result';
import { rowsAsData, shortNumber } from './table-data';
import { COLOURS } from './theme-colours';

/** Ranks drawn one by one, and points spread evenly over the rest: enough for the eye, small enough for any file. */
const EXACT_RANKS = 200;
const TAIL_POINTS = 300;

/** Value by rank as an area, the cumulative share as a line over all entities, the asked share as a rule. */
export function paretoChart({ facts, tables }: Outcome, words: Words): ChartSpec {
  const all = tables['entities'];
  const data = all ? rowsAsData({ ...all, rows: thinned(all.rows) }) : [];
  const rank = {
    field: 'rank',
    type: 'quantitative',
    title: words(`chart.rankOf.${facts['entity']}`),
    axis: { format: '~s', tickMinStep: 1 },
    scale: { domainMin: 1, nice: false },
  };
  return {
    data: { values: data.map((row) => ({ ...row, value: Number(row['value']) })) },
    width: 'container',
    height: 280,
    layer: [valueLayer(rank, words), shareLayer(rank, words), cutLayer(facts['k'] ?? null)],
    resolve: { scale: { y: 'independent' } },
  };
}

function valueLayer(rank: ChartSpec, words: Words): ChartSpec {
  return {
    mark: {
      type: 'area',
      interpolate: 'step-after',
      color: COLOURS.value,
      opacity: 0.75,
      line: { color: COLOURS.value },
    },
    encoding: {
      x: rank,
      y: {
        field: 'value',
        type: 'quantitative',
        title: words('chart.value'),
        axis: { labelExpr: shortNumber(words) },
      },
    },
  };
}

function shareLayer(rank: ChartSpec, words: Words): ChartSpec {
  const nearest = { name: 'nearest', select: { type: 'point', on: 'pointerover', nearest: true, clear: 'pointerout' } };
  return {
    encoding: {
      x: rank,
      y: {
        field: 'cumulativeShare',
        type: 'quantitative',
        title: words('chart.cumulativeShare'),
        scale: { domain: [0, 1] },
        axis: { format: '.0%', orient: 'right' },
      },
    },
    layer: [
      { mark: { type: 'line', color: COLOURS.share, strokeWidth: 2.5 } },
      {
        params: [nearest],
        mark: { type: 'point', filled: true, size: 60, color: COLOURS.share },
        encoding: {
          opacity: { condition: { param: 'nearest', empty: false, value: 1 }, value: 0 },
          tooltip: [
            { field: 'label', title: words('column.label') },
            { field: 'rank', title: words('column.rank') },
            { field: 'value', title: words('column.value'), format: ',.2~f' },
            { field: 'cumulativeShare', title: words('column.cumulativeShare'), format: '.1%' },
          ],
        },
      },
    ],
  };
}

/** Where the asked share is reached. */
function cutLayer(k: Value): ChartSpec {
  return {
    data: { values: [{ k }] },
    mark: { type: 'rule', strokeDash: [5, 4], strokeWidth: 1.5, color: COLOURS.mark },
    encoding: { x: { field: 'k', type: 'quantitative' } },
  };
}

function thinned<T>(rows: readonly T[]): readonly T[] {
  if (rows.length <= EXACT_RANKS + TAIL_POINTS) return rows;
  const step = (rows.length - 1 - EXACT_RANKS) / TAIL_POINTS;
  const tail = new Set(Array.from({ length: TAIL_POINTS }, (_, i) => Math.round(EXACT_RANKS + (i + 1) * step)));
  return rows.filter((_, i) => i < EXACT_RANKS || tail.has(i));
}
