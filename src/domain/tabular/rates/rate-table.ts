/** What one of a currency is worth, from a day on. Stored as it stands here. */
export interface Rate {
  readonly currency: string;
  /** So many of the table's target for one of the currency: a plain decimal above zero. */
  readonly rate: string;
  /** The first day it holds, as an ISO day, until a later rate of the currency; null: for all days before those. */
  readonly from: string | null;
}

/** By which rates amounts become amounts in one currency. */
export interface RateTable {
  readonly target: string;
  /** The name of the file it was read from; not there where the rates were typed. */
  readonly name?: string;
  readonly rates: readonly Rate[];
}

/** A rate as it was typed or stands in a file. */
export interface RateLine {
  /** Where it stands, from 1: the row of the file or the line on the screen. */
  readonly line: number;
  readonly currency: string;
  readonly rate: string;
  /** Blank where the rate holds for all days. */
  readonly from: string;
}

/**
 * What is wrong with a table of rates. `rate-currency`: no currency. `rate-not-a-number`, `rate-not-positive`, `rate-day`:
 * the cell. `rate-ambiguous`: 1,234 can be 1.234 or 1234. `rate-twice`: two rates of a currency for one day.
 * `rate-of-target`: one of the target is not worth one. `no-rates`, `too-many-rates`: of the whole. `no-rate-columns`: a
 * file in which no columns of currencies and rates are found. `rate-row`: a row with cells that no column has.
 */
export interface RateFault {
  readonly code:
    | 'rate-currency'
    | 'rate-not-a-number'
    | 'rate-not-positive'
    | 'rate-ambiguous'
    | 'rate-day'
    | 'rate-twice'
    | 'rate-of-target'
    | 'rate-row'
    | 'no-rates'
    | 'too-many-rates'
    | 'no-rate-columns';
  /** Of the line that is wrong, from 1; 0 where it is the whole. */
  readonly line: number;
  /** What stands there. */
  readonly text: string;
}
