import { ok, type Result } from '@/src/kernel/result';
import { at } from '@/src/kernel/assert';
import type { ResultTable, Value } from '@/src/domain/analysis/result';
import type { FrameCondition, FrameStep } from '@/src/domain/notebook/frame-steps';
import { compareValues, findColumns, isNumeric, type FrameColumn } from './frame-columns';

type Step<K extends FrameStep['kind']> = Extract<FrameStep, { kind: K }>;
type Row = readonly Value[];

/** The columns, in the order in which they are named. */
export function selectColumns(table: ResultTable, { columns }: Step<'select'>): Result<ResultTable, string> {
  const found = findColumns(table, columns);
  if (!found.ok) return found;
  return ok({
    columns: found.value.map(({ name }) => name),
    types: found.value.map(({ type }) => type),
    rows: table.rows.map((row) => found.value.map(({ place }) => row[place] ?? null)),
  });
}

/** The rows that meet all conditions. A missing value is in no range, and equals only null. */
export function whereRows(table: ResultTable, { conditions }: Step<'where'>): Result<ResultTable, string> {
  const columns = findColumns(
    table,
    conditions.map(({ column }) => column),
  );
  if (!columns.ok) return columns;
  const meets = conditions.map((condition, i) => conditionOn(at(columns.value, i), condition));
  return ok({ ...table, rows: table.rows.filter((row) => meets.every((test) => test(row))) });
}

/** Ties keep their order; missing values come last, up or down. */
export function sortRows(table: ResultTable, { by, descending }: Step<'sort'>): Result<ResultTable, string> {
  const found = findColumns(table, [by]);
  if (!found.ok) return found;
  const { place, type } = at(found.value, 0);
  const sign = descending ? -1 : 1;
  const order = (a: Row, b: Row): number => {
    const [x, y] = [a[place] ?? null, b[place] ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * compareValues(x, y, type);
  };
  return ok({ ...table, rows: table.rows.toSorted(order) });
}

export function limitRows(table: ResultTable, { rows }: Step<'limit'>): Result<ResultTable, string> {
  return ok({ ...table, rows: table.rows.slice(0, rows) });
}

function conditionOn({ place, type }: FrameColumn, condition: FrameCondition): (row: Row) => boolean {
  if ('equals' in condition) {
    const { equals } = condition;
    if (equals === null) return (row) => (row[place] ?? null) === null;
    return (row) => isThere(row[place]) && isSame(row[place] ?? null, equals, isNumeric(type) ? type : 'text');
  }
  const { from, to } = condition;
  return (row) => {
    const value = row[place] ?? null;
    if (value === null) return false;
    return (
      (from === undefined || compareValues(value, from, type) >= 0) &&
      (to === undefined || compareValues(value, to, type) <= 0)
    );
  };
}

function isThere(value: Value | undefined): boolean {
  return value !== null && value !== undefined;
}

function isSame(value: Value, wanted: Value, type: FrameColumn['type']): boolean {
  return compareValues(value, wanted, type) === 0;
}
