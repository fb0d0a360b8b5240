/** The three questions in SQL, for DuckDB in the browser and outside; what they ask is said in figures.ts. */

const WEIGHT = (month) => `(${month} % 97 + 1)`;
const MONTH = (day) => `(year(${day}) * 12 + month(${day}) - 1)`;

/** @param {{ dayFirst: boolean, thousands: boolean, names: string[] }} asked the columns are named and typed for it. */
export function tableOf(source, { dayFirst, thousands, names }) {
  const types = { order_date: 'DATE', quantity: 'INTEGER', unit_price: 'DOUBLE', amount: 'DOUBLE' };
  const typeOf = (name) => (thousands && types[name] === 'DOUBLE' ? 'VARCHAR' : (types[name] ?? 'VARCHAR'));
  const columns = names.map((name) => `'${name}': '${typeOf(name)}'`).join(', ');
  const format = dayFirst ? ", dateformat = '%d/%m/%Y'" : '';
  const read = `read_csv('${source}', header = true, delim = ',', quote = '"', escape = '"', auto_detect = false, columns = {${columns}}${format})`;
  const replace = ['unit_price', 'amount'].map((name) => `CAST(replace(${name}, ',', '') AS DOUBLE) AS ${name}`);
  return `CREATE TABLE sales AS SELECT * ${thousands ? `REPLACE (${replace.join(', ')})` : ''} FROM ${read}`;
}

export const PARETO = `
  WITH worth AS (SELECT customer, sum(amount) AS value FROM sales GROUP BY customer),
    ranked AS (
      SELECT value, sum(value) OVER (ORDER BY value DESC, customer ROWS UNBOUNDED PRECEDING) AS cumulative,
        row_number() OVER (ORDER BY value DESC, customer) AS place
      FROM worth WHERE value > 0),
    base AS (SELECT sum(value) AS value, count(*) AS customers FROM ranked)
  SELECT (SELECT count(*) FROM sales)::DOUBLE AS rows, (SELECT sum(value) FROM worth)::DOUBLE AS total,
    (SELECT min(place) FROM ranked, base WHERE cumulative >= 0.8 * base.value)::DOUBLE AS k80,
    (SELECT max(cumulative) / max(base.value) FROM ranked, base WHERE place = ceil(base.customers / 5))::DOUBLE AS top20`;

export const COHORT = `
  WITH months AS (
      SELECT customer, ${MONTH('order_date')} AS month, sum(amount) AS value FROM sales WHERE amount > 0 GROUP BY ALL),
    firsts AS (SELECT customer, min(month) AS cohort FROM months GROUP BY customer),
    cells AS (
      SELECT cohort, month - cohort AS age, count(*) AS active, sum(value) AS value
      FROM months JOIN firsts USING (customer) GROUP BY ALL)
  SELECT sum(active)::DOUBLE AS "cohortHeads", sum(active * ${WEIGHT('cohort')} * (age + 1))::DOUBLE AS "cohortCheck",
    sum(value * (age + 1))::DOUBLE AS "cohortMoney" FROM cells`;

/** A day of 90 counts at the ends of its own month and of up to three more. */
export const CHURN = `
  WITH span AS (SELECT min(order_date) AS first, max(order_date) AS last FROM sales),
    ends AS (
      SELECT ${MONTH('month')} AS month, last_day(month) AS day
      FROM (SELECT unnest(generate_series(date_trunc('month', first), last, INTERVAL 1 MONTH))::DATE AS month FROM span)),
    days AS (SELECT customer, order_date AS day, sum(amount) AS value FROM sales WHERE amount > 0 GROUP BY ALL),
    active AS (
      SELECT customer, ends.month, sum(value) AS value
      FROM (SELECT customer, day, value, ${MONTH('day')} + unnest([0, 1, 2, 3]) AS month FROM days) AS spread
      JOIN ends ON spread.month = ends.month AND ends.day - spread.day < 90 GROUP BY ALL),
    opened AS (SELECT customer, month + 1 AS month, value FROM active WHERE month < (SELECT max(month) FROM ends)),
    lost AS (SELECT * FROM opened ANTI JOIN active USING (customer, month))
  SELECT (SELECT count(*) FROM opened)::DOUBLE AS "churnOpening", count(*)::DOUBLE AS churned,
    coalesce(sum(${WEIGHT('month')}), 0)::DOUBLE AS "churnCheck", coalesce(sum(value), 0)::DOUBLE AS "churnMoney" FROM lost`;
