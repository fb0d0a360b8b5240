import { err, ok, type Result } from '@/src/kernel/result';
import { COLOURS, HEAT } from '../analysis/charts/theme-colours';
import type { ChartSpec, ResultTable, ValueType } from '../analysis/result';
import type { PresetChoice } from './notebook';

const MEASURED: ReadonlySet<ValueType> = new Set(['count', 'money', 'share', 'ratio', 'number', 'days']);

/** What stands in the data of every preset for the row's place, the running share and such: no column is called so. */
const RANK = '#rank';
const RUNNING = '#running';
const TOTAL = '#total';

interface Columns {
  readonly x: Column;
  readonly y: Column;
  readonly by: Column | undefined;
}

interface Column {
  readonly name: string;
  readonly type: ValueType;
}

/**
 * The Vega-Lite specification of a preset, without its data: rows as objects by column, amounts as numbers. Where no column
 * is chosen, `x` is the first that is not measured and `y` the first that is; a table of numbers alone gives its first two.
 * A heat map has `x` across, `by` downwards and `y` as its colour; names stand in the order of the table, numbers rise to the
 * right and upwards.
 * Error: a column that the table does not have (empty where it has too few).
 */
export function presetSpec(choice: PresetChoice, table: ResultTable): Result<ChartSpec, { readonly column: string }> {
  const columns = table.columns.map((name, i): Column => ({ name, type: table.types[i] ?? 'text' }));
  const chosen = [choice.x, choice.y, choice.by].filter((name) => name !== undefined);
  const lacking = chosen.find((name) => !table.columns.includes(name));
  if (lacking !== undefined) return err({ column: lacking });
  const named = (name: string | undefined): Column | undefined => columns.find((column) => column.name === name);
  const y = named(choice.y) ?? columns.find(({ name, type }) => MEASURED.has(type) && name !== choice.x) ?? columns[1];
  const x = named(choice.x) ?? columns.find(({ name, type }) => !MEASURED.has(type) && name !== y?.name) ?? columns[0];
  if (!x || !y) return err({ column: '' });
  const other = choice.preset === 'heat-map' ? columns.find((column) => column !== x && column !== y) : undefined;
  return ok({ width: 'container', ...PRESETS[choice.preset]({ x, y, by: named(choice.by) ?? other }) });
}

const PRESETS: Readonly<Record<PresetChoice['preset'], (columns: Columns) => ChartSpec>> = {
  bar: ({ x, y, by }) => ({
    height: 280,
    mark: { type: 'bar', ...(by ? {} : { color: COLOURS.value }) },
    encoding: { x: { ...channel(x), ...asGroups(x), sort: null }, y: along(y), ...colour(by), tooltip: tips(x, y, by) },
  }),
  line: ({ x, y, by }) => ({
    height: 240,
    mark: { type: 'line', strokeWidth: 2, point: { size: 40, filled: true }, ...(by ? {} : { color: COLOURS.value }) },
    encoding: {
      x: { ...along(x), sort: null },
      y: along(y),
      ...colour(by),
      // Lines are told apart by their dashes too: colour is never the only sign.
      ...(by ? { strokeDash: { ...channel(by), type: 'nominal' } } : {}),
      tooltip: tips(x, y, by),
    },
  }),
  pareto: ({ x, y }) => ({
    height: 280,
    transform: ranked(y),
    layer: [
      {
        mark: { type: 'bar', color: COLOURS.value, opacity: 0.8 },
        encoding: { x: rankChannel(), y: along(y), tooltip: tips(x, y, undefined) },
      },
      {
        mark: { type: 'line', color: COLOURS.share, strokeWidth: 2.5 },
        encoding: { x: rankChannel(), y: { ...shareChannel(), axis: { format: '.0%', orient: 'right' } } },
      },
    ],
    resolve: { scale: { y: 'independent' } },
  }),
  'heat-map': ({ x, y, by }) => ({
    mark: { type: 'rect', stroke: COLOURS.mark, strokeWidth: 0.2 },
    encoding: {
      x: { ...channel(x), type: 'ordinal', sort: inOrder(x, 'ascending') },
      y: { ...channel(by ?? x), type: 'ordinal', sort: inOrder(by ?? x, 'descending') },
      color: { ...channel(y), scale: { range: HEAT } },
      tooltip: tips(x, y, by),
    },
  }),
  lorenz: ({ x, y }) => ({
    height: 280,
    layer: [
      {
        transform: [...ranked(y, 'ascending'), { calculate: `datum['${RANK}'] / datum['#count']`, as: '#place' }],
        mark: { type: 'line', color: COLOURS.value, strokeWidth: 2 },
        encoding: { x: placeChannel(), y: shareChannel(), tooltip: tips(x, y, undefined) },
      },
      {
        // Where all have the same: from nothing to everything.
        transform: [
          { aggregate: [{ op: 'count', as: '#count' }] },
          { calculate: '[0, 1]', as: '#place' },
          { flatten: ['#place'] },
        ],
        mark: { type: 'line', color: COLOURS.mark, strokeDash: [5, 4] },
        encoding: { x: placeChannel(), y: { field: '#place', type: 'quantitative' } },
      },
    ],
  }),
  survival: ({ x, y, by }) => ({
    height: 240,
    mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2, ...(by ? {} : { color: COLOURS.value }) },
    encoding: {
      x: along(x),
      y: { ...along(y), scale: { domain: [0, 1] } },
      ...colour(by),
      ...(by ? { strokeDash: { ...channel(by), type: 'nominal' } } : {}),
      tooltip: tips(x, y, by),
    },
  }),
  funnel: ({ x, y }) => ({
    height: { step: 34 },
    transform: [
      { calculate: `-datum[${JSON.stringify(y.name)}] / 2`, as: '#left' },
      { calculate: "-datum['#left']", as: '#right' },
    ],
    encoding: { y: { ...channel(x), ...asGroups(x), sort: null } },
    layer: [
      {
        mark: { type: 'bar', color: COLOURS.value },
        encoding: {
          x: { field: '#left', type: 'quantitative', axis: null },
          x2: { field: '#right' },
          tooltip: tips(x, y, undefined),
        },
      },
      { mark: { type: 'text', color: '#111111' }, encoding: { text: { ...channel(y) } } },
    ],
  }),
};

