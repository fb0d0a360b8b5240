import type { PeriodUnit } from '@/src/kernel/period';
import type { Span } from '@/src/domain/analysis/aggregate-source';

/*
 * The aggregates as SQL over one table of sales: `customer` and its `label`, `day`, `amount` in whole units, `order_id` where the
 * file has ids, a column of text for each entity and one of whole units for each measure, NULL where a row has no value. Only
 * joins, groups, sums, counts, least and greatest values: what any engine has, and exact, as everything summed is whole.
 */

export interface SalesTable {
  readonly name: string;
  readonly hasOrderIds: boolean;
}

/** Names of columns. */
export interface SummedColumns {
  readonly entity: string;
  readonly within: string | undefined;
  readonly measure: string;
}

export function sumsSql(
  { name }: SalesTable,
  { entity, within, measure }: SummedColumns,
  span: Span | undefined,
): string {
  return `
    SELECT ${entity} AS entity_key, min(${entity === 'customer' ? 'label' : entity}) AS label,
      ${within ?? "''"} AS within_key, sum(${measure}) AS net,
      sum(CASE WHEN ${measure} > 0 THEN ${measure} ELSE 0 END) AS gross, count(*) AS row_count,
      sum(CASE WHEN ${measure} > 0 THEN 1 ELSE 0 END) AS positive_rows
    FROM ${name} WHERE ${measure} IS NOT NULL AND ${inSpan(span)}
    GROUP BY ${entity}${within === undefined ? '' : `, ${within}`}`;
}

export function ordersSql(table: SalesTable, entity: string, span: Span | undefined): string {
  const sales = `FROM ${table.name} WHERE amount > 0 AND ${inSpan(span)}`;
  return `
    WITH parts AS (
      SELECT ${entity} AS entity_key, sum(amount) AS units ${sales} GROUP BY ${entity}, ${orderOf(table)}
    ), order_counts AS (
      SELECT entity_key, count(*) AS orders, max(units) AS largest FROM parts GROUP BY entity_key
    ), month_counts AS (
      SELECT ${entity} AS entity_key, count(DISTINCT ${periodOf('month', 'day')}) AS months ${sales} GROUP BY ${entity}
    )
    SELECT entity_key, orders, largest, months FROM order_counts JOIN month_counts USING (entity_key)`;
}

export interface CohortColumns {
  readonly unit: PeriodUnit;
  readonly by: string | undefined;
  readonly orders: boolean;
}

export function cohortsSql(table: SalesTable, { unit, by, orders }: CohortColumns): string {
  const { name, hasOrderIds } = table;
  const period = periodOf(unit, 'day');
  const counted = orders ? `count(DISTINCT ${hasOrderIds ? 'order_id' : 'day'})` : '0';
  return `
    WITH lives AS (
      SELECT customer, min(day) AS first_day, max(day) AS last_day FROM ${name} WHERE amount > 0 GROUP BY customer
    ), customers AS (
      SELECT customer, first_day, last_day, min(${by ?? "''"}) AS group_key
      FROM ${name} JOIN lives USING (customer) WHERE amount > 0 AND day = first_day
      GROUP BY customer, first_day, last_day
    ), visits AS (
      SELECT customer, ${period} AS period, sum(amount) AS units, ${counted} AS orders
      FROM ${name} WHERE amount > 0 GROUP BY customer, ${period}
    )
    SELECT group_key, ${periodOf(unit, 'first_day')} AS cohort, period, count(*) AS active,
      sum(CASE WHEN period = ${periodOf(unit, 'last_day')} THEN 1 ELSE 0 END) AS last_active,
      sum(orders) AS orders, sum(units) AS units
    FROM visits JOIN customers USING (customer)
    GROUP BY group_key, ${periodOf(unit, 'first_day')}, period`;
}

/** By customer, in an order of its own. */
export function summariesSql({ name }: SalesTable): string {
  return `
    SELECT customer, min(label) AS label, ${numberOf('min(day)')} AS first_day, ${numberOf('max(day)')} AS last_day,
      count(DISTINCT day) AS order_days
    FROM ${name} WHERE amount > 0 GROUP BY customer ORDER BY customer`;
}

/** By customer in the order of `summariesSql`, then by day. Sums as `high × 2^30 + low`, which doubles hold exactly. */
export function daysSql({ name }: SalesTable): string {
  return `
    WITH days AS (SELECT customer, day, sum(amount) AS units FROM ${name} WHERE amount > 0 GROUP BY customer, day)
    SELECT ${numberOf('day')} AS day, CAST(units // 1073741824 AS DOUBLE) AS high,
      CAST(units % 1073741824 AS DOUBLE) AS low
    FROM days ORDER BY customer, days.day`;
}

/** Blank values count. */
export function firstValuesSql({ name }: SalesTable, entity: string): string {
  return `
    WITH firsts AS (SELECT customer, min(day) AS day FROM ${name} WHERE amount > 0 GROUP BY customer)
    SELECT customer, min(${entity}) AS entity_value FROM ${name} JOIN firsts USING (customer, day)
    WHERE amount > 0 GROUP BY customer`;
}

export function lastValuesSql({ name }: SalesTable, entity: string): string {
  return `
    WITH filled AS (SELECT customer, day, ${entity} AS entity_value FROM ${name} WHERE ${entity} <> ''),
    latest AS (SELECT customer, max(day) AS day FROM filled GROUP BY customer),
    found AS (
      SELECT customer, min(entity_value) AS entity_value FROM filled JOIN latest USING (customer, day) GROUP BY customer
    ), customers AS (SELECT DISTINCT customer FROM ${name})
    SELECT customer, coalesce(entity_value, '') AS entity_value FROM customers LEFT JOIN found USING (customer)`;
}

/** In a file without ids an order is what a customer bought on a day. */
function orderOf({ hasOrderIds }: SalesTable): string {
  return hasOrderIds ? 'order_id' : 'customer, day';
}

function inSpan(span: Span | undefined): string {
  return span ? `day BETWEEN ${dateOf(span.first)} AND ${dateOf(span.last)}` : 'true';
}

const EPOCH = "DATE '1970-01-01'";

function dateOf(day: number): string {
  return `${EPOCH} + (${day})`;
}

/** Days since 1970-01-01. */
function numberOf(day: string): string {
  return `CAST(${day} - ${EPOCH} AS INTEGER)`;
}

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const;

/** As `periodOf` of the kernel counts, also before 1970: divisions round down. */
function periodOf(unit: PeriodUnit, day: string): string {
  const [count, each] =
    unit === 'week'
      ? [`(${day} - ${EPOCH} + 3)`, 7]
      : [`((year(${day}) - 1970) * 12 + month(${day}) - 1)`, MONTHS[unit]];
  return `CAST(floor(${count} / ${each}) AS INTEGER)`;
}
