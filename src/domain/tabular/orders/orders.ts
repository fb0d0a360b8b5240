import type { Day } from '@/src/kernel/calendar';
import type { Decimal } from '@/src/kernel/money';
import type { Column, TextColumn } from '../columns/column';
import type { RateTable } from '../rates/rate-table';
import type { Role } from '../roles/roles';
import type { DateOrder } from '../values/date-form';

/** Why a row is not among the orders. Each row has one reason: the first that applies, in this order. */
export const SET_ASIDE_REASONS = [
  'repeated-header',
  'total-row',
  'note',
  'open-quote',
  'too-few-cells',
  'too-many-cells',
  'unsold',
  'duplicate-order',
  'other-currency',
  'blank-customer',
  'bad-date',
  'bad-amount',
  'no-rate',
  'number-too-large',
] as const;

export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];

/** Exact amounts: `units[i] × 10^-scale`, each a safe integer. */
export interface AmountColumn {
  readonly units: Float64Array<ArrayBuffer>;
  readonly scale: number;
}

/** The rows of a sales file that can be counted, as columns. All columns have `rows` entries, in the order of the file. */
export interface Orders {
  readonly rows: number;
  /** The customer key of each row: trimmed, NFKC, case kept. */
  readonly customer: TextColumn;
  /** A name to show for each customer key, where the file has both an id and a name; else the keys themselves. */
  readonly customerLabels: readonly string[];
  readonly day: Int32Array<ArrayBuffer>;
  /** What was paid or billed, refunds negative. */
  readonly amount: AmountColumn;
  /** Order ids, where the file has them. */
  readonly order: TextColumn | undefined;
  /** All other columns, by their name in the file. */
  readonly others: readonly { readonly name: string; readonly role: Role | undefined; readonly column: Column }[];
  /** Lines of orders that the file knows and that were not sold. Not there where the file has none, or no order ids. */
  readonly unsold?: UnsoldLines | undefined;
}

/** Lines that do not count, by which another file can know that their orders came to nothing. */
export interface UnsoldLines {
  readonly order: TextColumn;
  readonly customer: TextColumn;
  readonly day: Int32Array<ArrayBuffer>;
}

/** What a reader of the file has to be told. Each is also a sentence in every language. */
export const IMPORT_NOTICES = [
  'not-what-it-says',
  'several-sheets',
  'hidden-data',
  'encoding-damaged',
  'no-header',
  'repeated-header',
  'total-rows',
  'bad-rows',
  'unsold-rows',
  'duplicate-rows',
  'no-customer',
  'blank-customers',
  'masked-values',
  'ids-damaged',
  'ids-were-floats',
  'filled-down',
  'order-total-repeated',
  'amount-computed',
  'unit-scaled',
  'mixed-currency',
  'refunds',
  'decimals-rounded',
  'date-order-assumed',
  'mixed-date-styles',
  'same-file',
  'columns-differ',
  'date-order-followed',
  'overlapping-orders',
  'overlap-unknown',
  'order-ids-reused',
] as const;

export type ImportNotice = (typeof IMPORT_NOTICES)[number];

/** Everything that is known about an import apart from its columns. Kept with the dataset as its provenance. */
export interface ImportFacts {
  readonly total: number;
  readonly used: number;
  readonly setAside: readonly SetAsideCount[];
  readonly firstDay: Day | undefined;
  readonly lastDay: Day | undefined;
  readonly customers: number;
  /** Sum over the used rows. */
  readonly amount: Decimal;
  /** ISO code of what the amounts are in, where the file says so and says but one. */
  readonly currency: string | undefined;
  /** All currencies of the used rows, sorted. */
  readonly currencies: readonly string[];
  /** Not there unless amounts were converted: then all amounts are in its table's target. */
  readonly conversion?: Conversion;
  readonly notices: readonly ImportNotice[];
  readonly reading: FileReading;
}

/** How amounts of several currencies became amounts in one. */
export interface Conversion {
  readonly table: RateTable;
  /** Each amount that was converted was rounded to so many digits after the point, halves away from zero. */
  readonly decimals: number;
  /** The used rows by the currency they were in, sorted by it. */
  readonly parts: readonly ConvertedPart[];
}

export interface ConvertedPart {
  /** '' for zeros of which nothing says what they are in. */
  readonly currency: string;
  readonly rows: number;
  /** Their sum in that currency, and in the target. */
  readonly amount: Decimal;
  readonly converted: Decimal;
}

/** What was decided for a whole file, by which others of its kind can be read the same way. */
export interface FileReading {
  /** Which part comes first in 1/5/2024, where that matters. */
  readonly dates?: { readonly order: DateOrder; readonly assumed: boolean };
  /** By what customers are told apart, where the file has both. */
  readonly customersBy?: CustomersBy;
}

export type CustomersBy = 'id' | 'name';

export interface SetAsideCount {
  readonly reason: SetAsideReason;
  readonly rows: number;
  /** Sum of the amounts of these rows, as far as they can be read. */
  readonly amount: Decimal;
}

export interface SetAsideRow {
  /** Number among the file's data rows, from 1. */
  readonly row: number;
  readonly reason: SetAsideReason;
  readonly cells: readonly string[];
}
