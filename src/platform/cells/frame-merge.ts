import { err, ok, type Result } from '@/src/kernel/result';
import { at } from '@/src/kernel/assert';
import type { ResultTable, Value } from '@/src/domain/analysis/result';
import type { FrameStep, MergeWay } from '@/src/domain/notebook/frame-steps';
import { findColumns, freeName, keyOf, type FrameColumn } from './frame-columns';
import type { Frames } from './frame-groups';

/** Rows that a merge may give. */
const MOST_ROWS = 100_000;

type Row = readonly Value[];

/**
 * The columns of the left table, and behind them those of the right one that are not merged on; a name that is taken gets _2.
 * Rows stand in the order of the left table, the right ones that belong to none at the end. A missing value meets no other.
 */
export function mergeRows(
  frames: Frames,
  left: ResultTable,
  right: ResultTable,
  step: Extract<FrameStep, { kind: 'merge' }>,
): Result<ResultTable, string> {
  const onLeft = findColumns(left, step.on);
  if (!onLeft.ok) return onLeft;
  const onRight = findColumns(right, step.on);
  if (!onRight.ok) return err(`in ${step.with} ${onRight.error}`);
  const keys = keysOf([left.rows, onLeft.value], [right.rows, onRight.value]);
  const size = pairsOf(keys);
  if (size > MOST_ROWS) return err(`${size} rows would come of it; at most ${MOST_ROWS}`);
  const others = right.columns.flatMap((_, place) => (step.on.includes(at(right.columns, place)) ? [] : [place]));
  const columns = [...left.columns];
  for (const place of others) columns.push(freeName(at(right.columns, place), columns));
  const rows = mergePairs(frames, keys, step.how).map(([i, j]) => [
    ...(i === null ? columnsOfRight(left, at(right.rows, j ?? 0), onLeft.value, onRight.value) : at(left.rows, i)),
    ...others.map((place) => (j === null ? null : (at(right.rows, j)[place] ?? null))),
  ]);
  return ok({ columns, types: [...left.types, ...others.map((place) => at(right.types, place))], rows });
}

/** A right row without a left one fills only the columns that both have. */
function columnsOfRight(
  left: ResultTable,
  row: Row,
  onLeft: readonly FrameColumn[],
  onRight: readonly FrameColumn[],
): Value[] {
  return left.columns.map((_, place) => {
    const shared = onLeft.findIndex((column) => column.place === place);
    return shared < 0 ? null : (row[at(onRight, shared).place] ?? null);
  });
}

interface Keys {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** The same number for the same values. A row that lacks one has a number to itself. */
function keysOf(...sides: readonly (readonly [readonly Row[], readonly FrameColumn[]])[]): Keys {
  const numbers = new Map<string, number>();
  let next = 0;
  const [left = [], right = []] = sides.map(([rows, columns]) =>
    rows.map((row) => {
      const values = columns.map(({ place }) => row[place] ?? null);
      const key = values.includes(null) ? undefined : JSON.stringify(values.map(keyOf));
      const number = (key === undefined ? undefined : numbers.get(key)) ?? next++;
      if (key !== undefined) numbers.set(key, number);
      return number;
    }),
  );
  return { left, right };
}

function pairsOf({ left, right }: Keys): number {
  const counts = new Map<number, number>();
  for (const key of right) counts.set(key, (counts.get(key) ?? 0) + 1);
  return left.reduce((sum, key) => sum + (counts.get(key) ?? 0), 0);
}

type Pair = readonly [left: number | null, right: number | null];

/** Which left row goes with which right one, as danfojs has it, brought into the order of the rows. */
function mergePairs({ DataFrame, merge }: Frames, keys: Keys, how: MergeWay): Pair[] {
  if (keys.left.length === 0 || keys.right.length === 0) return pairsWithNothing(keys, how);
  const frame = (numbers: readonly number[], name: string) =>
    new DataFrame({ key: [...numbers], [name]: numbers.map((_, i) => i) });
  const merged = merge({ left: frame(keys.left, 'i'), right: frame(keys.right, 'j'), on: ['key'], how });
  // Safe: three columns of numbers come back; in the last two stands NaN or null where a side has no row.
  const rows = merged.values as unknown as readonly (readonly [number, number | null, number | null])[];
  const last = keys.left.length;
  return rows
    .map(([, i, j]): Pair => [placeOf(i), placeOf(j)])
    .sort(([a, b], [c, d]) => (a ?? last) - (c ?? last) || (b ?? 0) - (d ?? 0));
}

/** danfojs makes no frame without rows. */
function pairsWithNothing({ left, right }: Keys, how: MergeWay): Pair[] {
  return [
    ...(how === 'left' || how === 'outer' ? left.map((_, i): Pair => [i, null]) : []),
    ...(how === 'right' || how === 'outer' ? right.map((_, j): Pair => [null, j]) : []),
  ];
}

function placeOf(value: number | null): number | null {
  return Number.isInteger(value) ? value : null;
}
