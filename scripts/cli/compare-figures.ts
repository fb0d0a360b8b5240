import { compareDecimals, parseDecimal } from '@/src/kernel/money';
import type { Json } from './reference-shape';

/** Keys of the references that nothing here computes, with the reason. Everything else must be visited. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  definitions: 'text',
  meta: 'text about the file',
  orders: 'no analysis counts orders',
  amount_negative_rows: 'no analysis counts rows by sign',
  amount_zero_rows: 'no analysis counts rows by sign',
  'interpurchase.km_first_to_second.columns': 'names of columns',
  'interpurchase.km_all_gaps.columns': 'names of columns',
  'km_overall.columns': 'names of columns',
  'km_by_contract.Month-to-month.columns': 'names of columns',
  'km_by_contract.One year.columns': 'names of columns',
  'km_by_contract.Two year.columns': 'names of columns',
  table_thinned: 'whether the reference leaves out steps of a curve',
};

const RELATIVE = 1e-12;
const ABSOLUTE = 1e-15;

export interface Comparison {
  readonly compared: number;
  readonly differences: readonly string[];
}

/**
 * Visits every leaf of the figure `key` of a reference; one that `ours` lacks is a difference. Whole numbers, text and money have
 * to be equal, other numbers to 1e-12.
 */
export function compareFigure(theirs: Json, ours: Json | undefined, key: string): Comparison {
  return compare(byTime(theirs), ours, key);
}

/** Steps of survival curves by their time: the reference leaves some out. */
function byTime(theirs: Json): Json {
  if (typeof theirs !== 'object' || theirs === null || Array.isArray(theirs)) return theirs;
  const entries = Object.entries(theirs).flatMap(([key, value]): [string, Json][] => {
    if (key === 'table_thinned') return [];
    if (key !== 'table' || !Array.isArray(value)) return [[key, byTime(value)]];
    // Safe: each row of such a table is a list that begins with the time.
    return [[key, Object.fromEntries((value as Json[][]).map(([time, ...step]) => [String(time), step]))]];
  });
  return Object.fromEntries(entries);
}

function compare(theirs: Json, ours: Json | undefined, at: string): Comparison {
  if (LEFT_OUT[at] !== undefined) return { compared: 0, differences: [] };
  if (typeof theirs === 'object' && theirs !== null) {
    const parts = Object.entries(theirs).map(([key, value]) => {
      const inner = typeof ours === 'object' && ours !== null ? (ours as Record<string, Json>)[key] : undefined;
      return compare(value, inner, `${at}.${key}`);
    });
    return {
      compared: parts.reduce((total, part) => total + part.compared, 0),
      differences: parts.flatMap((part) => part.differences),
    };
  }
  const same = ours !== undefined && isSame(theirs, ours);
  return {
    compared: 1,
    differences: same ? [] : [`${at}: reference ${JSON.stringify(theirs)}, ours ${JSON.stringify(ours)}`],
  };
}

function isSame(theirs: Json, ours: Json): boolean {
  if (typeof theirs === 'number' && typeof ours === 'number') {
    if (Number.isInteger(theirs) && Number.isInteger(ours)) return theirs === ours;
    return Math.abs(theirs - ours) <= Math.max(RELATIVE * Math.abs(theirs), ABSOLUTE);
  }
  if (typeof theirs === 'string' && typeof ours === 'string') {
    const [a, b] = [parseDecimal(theirs), parseDecimal(ours)];
    return a && b ? compareDecimals(a, b) === 0 : theirs === ours;
  }
  return theirs === ours;
}
