import type { Day, Month } from '@/src/kernel/calendar';
import type { ExactSums } from '@/src/kernel/money';
import type { Role } from '../tabular/roles/roles';

/**
 * (a) What each entity was worth. Entities in any order; `net` sums all rows, `gross` only rows above zero.
 * An entity without a row above zero has `positiveRows` 0. Sums are `units × 10^-scale`, here and below.
 */
export interface EntitySums {
  readonly keys: readonly string[];
  readonly labels: readonly string[];
  readonly net: readonly bigint[];
  readonly gross: readonly bigint[];
  readonly positiveRows: readonly number[];
  readonly scale: number;
}

/**
 * (b) For each first month and month of activity: customers active, customers for whom it was their last active month,
 * and what they paid. Only cells with an active customer. Only rows above zero make a customer active.
 */
export interface CohortCells {
  readonly cells: readonly {
    readonly cohort: Month;
    readonly month: Month;
    readonly active: number;
    readonly lastActive: number;
    readonly units: bigint;
  }[];
  readonly scale: number;
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

/** The entities a file can be broken down by, apart from customers. */
export const DIMENSIONS = ['product', 'productLine', 'salesperson', 'industry', 'region', 'channel'] as const;

export type Entity = 'customer' | (typeof DIMENSIONS)[number];

export function isEntity(role: Role | string | undefined): role is Entity {
  return role === 'customer' || (DIMENSIONS as readonly (string | undefined)[]).includes(role);
}

/**
 * Where analyses get their numbers. Four aggregates that any engine can give (columns in memory, SQL, a cluster); all
 * ranking, intervals and models are computed from them by the same code, so the digits are the same.
 */
export interface AggregateSource {
  /** First and last day with a row; undefined when there is none. */
  readonly span: { readonly first: Day; readonly last: Day } | undefined;
  /** Entities that `entitySums` can be asked for. */
  readonly entities: readonly Entity[];
  entitySums(entity: Entity): Promise<EntitySums>;
  cohortCells(): Promise<CohortCells>;
  customerDays(): Promise<CustomerDays>;
}
