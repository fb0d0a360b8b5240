import { err, ok, type Result } from '@/src/kernel/result';
import type { Value } from '../analysis/result';
import { plainObject } from './front-matter';

export const FRAME_MEASURES = ['count', 'sum', 'mean', 'median', 'std', 'min', 'max'] as const;
export type FrameMeasure = (typeof FRAME_MEASURES)[number];

export const MERGE_WAYS = ['left', 'inner', 'right', 'outer'] as const;
export type MergeWay = (typeof MERGE_WAYS)[number];

/** Either the value itself, or a range with both ends in it; text and days are compared by code point. */
export type FrameCondition =
  | { readonly column: string; readonly equals: Value }
  | { readonly column: string; readonly from?: string | number; readonly to?: string | number };

export interface FrameColumnMeasures {
  readonly column: string;
  readonly measures: readonly FrameMeasure[];
}

/** What is done to a table, one thing after the other. Columns are meant by their names. */
export type FrameStep =
  | { readonly kind: 'select'; readonly columns: readonly string[] }
  | { readonly kind: 'where'; readonly conditions: readonly FrameCondition[] }
  | { readonly kind: 'group'; readonly by: readonly string[]; readonly measures: readonly FrameColumnMeasures[] }
  | {
      readonly kind: 'pivot';
      readonly rows: string;
      readonly columns: string;
      readonly values: string;
      readonly measure: FrameMeasure;
    }
  | { readonly kind: 'describe'; readonly columns: readonly string[] }
  | { readonly kind: 'merge'; readonly with: string; readonly on: readonly string[]; readonly how: MergeWay }
  | { readonly kind: 'sort'; readonly by: string; readonly descending: boolean }
  | { readonly kind: 'limit'; readonly rows: number };

export interface FramePlan {
  /** `<cell>.<table>` of an earlier analysis, or the name of an earlier cell with one table. */
  readonly from: string;
  readonly steps: readonly FrameStep[];
}

const MOST_STEPS = 50;
const STEPS: Readonly<Record<FrameStep['kind'], (given: unknown) => FrameStep>> = {
  select: (given) => ({ kind: 'select', columns: columnsIn(given, 'the columns to keep, as in [key, value]') }),
  where: (given) => ({ kind: 'where', conditions: conditionsIn(given) }),
  group: groupStep,
  pivot: pivotStep,
  describe: (given) => ({ kind: 'describe', columns: columnsIn(given, 'the columns to describe, as in [value]') }),
  merge: mergeStep,
  sort: sortStep,
  limit: limitStep,
};

/** Thrown inside this file alone, and caught by `readFrameSteps`. */
class Misread extends Error {}

/**
 * Reads the body of a frame cell. The short form `from`, `group`, `column`, `measures` is a plan of one group step.
 * @returns an error that names the step, counted from 1, and what is allowed there.
 * @example readFrameSteps({ from: 'pareto.entities', steps: [{ limit: 20 }] })
 * @example readFrameSteps({ from: 'a', steps: [{ limit: 'x' }] }) // 'step 1, limit: a whole number from 0 to 1000000'
 */
export function readFrameSteps(body: unknown): Result<FramePlan, string> {
  const { from, steps, group } = plainObject(body);
  if (typeof from !== 'string' || from.trim() === '') return err('from: missing, as in pareto.entities');
  try {
    if (steps === undefined && group !== undefined) return ok({ from, steps: [shortForm(plainObject(body))] });
    if (group !== undefined) throw new Misread('group: stands among the steps, or without steps');
    if (!Array.isArray(steps) || steps.length === 0 || steps.length > MOST_STEPS)
      throw new Misread(`steps: a list of 1 to ${MOST_STEPS} of ${Object.keys(STEPS).join(', ')}`);
    return ok({ from, steps: steps.map((step, i) => stepIn(step, i + 1)) });
  } catch (thrown) {
    if (thrown instanceof Misread) return err(thrown.message);
    throw thrown;
  }
}

/** The earlier results that a plan reads, each once. */
export function sourcesOf({ from, steps }: FramePlan): string[] {
  return [...new Set([from, ...steps.flatMap((step) => (step.kind === 'merge' ? [step.with] : []))])];
}

function shortForm({ group, column, measures }: Readonly<Record<string, unknown>>): FrameStep {
  if (typeof group !== 'string') throw new Misread('group: missing');
  if (typeof column !== 'string') throw new Misread('column: missing');
  return { kind: 'group', by: [group], measures: [{ column, measures: measuresIn(measures ?? 'count', 'measures') }] };
}