function channel({ name, type }: Column): ChartSpec {
  return { field: fieldOf(name), type: MEASURED.has(type) ? 'quantitative' : 'nominal', title: name };
}

/** The same along an axis. */
function along(column: Column): ChartSpec {
  return { ...channel(column), ...(column.type === 'share' ? { axis: { format: '.0%' } } : {}) };
}

/** Names as the table has them, numbers by size: a square that is not there must not put them out of order. */
function inOrder({ type }: Column, byNumber: 'ascending' | 'descending'): typeof byNumber | null {
  return MEASURED.has(type) ? byNumber : null;
}

/** Bars stand side by side, also over numbers. */
function asGroups({ type }: Column): ChartSpec {
  return { type: MEASURED.has(type) ? 'ordinal' : 'nominal' };
}

function colour(by: Column | undefined): ChartSpec {
  return by ? { color: { ...channel(by), type: 'nominal', legend: { orient: 'top' } } } : {};
}

function tips(x: Column, y: Column, by: Column | undefined): readonly ChartSpec[] {
  return [x, ...(by ? [by] : []), y].map(({ name, type }) => ({
    field: fieldOf(name),
    title: name,
    ...(type === 'share' ? { format: '.1%' } : {}),
  }));
}

/** Rows in order of a column with their place, the share of all up to them, and how many there are. */
function ranked({ name }: Column, order: 'ascending' | 'descending' = 'descending'): readonly ChartSpec[] {
  const field = fieldOf(name);
  return [
    { filter: `datum[${JSON.stringify(name)}] > 0` },
    {
      window: [
        { op: 'row_number', as: RANK },
        { op: 'sum', field, as: RUNNING },
      ],
      sort: [{ field, order }],
    },
    {
      joinaggregate: [
        { op: 'sum', field, as: TOTAL },
        { op: 'count', as: '#count' },
      ],
    },
    { calculate: `datum['${RUNNING}'] / datum['${TOTAL}']`, as: '#share' },
  ];
}

function rankChannel(): ChartSpec {
  return { field: RANK, type: 'ordinal', title: null, axis: { labelOverlap: true, labelAngle: 0 } };
}

function shareChannel(): ChartSpec {
  return { field: '#share', type: 'quantitative', title: null, scale: { domain: [0, 1] }, axis: { format: '.0%' } };
}

function placeChannel(): ChartSpec {
  return { field: '#place', type: 'quantitative', title: null, scale: { domain: [0, 1] }, axis: { format: '.0%' } };
}

/** Dots, brackets and quotes in a name would lead into it. */
function fieldOf(name: string): string {
  return name.replaceAll(/[.[\]\\'"]/g, String.raw`\$&`);
}
