import type { ChartSpec, Outcome, Words } from '../result';
import { rowsAsData } from './table-data';
import { COLOURS, HEAT } from './theme-colours';

const CELL = 36;
/** Below it a share says little: the cell is drawn faint. */
const FEW = 30;

/**
 * A triangle of cells, one line for each month of first orders. Cells of a fixed size keep their figures readable: on a
 * narrow screen the picture scrolls. The last, incomplete month has a dashed border and an asterisk.
 */
export function cohortChart({ facts, tables }: Outcome, words: Words): ChartSpec {
  const byRevenue = facts['measure'] === 'revenue';
  const rate = facts['retention'] === 'unbounded' ? 'unboundedRetention' : 'retention';
  const data = tables['cells'] ? rowsAsData(tables['cells']) : [];
  const first = new Map(
    data.filter((row) => row['months'] === 0).map((row) => [row['cohort'], Number(row['revenue'])]),
  );
  const values = data.map((row) => ({
    ...row,
    shown: byRevenue ? ratio(Number(row['revenue']), first.get(row['cohort'] ?? null)) : row[rate],
    few: Number(row['size']) < FEW,
  }));
  // Beyond the first month hardly a cell is above these: colours are spent where the differences are.
  const top = byRevenue ? 1 : 0.6;
  return {
    data: { values },
    width: { step: CELL },
    height: { step: 24 },
    transform: [{ filter: 'datum.size > 0' }],
    encoding: {
      x: {
        field: 'months',
        type: 'ordinal',
        title: words('chart.monthsSinceFirst'),
        axis: { orient: 'top', labelAngle: 0 },
      },
      y: { field: 'cohort', type: 'ordinal', title: words('chart.firstOrderMonth') },
    },
    layer: [
      cellLayer(words(byRevenue ? 'chart.revenueRetention' : 'chart.retention'), top, words),
      incompleteLayer(),
      figureLayer(top),
    ],
  };
}

function cellLayer(title: string, top: number, words: Words): ChartSpec {
  const column = (field: string, format?: string): ChartSpec => ({
    field,
    title: words(`column.${field}`),
    ...(format ? { format } : {}),
  });
  return {
    mark: { type: 'rect', stroke: COLOURS.mark, strokeWidth: 0.2 },
    encoding: {
      color: {
        field: 'shown',
        type: 'quantitative',
        title,
        scale: { range: HEAT, domain: [0, top], clamp: true },
        legend: { format: '.0%', orient: 'bottom', gradientLength: 140 },
      },
      fillOpacity: { condition: { test: 'datum.few', value: 0.3 }, value: 1 },
      tooltip: [
        column('cohort'),
        column('month'),
        column('size'),
        column('active'),
        { field: 'shown', title, format: '.1%' },
        column('low', '.1%'),
        column('high', '.1%'),
      ],
    },
  };
}

/** A dashed border round the cells of a month that the data do not cover whole. */
function incompleteLayer(): ChartSpec {
  return {
    transform: [{ filter: 'datum.incomplete' }],
    mark: { type: 'rect', filled: false, stroke: COLOURS.mark, strokeWidth: 1.4, strokeDash: [3, 2] },
  };
}

/** White on dark cells, black on light ones; on faint cells the ground shows through, and the text is the theme's. */
function figureLayer(top: number): ChartSpec {
  const text = "datum.shown === null ? '' : format(datum.shown, '.0%') + (datum.incomplete ? '*' : '')";
  const onDark = { test: `!datum.few && datum.shown > ${top / 2}`, value: '#ffffff' };
  const onLight = { test: '!datum.few', value: '#111111' };
  return {
    mark: { type: 'text', fontSize: 10 },
    transform: [{ calculate: text, as: 'figure' }],
    encoding: { text: { field: 'figure' }, color: { condition: [onDark, onLight] } },
  };
}

function ratio(part: number, whole: number | undefined): number | null {
  return whole === undefined || whole === 0 ? null : part / whole;
}
