/** What a cell says about its date, before the column decides the rest. */
export interface DateCell {
  /**
   * `day`: a, b, c are year, month, day. `month`: year, month. `open`: day and month in either order, then a year of four
   * digits. `short`: three numbers of at most two digits. `roc`: a year of the Republic (113 is 2024), month, day.
   */
  readonly kind: 'day' | 'month' | 'open' | 'short' | 'roc';
  /** Of a short date: where its year must stand, being of two digits; undefined when it can be either. */
  readonly yearAt: 'first' | 'last' | undefined;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** Which way of writing it is; the separator of numeric dates at its end. Time, zeros and length of names do not count. */
  readonly style: string;
  /** It says itself that it counts years of the Republic. */
  readonly saysRoc: boolean;
  /** The month's name is not English. */
  readonly foreign: boolean;
}

/** Years below are of this century. */
const PIVOT = 70;

/** Two digits of a year: 00…69 are 2000…2069, 70…99 are 1970…1999. */
export function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < PIVOT ? year + 2000 : year + 1900;
}

/** A cell of a kind; parts that it does not have are 0. */
export function dateCell(kind: DateCell['kind'], parts: readonly number[], style: string): DateCell {
  const [a = 0, b = 0, c = 0] = parts;
  return { kind, yearAt: undefined, a, b, c, style, saysRoc: false, foreign: false };
}
