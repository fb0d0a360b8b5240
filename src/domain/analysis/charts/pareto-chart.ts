import type { ChartSpec, Outcome, Value, Words } from '../result';
import { rowsAsData, shortNumber } from './table-data';
import { COLOURS } from './theme-colours';

/** Ranks drawn one by one, then points ever further apart, the last included: enough for the eye, and few for any file. */
const EXACT_RANKS = 30;
const TAIL_POINTS = 60;

/** No broken numbers among these: looking for them would cost a test for each mark. */
const WHOLE = { invalid: null } as const;

/** Value by rank as an area, the cumulative share as a line over all entities, the asked share as a rule. */
export function paretoChart({ facts, tables }: Outcome, words: Words): ChartSpec {
  const all = tables['entities'];
  const data = all ? rowsAsData({ ...all, rows: thinned(all.rows) }) : [];
  const rank = {
    field: 'rank',
    type: 'quantitative',
    title: words(`chart.rankOf.${String(facts['entity']).replace(/^column:.*/, 'column')}`),
    axis: { format: ',d', tickMinStep: 1 },
    scale: { domainMin: 1, nice: false },
  };
  return {
    data: { values: data.map((row) => ({ ...row, value: Number(row['value']) })) },
    width: 'container',
    height: 280,
    layer: [valueLayer(rank, words), shareLayer(rank, words), cutLayer(facts['k'] ?? null), tooltipLayer(rank, words)],
    resolve: { scale: { y: 'independent' } },
  };
}

function valueLayer(rank: ChartSpec, words: Words): ChartSpec {
  return {
    mark: { type: 'area', interpolate: 'step-after', color: COLOURS.value, opacity: 0.8, ...WHOLE },
    encoding: {
      x: rank,
      y: {
        field: 'value',
        type: 'quantitative',
        title: words('chart.value'),
        stack: null,
        axis: { labelExpr: shortNumber(words) },
      },
    },
  };
}

function shareLayer(rank: ChartSpec, words: Words): ChartSpec {
  return {
    mark: { type: 'line', color: COLOURS.share, strokeWidth: 2.5, ...WHOLE },
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
  };
}

/** Upright lines over the whole height that only the pointer meets: wherever it is, the nearest rank is told. */
function tooltipLayer(rank: ChartSpec, words: Words): ChartSpec {
  return {
    mark: { type: 'rule', strokeWidth: 7, opacity: 0, ...WHOLE },
    encoding: {
      x: rank,
      tooltip: [
        { field: 'label', title: words('column.label') },
        { field: 'rank', title: words('column.rank') },
        { field: 'value', title: words('column.value'), format: ',.2~f' },
        { field: 'cumulativeShare', title: words('column.cumulativeShare'), format: '.1%' },
      ],
    },
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
  const growth = rows.length / EXACT_RANKS;
  const tail = Array.from({ length: TAIL_POINTS }, (_, i) =>
    Math.round(EXACT_RANKS * growth ** ((i + 1) / TAIL_POINTS)),
  );
  const drawn = new Set(tail);
  return rows.filter((_, i) => i < EXACT_RANKS || drawn.has(i + 1));
}
