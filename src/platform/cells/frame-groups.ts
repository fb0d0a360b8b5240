import type * as danfo from 'danfojs';
import { err, ok, type Result } from '@/src/kernel/result';
import { at } from '@/src/kernel/assert';
import type { ResultTable, Value, ValueType } from '@/src/domain/analysis/result';
import type { FrameMeasure, FrameStep } from '@/src/domain/notebook/frame-steps';
import {
  compareValues,
  findColumns,
  freeName,
  isNumeric,
  keyOf,
  numberGroups,
  type FrameColumn,
} from './frame-columns';

export type Frames = Pick<typeof danfo, 'DataFrame' | 'Series' | 'merge'>;
type Step<K extends FrameStep['kind']> = Extract<FrameStep, { kind: K }>;
type Rows = ResultTable['rows'];

/** Columns that a pivot may make. */
const MOST_COLUMNS = 200;
/** What a table cannot say of text, days and flags. */
const ARITHMETIC: readonly FrameMeasure[] = ['sum', 'mean', 'median', 'std'];
const DESCRIBED = ['count', 'mean', 'std', 'min', 'median', 'max'] as const;

/**
 * One row a group, in the order in which groups first appear. Measures of one column are named after the measure, those of
 * several after both: `value_sum`. Missing values count nowhere; a measure of none of them is missing, as is `std` of one.
 */
export function groupRows(frames: Frames, table: ResultTable, step: Step<'group'>): Result<ResultTable, string> {
  const by = findColumns(table, step.by);
  if (!by.ok) return by;
  const { groups, firsts } = numberGroups(table.rows, by.value);
  const columns = [...step.by];
  const types = by.value.map(({ type }) => type);
  const measured: (readonly Value[])[] = [];
  for (const { column, measures } of step.measures) {
    const found = measurable(table, column, measures);
    if (!found.ok) return found;
    const values = measureGroups(frames, { rows: table.rows, groups, size: firsts.length }, found.value, measures);
    measures.forEach((measure, i) => {
      columns.push(freeName(step.measures.length === 1 ? measure : `${column}_${measure}`, columns));
      types.push(typeOf(measure, found.value.type));
      measured.push(at(values, i));
    });
  }
  const rows = firsts.map((row, group) => [
    ...by.value.map(({ place }) => row[place] ?? null),
    ...measured.map((values) => at(values, group)),
  ]);
  return ok({ columns, types, rows });
}

/**
 * One row for each value of one column, in the order in which they first appear, and one column for each value of another,
 * in rising order. Where no row has both values the measure is missing.
 */
export function pivotRows(frames: Frames, table: ResultTable, step: Step<'pivot'>): Result<ResultTable, string> {
  const found = findColumns(table, [step.rows, step.columns]);
  if (!found.ok) return found;
  const measured = measurable(table, step.values, [step.measure]);
  if (!measured.ok) return measured;
  const [down, across] = [at(found.value, 0), at(found.value, 1)];
  const heads = headsOf(table.rows, across);
  if (heads.length > MOST_COLUMNS)
    return err(`${step.columns} has ${heads.length} values; at most ${MOST_COLUMNS} become columns`);
  const { groups, firsts } = numberGroups(table.rows, found.value);
  const size = firsts.length;
  const values = at(measureGroups(frames, { rows: table.rows, groups, size }, measured.value, [step.measure]), 0);
  const lines = new Map<string, Value[]>();
  firsts.forEach((row, group) => {
    const [name, head] = [row[down.place] ?? null, row[across.place] ?? null];
    const line = lines.get(keyOf(name)) ?? [name, ...heads.map(() => null)];
    line[1 + heads.findIndex((one) => keyOf(one) === keyOf(head))] = at(values, group);
    lines.set(keyOf(name), line);
  });
  const columns = [step.rows];
  for (const head of heads) columns.push(freeName(head === null ? '—' : String(head), columns));
  const type = typeOf(step.measure, measured.value.type);
  return ok({ columns, types: [down.type, ...heads.map(() => type)], rows: [...lines.values()] });
}

/** One row for each column: how many values there are, and how they lie. Columns of one kind are shown as that kind. */
export function describeColumns(
  frames: Frames,
  table: ResultTable,
  step: Step<'describe'>,
): Result<ResultTable, string> {
  const rows: Value[][] = [];
  const kinds = new Set<ValueType>();
  for (const name of step.columns) {
    const found = measurable(table, name, ARITHMETIC);
    if (!found.ok) return found;
    kinds.add(found.value.type);
  }
  const kind: ValueType = kinds.size === 1 ? at([...kinds], 0) : 'number';
  const types = DESCRIBED.map((measure) => typeOf(measure, kind));
  for (const name of step.columns) {
    const numbers = numbersIn(table.rows, table.columns.indexOf(name));
    const described = describeNumbers(frames, numbers);
    rows.push([name, ...DESCRIBED.map((measure, i) => shown(described.get(measure), at(types, i)))]);
  }
  return ok({ columns: ['column', ...DESCRIBED], types: ['text', ...types], rows });
}

