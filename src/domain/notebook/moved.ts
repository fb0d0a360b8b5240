import { formatDecimal, parseDecimal, rescale } from '@/src/kernel/money';
import type { Value, ValueType } from '../analysis/result';

/** A figure as it was shown. */
export interface Figure {
  readonly value: Value;
  readonly type: ValueType;
  /** The digest of what was asked: text and values of the cell and of all it reads, but not the file. */
  readonly question: string;
}

/** By name (`pareto.k`), in the order in which they are shown. */
export type Figures = Readonly<Record<string, Figure>>;

/** A figure that is another now. */
export interface Move {
  readonly name: string;
  readonly type: ValueType;
  readonly before: Value;
  readonly now: Value;
  /** Now less before, money exactly; null where one of them is undefined. */
  readonly difference: Value;
}

export interface Moves {
  readonly moves: readonly Move[];
  /** Figures that could be compared, moved or not. */
  readonly compared: number;
}

const NUMERIC: ReadonlySet<ValueType> = new Set(['count', 'money', 'share', 'ratio', 'number', 'days']);

/** Whether a value is a number of its type, or undefined: only such figures can move. */
export function isFigure(value: unknown, type: ValueType): value is Value {
  if (!NUMERIC.has(type)) return false;
  if (value === null) return true;
  return type === 'money' ? isMoney(value) : typeof value === 'number' && Number.isFinite(value);
}

/**
 * Which figures differ, in the order of `now`. Compared is what was asked alike both times: a figure under another
 * parameter is another figure. `1.50` and `1.5` are the same money.
 * @example moved({ 'a.k': { value: 3, type: 'count', question: 'q' } }, { 'a.k': { value: 5, type: 'count', question: 'q' } })
 * // { compared: 1, moves: [{ name: 'a.k', type: 'count', before: 3, now: 5, difference: 2 }] }
 */
export function moved(before: Figures, now: Figures): Moves {
  const both = Object.entries(now).flatMap(([name, figure]): Move[] => {
    const earlier = Object.hasOwn(before, name) ? before[name] : undefined;
    if (earlier?.question !== figure.question || earlier.type !== figure.type) return [];
    const { value, type } = figure;
    return [{ name, type, before: earlier.value, now: value, difference: difference(earlier.value, value, type) }];
  });
  return { moves: both.filter((move) => isMove(move)), compared: both.length };
}

function isMove({ before, now, difference }: Move): boolean {
  return difference === null ? before !== now : Number(difference) !== 0;
}

function difference(before: Value, now: Value, type: ValueType): Value {
  if (before === null || now === null) return null;
  return type === 'money' ? moneyBetween(String(before), String(now)) : Number(now) - Number(before);
}

function moneyBetween(before: string, now: string): string | null {
  const [from, to] = [parseDecimal(before), parseDecimal(now)];
  if (!from || !to) return null;
  const scale = Math.max(from.scale, to.scale);
  return formatDecimal({ units: rescale(to, scale).units - rescale(from, scale).units, scale });
}

function isMoney(value: unknown): value is string {
  return typeof value === 'string' && parseDecimal(value) !== undefined;
}