function stepIn(given: unknown, number: number): FrameStep {
  const entries = Object.entries(plainObject(given));
  const [name = '', body] = entries[0] ?? [];
  if (entries.length !== 1 || !isStep(name))
    throw new Misread(`step ${number}: ${name === '' ? 'empty' : name}: one of ${Object.keys(STEPS).join(', ')}`);
  try {
    return STEPS[name](body);
  } catch (thrown) {
    throw thrown instanceof Misread ? new Misread(`step ${number}, ${name}: ${thrown.message}`) : thrown;
  }
}

function isStep(name: string): name is FrameStep['kind'] {
  return Object.hasOwn(STEPS, name);
}

function groupStep(given: unknown): FrameStep {
  const { by, measures } = withKeys(given, ['by', 'measures']);
  const asked = Object.entries(plainObject(measures));
  if (asked.length === 0) throw new Misread('measures: by column, as in { value: [count, sum] }');
  return {
    kind: 'group',
    by: columnsIn(by, 'by: the columns whose values make a group, as in [class]'),
    measures: asked.map(([column, list]) => ({ column, measures: measuresIn(list, `measures.${column}`) })),
  };
}

function pivotStep(given: unknown): FrameStep {
  const { rows, columns, values, measure } = withKeys(given, ['rows', 'columns', 'values', 'measure']);
  return {
    kind: 'pivot',
    rows: columnIn(rows, 'rows'),
    columns: columnIn(columns, 'columns'),
    values: columnIn(values, 'values'),
    measure: oneOf(FRAME_MEASURES, measure ?? 'sum', 'measure'),
  };
}

function mergeStep(given: unknown): FrameStep {
  const { with: other, on, how } = withKeys(given, ['with', 'on', 'how']);
  if (typeof other !== 'string' || other === '') throw new Misread('with: an earlier result, as in churn.slipping');
  const columns = columnsIn(on, 'on: the columns that both have, as in [key]');
  return { kind: 'merge', with: other, on: columns, how: oneOf(MERGE_WAYS, how ?? 'left', 'how') };
}

function sortStep(given: unknown): FrameStep {
  const { by, descending = false } = withKeys(given, ['by', 'descending']);
  if (typeof descending !== 'boolean') throw new Misread('descending: true or false');
  return { kind: 'sort', by: columnIn(by, 'by'), descending };
}

function limitStep(given: unknown): FrameStep {
  if (typeof given !== 'number' || !Number.isInteger(given) || given < 0 || given > 1_000_000)
    throw new Misread('a whole number from 0 to 1000000');
  return { kind: 'limit', rows: given };
}

function conditionsIn(given: unknown): FrameCondition[] {
  const conditions = Object.entries(plainObject(given)).map(([column, value]) => conditionIn(column, value));
  if (conditions.length === 0) throw new Misread('by column a value, or { from: 10, to: 20 }');
  return conditions;
}

function conditionIn(column: string, value: unknown): FrameCondition {
  if (value === null || typeof value === 'boolean' || isScalar(value)) return { column, equals: value };
  const { from, to } = plainObject(value);
  const isRange = Object.keys(plainObject(value)).every((key) => key === 'from' || key === 'to');
  if (!isRange || (from === undefined && to === undefined) || !isEnd(from) || !isEnd(to))
    throw new Misread(`${column}: a value, or { from: 10, to: 20 } with one end at least`);
  return { column, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function isScalar(value: unknown): value is string | number {
  return typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}

function isEnd(value: unknown): value is string | number | undefined {
  return value === undefined || isScalar(value);
}

/** One name or a list of names, none of them twice. A number is a name too: YAML reads the column 2026 as one. */
function columnsIn(given: unknown, allowed: string): string[] {
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  const names = list.filter(isScalar).map(String);
  if (names.length !== list.length || names.length === 0) throw new Misread(allowed);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Misread(`${twice} stands there twice`);
  return names;
}

function columnIn(given: unknown, key: string): string {
  if (!isScalar(given) || given === '') throw new Misread(`${key}: a column`);
  return String(given);
}

function measuresIn(given: unknown, key: string): FrameMeasure[] {
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (list.length === 0 || given === undefined) throw new Misread(`${key}: some of ${FRAME_MEASURES.join(', ')}`);
  return [...new Set(list.map((measure) => oneOf(FRAME_MEASURES, measure, key)))];
}

function oneOf<T extends string>(options: readonly T[], given: unknown, key: string): T {
  const found = options.find((option) => option === given);
  if (found === undefined) throw new Misread(`${key}: ${shown(given)} is none of ${options.join(', ')}`);
  return found;
}

function shown(given: unknown): string {
  return isScalar(given) ? String(given).slice(0, 40) : 'what is given';
}

function withKeys(given: unknown, allowed: readonly string[]): Readonly<Record<string, unknown>> {
  const body = plainObject(given);
  const unknown = Object.keys(body).find((key) => !allowed.includes(key));
  if (unknown !== undefined) throw new Misread(`${unknown} is none of ${allowed.join(', ')}`);
  return body;
}
