import type { Day } from '@/src/kernel/calendar';
import type { ExactSums } from '@/src/kernel/money';
import type { Period, PeriodUnit } from '@/src/kernel/period';
import type { Role } from '../tabular/roles/roles';

/** What a file can be broken down by, apart from customers. */
export const DIMENSIONS = ['product', 'productLine', 'salesperson', 'industry', 'region', 'channel', 'reason'] as const;

export type Dimension = (typeof DIMENSIONS)[number] | `column:${string}`;

/** Customers, a dimension that the product knows, or `column:NAME`: any other column of text, by its name in the file. */
export type Entity = 'customer' | Dimension;

/** Whether the product knows what a column of this role breaks down by. */
export function isEntity(role: Role | string | undefined): role is 'customer' | (typeof DIMENSIONS)[number] {
  return role === 'customer' || (DIMENSIONS as readonly (string | undefined)[]).includes(role);
}

/**
 * What can be added up. `profit`: its column, else amount less cost. `listAmount`: quantity times unit price, before any
 * discount. `paymentDays`: days from the sale to its payment.
 */
export const MEASURES = ['amount', 'profit', 'cost', 'quantity', 'listAmount', 'paymentDays'] as const;

export type Measure = (typeof MEASURES)[number];

/** Days from `first` to `last`, both included. */
export interface Span {
  readonly first: Day;
  readonly last: Day;
}

export interface SumsQuery {
  readonly entity: Entity;
  /** Splits each entity further. Rows whose value is blank are under ''. */
  readonly within?: Dimension;
  /** `amount` where nothing is said. */
  readonly measure?: Measure;
  /** All days where nothing is said. */
  readonly span?: Span;
}

/**
 * (a) What each entity came to, over the rows that have a value of the measure: those without one count nowhere. Entities in any
 * order, only such as have a row; one that is blank has the key ''. `net` sums all rows, `gross` only rows above zero. Sums are
 * `units × 10^-scale`, here and below.
 */
export interface EntitySums {
  readonly keys: readonly string[];
  readonly labels: readonly string[];
  /** The value of `within` at each place; there when it was asked for. */
  readonly within?: readonly string[];
  readonly net: readonly bigint[];
  readonly gross: readonly bigint[];
  readonly rows: readonly number[];
  readonly positiveRows: readonly number[];
  readonly scale: number;
}

export interface OrdersQuery {
  readonly entity: Entity;
  readonly span?: Span;
}

/**
 * (a) too: the orders of each entity, over rows above zero. An order is the rows of one order id; in a file without ids, those of
 * one customer on one day. Entities as above, without such as have no row above zero.
 */
export interface EntityOrders {
  readonly keys: readonly string[];
  readonly orders: readonly number[];
  /** The largest part that one order has in the entity. */
  readonly largest: readonly bigint[];
  /** Calendar months with a row. */
  readonly months: readonly number[];
  readonly scale: number;
}

export interface CohortQuery {
  readonly unit: PeriodUnit;
  /** Customers apart by what they had on the day of their first order: of several values the first by code point. */
  readonly by?: Dimension;
  /** Whether orders are to be counted, which takes another pass; 0 everywhere otherwise. */
  readonly orders?: boolean;
}

/**
 * (b) For each first period and period of activity: customers active, customers for whom it was their last active period, their
 * orders (as in `EntityOrders`, one that reaches over two periods counts in each), and what they paid. Only cells with an active
 * customer, in any order. Only rows above zero make a customer active.
 */
export interface CohortCells {
  readonly cells: readonly CohortCell[];
  readonly scale: number;
}

export interface CohortCell {
  /** The value of `by`; '' where nothing was asked for, or it is blank. */
  readonly group: string;
  readonly cohort: Period;
  readonly period: Period;
  readonly active: number;
  readonly lastActive: number;
  readonly orders: number;
  readonly units: bigint;
}

/** (c) Each customer's life in the file, over rows above zero. Customers without such a row are left out. */
export interface CustomerSummary {
  readonly key: string;
  readonly label: string;
  readonly first: Day;
  readonly last: Day;
  readonly orderDays: number;
}

/**
 * (d) Each customer's order days (days with a row above zero) in ascending order, with what was paid on them.
 * Customer `i` of `summaries` has the days `starts[i]` up to, not including, `starts[i + 1]`.
 */
export interface CustomerDays {
  readonly summaries: readonly CustomerSummary[];
  readonly starts: Int32Array;
  readonly days: Int32Array;
  /** A sum for each of `days`, at its place; there may be more places. */
  readonly units: ExactSums;
  readonly scale: number;
}

export interface ValuesQuery {
  readonly dimension: Dimension;
  /**
   * `last`: on the latest day with a value that is not blank, whatever the amount. `first`: on the day of the first order, blank
   * or not, as `by` of `CohortQuery` keeps customers apart.
   */
  readonly at: 'first' | 'last';
}

/**
 * (c) too: what each customer had of a dimension; of several values of that day the first by code point. In any order. `last` gives
 * all customers, with '' for one that never had a value; `first` those with a row above zero.
 */
export interface CustomerValues {
  readonly keys: readonly string[];
  readonly values: readonly string[];
}

/**
 * Where analyses get their numbers. Four kinds of aggregates that any engine can give (columns in memory, SQL, a cluster); all
 * ranking, intervals and models are computed from them by the same code, so the digits are the same.
 */
export interface AggregateSource {
  /** First and last day with a row; undefined when there is none. */
  readonly span: Span | undefined;
  /** What the file can be broken down by, customers first. */
  readonly entities: readonly Entity[];
  /** What the file can add up, amounts first. */
  readonly measures: readonly Measure[];
  entitySums(query: SumsQuery): Promise<EntitySums>;
  entityOrders(query: OrdersQuery): Promise<EntityOrders>;
  cohortCells(query: CohortQuery): Promise<CohortCells>;
  customerDays(): Promise<CustomerDays>;
  customerValues(query: ValuesQuery): Promise<CustomerValues>;
}

/** The aggregates by name: an analysis says which it needs. */
export type Aggregate = 'entitySums' | 'entityOrders' | 'cohortCells' | 'customerDays' | 'customerValues';
