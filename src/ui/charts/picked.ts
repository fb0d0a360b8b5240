import type { ChartSpec, ResultTable, Value, ValueType } from '@/src/domain/analysis/result';

/** What was picked in a chart: values of columns, or ranges with both ends in them. A row has to meet all of it. */
export type Picked = Readonly<Record<string, PickedValues>>;
type PickedValues = { readonly values: readonly Value[] } | { readonly from: number; readonly to: number };

/** The selection that charts of ours get; one of the user's own counts instead. */
const OURS = 'picked';
const MEASURED: ReadonlySet<ValueType> = new Set(['count', 'money', 'share', 'ratio', 'number', 'days']);
const BRUSHED = new Set(['line', 'area', 'trail', 'point', 'circle', 'square', 'tick']);

/** A specification in which marks can be picked, and the names of its selections. */
export interface PickableSpec {
  readonly spec: ChartSpec;
  readonly selections: readonly string[];
}

/**
 * Adds a selection to a chart over a table: a click on bars and the like, a brush along lines and points. A chart that has
 * selections of its own keeps them, and one in which nothing stands for a column is left as it is.
 */
export function pickable(spec: ChartSpec, table: ResultTable): PickableSpec {
  const own = selectionsIn(spec);
  if (own.length > 0) return { spec, selections: own };
  const layers = spec['layer'];
  const first: unknown = Array.isArray(layers) ? layers[0] : spec;
  if (!isObject(first) || !('mark' in first)) return { spec, selections: [] };
  const selection = selectionFor(first, isObject(spec['encoding']) ? spec['encoding'] : {}, table);
  if (!selection) return { spec, selections: [] };
  const params = [...listIn(first['params']), { name: OURS, select: selection }];
  const unit = { ...first, params };
  return { spec: Array.isArray(layers) ? { ...spec, layer: [unit, ...layers.slice(1)] } : unit, selections: [OURS] };
}

/** Reads what a selection says: `{ label: ['a'] }` or `{ month: [1, 9] }`. Undefined where nothing is picked. */
export function readPicked(signal: unknown, table: ResultTable): Picked | undefined {
  if (!isObject(signal)) return undefined;
  const found = Object.entries(signal).flatMap(([field, given]): [string, PickedValues][] => {
    const column = field.replaceAll('\\', '');
    if (!table.columns.includes(column) || !Array.isArray(given)) return [];
    const values = given.filter((value): value is Value => isValue(value));
    const [from, to] = values;
    const isRange = values.length === 2 && typeof from === 'number' && typeof to === 'number' && from !== to;
    if (isRange) return [[column, { from: Math.min(from, to), to: Math.max(from, to) }]];
    return values.length === 0 ? [] : [[column, { values }]];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** The rows that meet what was picked, in their order. */
export function rowsPicked(table: ResultTable, picked: Picked): ResultTable['rows'] {
  const tests = Object.entries(picked).map(([column, wanted]) => ({ at: table.columns.indexOf(column), wanted }));
  return table.rows.filter((row) => tests.every(({ at, wanted }) => meets(row[at] ?? null, wanted)));
}

function meets(value: Value, wanted: PickedValues): boolean {
  if ('values' in wanted) return wanted.values.some((one) => one === value || Number(one) === numberOf(value));
  const number = numberOf(value);
  return number >= wanted.from && number <= wanted.to;
}

/** A day or a month as milliseconds, as time stands along an axis. */
function numberOf(value: Value): number {
  if (value === null || value === '') return Number.NaN;
  const number = Number(value);
  return Number.isNaN(number) ? Date.parse(String(value)) : number;
}

/** Names of the selections that stand in a specification, at any depth of its parts. */
function selectionsIn(spec: unknown): string[] {
  if (Array.isArray(spec)) return spec.flatMap(selectionsIn);
  if (!isObject(spec)) return [];
  const here = listIn(spec['params']).flatMap((param) =>
    isObject(param) && 'select' in param && typeof param['name'] === 'string' ? [param['name']] : [],
  );
  const parts = ['layer', 'spec', 'concat', 'hconcat', 'vconcat'].flatMap((key) => selectionsIn(spec[key]));
  return [...here, ...parts];
}

function selectionFor(unit: Readonly<Record<string, unknown>>, around: object, table: ResultTable): object | undefined {
  const encoding: Readonly<Record<string, unknown>> = {
    ...around,
    ...(isObject(unit['encoding']) ? unit['encoding'] : {}),
  };
  const mark = isObject(unit['mark']) ? unit['mark']['type'] : unit['mark'];
  if (BRUSHED.has(String(mark)) && columnOf(encoding['x'], table) !== undefined)
    return { type: 'interval', encodings: ['x'] };
  const fields = fieldsIn(encoding, table);
  const naming = fields.filter((field) => !MEASURED.has(table.types[table.columns.indexOf(field)] ?? 'text'));
  const chosen = naming.length > 0 ? naming : fields;
  return chosen.length > 0 ? { type: 'point', fields: chosen.map(escaped), toggle: 'event.shiftKey' } : undefined;
}

/** Columns of the table that an encoding shows or tells, each once. */
function fieldsIn(encoding: Readonly<Record<string, unknown>>, table: ResultTable): string[] {
  const channels = Object.values(encoding).flatMap((channel) => (Array.isArray(channel) ? channel : [channel]));
  return [...new Set(channels.flatMap((channel) => columnOf(channel, table) ?? []))];
}

function columnOf(channel: unknown, { columns }: ResultTable): string | undefined {
  const field = isObject(channel) ? channel['field'] : undefined;
  const name = typeof field === 'string' ? field.replaceAll('\\', '') : undefined;
  return name !== undefined && columns.includes(name) ? name : undefined;
}

/** Dots, brackets and quotes in a name would lead into it. */
function escaped(name: string): string {
  return name.replaceAll(/[.[\]\\'"]/g, String.raw`\$&`);
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isValue(value: unknown): value is Value {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