/** danfojs calls the spread of one value 0; it is not known. */
function describeNumbers({ Series }: Frames, numbers: readonly number[]): Map<string, number> {
  if (numbers.length === 0) return new Map([['count', 0]]);
  const described = new Series([...numbers]).describe();
  // Safe: a description is a column of numbers under names.
  const values = described.values as number[];
  const found = new Map(described.index.map((name, i) => [String(name), at(values, i)] as const));
  if (numbers.length < 2) found.delete('std');
  return found;
}

interface Grouped {
  readonly rows: Rows;
  /** By row the number of its group. */
  readonly groups: readonly number[];
  readonly size: number;
}

/** By measure the value of each group. */
function measureGroups(
  { DataFrame }: Frames,
  { rows, groups, size }: Grouped,
  { place, type }: FrameColumn,
  measures: readonly FrameMeasure[],
): (readonly Value[])[] {
  const there = rows.flatMap((row, i) => ((row[place] ?? null) === null ? [] : [i]));
  // The least and the greatest are looked for among ranks, so that they come back as they were given.
  const ranked = rankedValues(rows, there, { place, type }, measures);
  const numbers = isNumeric(type) ? there.map((i) => Number(rows[i]?.[place])) : ranked.ranks;
  const frame =
    there.length === 0
      ? undefined
      : new DataFrame({ group: there.map((i) => at(groups, i)), value: numbers, rank: ranked.ranks });
  const counts = new Map<number, number>();
  for (const i of there) counts.set(at(groups, i), (counts.get(at(groups, i)) ?? 0) + 1);
  return measures.map((measure) => {
    const found = frame ? aggregated(frame, measure, type) : new Map<number, number>();
    return Array.from({ length: size }, (_, group): Value => {
      const value = found.get(group);
      if (measure === 'count') return value ?? 0;
      if (value === undefined || (measure === 'std' && (counts.get(group) ?? 0) < 2)) return null;
      return isExtreme(measure) ? at(ranked.values, value) : shown(value, typeOf(measure, type));
    });
  });
}

function isExtreme(measure: FrameMeasure): boolean {
  return measure === 'min' || measure === 'max';
}

function aggregated(frame: danfo.DataFrame, measure: FrameMeasure, type: ValueType): Map<number, number> {
  const column = isExtreme(measure) || !isNumeric(type) ? 'rank' : 'value';
  const described = frame.groupby(['group']).agg({ [column]: measure });
  // Safe: two columns of numbers come back, the group and the measure.
  const rows = described.values as unknown as readonly (readonly [number, number])[];
  return new Map(rows.map(([group, value]) => [Number(group), Number(value)]));
}

/** The different values in rising order, and for each row that has one the place of its value among them. */
function rankedValues(
  rows: Rows,
  there: readonly number[],
  { place, type }: Pick<FrameColumn, 'place' | 'type'>,
  measures: readonly FrameMeasure[],
): { readonly values: readonly Value[]; readonly ranks: number[] } {
  if (!measures.some(isExtreme)) return { values: [], ranks: there.map(() => 0) };
  const values = [...new Set(there.map((i) => rows[i]?.[place] ?? null))].sort((a, b) => compareValues(a, b, type));
  const ranks = new Map(values.map((value, rank) => [value, rank]));
  return { values, ranks: there.map((i) => ranks.get(rows[i]?.[place] ?? null) ?? 0) };
}

function measurable(table: ResultTable, name: string, measures: readonly FrameMeasure[]): Result<FrameColumn, string> {
  const found = findColumns(table, [name]);
  if (!found.ok) return found;
  const column = at(found.value, 0);
  const wrong = isNumeric(column.type) ? undefined : measures.find((measure) => ARITHMETIC.includes(measure));
  if (wrong !== undefined) return err(`${name} is no column of numbers: count, min and max, but no ${wrong}`);
  return ok(column);
}

function headsOf(rows: Rows, { place, type }: FrameColumn): Value[] {
  const heads = new Map(rows.map((row) => [keyOf(row[place] ?? null), row[place] ?? null]));
  return [...heads.values()].sort((a, b) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return compareValues(a, b, type);
  });
}

function numbersIn(rows: Rows, place: number): number[] {
  return rows.flatMap((row) => ((row[place] ?? null) === null ? [] : [Number(row[place])]));
}

/** What the measure of a column is: how many is a count, and the mean of counts or of days is neither. */
function typeOf(measure: FrameMeasure, type: ValueType): ValueType {
  if (measure === 'count') return 'count';
  const stays = measure === 'sum' || isExtreme(measure);
  return (type === 'count' || type === 'days') && !stays ? 'number' : type;
}

function shown(value: number | undefined, type: ValueType): Value {
  if (value === undefined || !Number.isFinite(value)) return null;
  if (type !== 'money') return value;
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(2);
}
