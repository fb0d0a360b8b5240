import type { ChartSpec, Outcome, Value, Words } from '../result';
import { rowsAsData, shortText } from './table-data';
import { COLOURS, HEAT } from './theme-colours';

const CELL = 36;

/** More lines than these no screen holds: the latest are drawn, of attributes the largest. The table has them all. */
export const SHOWN_COHORTS = 24;

/**
 * A line for each cohort, a cell for each age. Cells of a fixed size keep their figures readable: on a narrow screen the picture
 * scrolls. Cells of few customers are faint; those of an incomplete period have a dashed border and an asterisk; cohorts at the
 * beginning of the data have a dagger.
 */
export function cohortChart({ facts, tables }: Outcome, words: Words): ChartSpec {
  const measure = shownMeasure(facts);
  const data = shownRows(tables['cells'] ? rowsAsData(tables['cells']) : [], facts['by'] === '');
  const values = data.map((row) => {
    const value = row[measure.field] ?? null;
    const shown = value === null ? null : Number(value);
    const text = shown === null ? '' : measure.isMoney ? shortText(shown, words) : `${Math.round(shown * 100)}%`;
    const figure = `${text}${row['incomplete'] === true && text !== '' ? '*' : ''}`;
    const line = `${row['cohort'] === '' ? '–' : row['cohort']}${row['leftEdge'] === true ? ' †' : ''}`;
    return { ...row, line, shown, figure };
  });
  // Beyond the first period hardly a cell is above these: colours are spent where the differences are.
  const top = measure.isMoney
    ? Math.max(1, ...values.map(({ shown }) => shown ?? 0))
    : measure.field.endsWith('Rate')
      ? 1
      : 0.6;
  const lines = [...new Set(values.map(({ line }) => line))];
  return {
    data: { values },
    width: { step: CELL },
    height: { step: 24 },
    transform: [{ filter: 'datum.size > 0' }],
    encoding: {
      x: {
        field: 'age',
        type: 'ordinal',
        title: words(`chart.ageIn.${facts['unit']}`),
        axis: { orient: 'top', labelAngle: 0 },
      },
      y: {
        field: 'line',
        type: 'ordinal',
        sort: lines,
        title: words(facts['by'] === '' ? 'chart.firstOrderMonth' : 'column.label'),
        axis: { labelLimit: 120 },
      },
    },
    layer: [cellLayer(measure, top, words), incompleteLayer(), figureLayer(top)],
  };
}

interface Measure {
  readonly field: string;
  readonly isMoney: boolean;
}

function shownMeasure(facts: Outcome['facts']): Measure {
  if (facts['measure'] === 'cumulative') return { field: 'perCustomer', isMoney: true };
  if (facts['measure'] === 'orders') return { field: 'ordersRate', isMoney: false };
  if (facts['measure'] === 'revenue') return { field: 'revenueRate', isMoney: false };
  return { field: facts['retention'] === 'unbounded' ? 'unboundedRetention' : 'retention', isMoney: false };
}

/** The latest cohorts, or the first by attribute, with as many ages. */
function shownRows(rows: readonly Record<string, Value>[], isByPeriod: boolean): Record<string, Value>[] {
  const cohorts = [...new Set(rows.map((row) => row['cohort']))];
  const kept = new Set(isByPeriod ? cohorts.slice(-SHOWN_COHORTS) : cohorts.slice(0, SHOWN_COHORTS));
  return rows.filter((row) => kept.has(row['cohort']) && Number(row['age']) < SHOWN_COHORTS);
}

function cellLayer({ field: asked, isMoney }: Measure, top: number, words: Words): ChartSpec {
  const title = words(`column.${asked}`);
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
        legend: { format: isMoney ? '~s' : '.0%', orient: 'bottom', gradientLength: 140, tickCount: 4 },
      },
      fillOpacity: { condition: { test: 'datum.small', value: 0.3 }, value: 1 },
      tooltip: [
        column('cohort'),
        column('age'),
        column('followed'),
        column('active'),
        { field: 'shown', title, format: isMoney ? ',.2~f' : '.1%' },
        ...intervalOf(asked).map((bound) => ({ ...column(bound, '.1%'), title: words(`column.${plain(bound)}`) })),
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

/** The columns of the interval that belongs to a share of customers; other figures have none. */
function intervalOf(field: string): string[] {
  if (field === 'retention') return ['low', 'high'];
  return field === 'unboundedRetention' ? ['unboundedLow', 'unboundedHigh'] : [];
}

function plain(bound: string): string {
  return bound.toLowerCase().endsWith('low') ? 'low' : 'high';
}

/** White on dark cells, black on light ones; on faint cells the ground shows through, and the text is the theme's. */
function figureLayer(top: number): ChartSpec {
  const onDark = { test: `!datum.small && datum.shown > ${top / 2}`, value: '#ffffff' };
  const onLight = { test: '!datum.small', value: '#111111' };
  return {
    mark: { type: 'text', fontSize: 10 },
    encoding: { text: { field: 'figure' }, color: { condition: [onDark, onLight] } },
  };
}
