import { at } from '@/src/kernel/assert';
import { formatDay, formatMonth, lastDayOf, monthOf, type Day, type Month } from '@/src/kernel/calendar';
import { formatDecimal } from '@/src/kernel/money';
import type { CohortCells } from './aggregate-source';
import { defineAnalysis } from './analysis';
import { cohortChart } from './charts/cohort-chart';
import { retentionCurveChart } from './charts/retention-curve-chart';
import { table, type Outcome, type ResultTable, type Value } from './result';
import { wilson } from './statistics';

/**
 * How many customers come back (同期群): customers by the month of their first order in the file, followed month by
 * month. Bounded: ordered in exactly month k; unbounded: ordered in month k or later.
 *
 * @source definitions: guides/analytics §2.4, stated on screen under `cohort.definition`.
 */
export const cohort = defineAnalysis({
  name: 'cohort',
  version: 1,
  needs: ['cohortCells'],
  parameters: {
    retention: { type: 'choice', default: 'bounded', options: ['bounded', 'unbounded'] },
    measure: { type: 'choice', default: 'customers', options: ['customers', 'revenue'] },
  },
  factTypes: {
    retention: 'text',
    measure: 'text',
    firstMonth: 'month',
    lastMonth: 'month',
    dataEnd: 'day',
    lastMonthIncomplete: 'flag',
    cohorts: 'count',
    customers: 'count',
    firstCohortSize: 'count',
    firstMonthRate: 'share',
    firstMonthLow: 'share',
    firstMonthHigh: 'share',
    firstMonthActive: 'count',
    firstMonthOf: 'count',
    thirdMonthRate: 'share',
    sixthMonthRate: 'share',
    twelfthMonthRate: 'share',
  },
  run: async (source, parameters) => {
    const { span } = source;
    if (!span) return { facts: { ...parameters, cohorts: 0, customers: 0 }, tables: emptyTables() };
    return outcomeOf(gridOf(await source.cohortCells({ unit: 'month' }), span.first, span.last), parameters);
  },
  charts: (outcome, words) => ({ cohort: cohortChart(outcome, words), curve: retentionCurveChart(outcome, words) }),
});

interface CohortRow {
  readonly cohort: Month;
  readonly size: number;
  /** By months since the first order, up to the last month of the data. */
  readonly active: readonly number[];
  readonly unbounded: readonly number[];
  readonly units: readonly bigint[];
}

interface Grid {
  readonly first: Month;
  readonly last: Month;
  readonly dataEnd: Day;
  readonly incomplete: boolean;
  readonly rows: readonly CohortRow[];
  readonly scale: number;
}

function gridOf({ cells, scale }: CohortCells, firstDay: Day, lastDay: Day): Grid {
  const positive = cells.length > 0 ? Math.min(...new Set(cells.map(({ cohort }) => cohort))) : monthOf(firstDay);
  const [first, last] = [Math.min(positive, monthOf(firstDay)), monthOf(lastDay)];
  const rows = Array.from({ length: last - first + 1 }, (_, i): CohortRow => {
    const month = first + i;
    const own = cells.filter((cell) => cell.cohort === month);
    const byAge = <T>(none: T, value: (cell: CohortCells['cells'][number]) => T): T[] => {
      const line = Array.from({ length: last - month + 1 }, () => none);
      for (const cell of own) line[cell.period - month] = value(cell);
      return line;
    };
    const active = byAge(0, (cell) => cell.active);
    const lastActive = byAge(0, (cell) => cell.lastActive);
    const unbounded = lastActive.map((_, k) => lastActive.slice(k).reduce((sum, count) => sum + count, 0));
    return { cohort: month, size: at(active, 0), active, unbounded, units: byAge(0n, (cell) => cell.units) };
  });
  return { first, last, dataEnd: lastDay, incomplete: lastDay < lastDayOf(last), rows, scale };
}

interface Chosen {
  readonly retention: 'bounded' | 'unbounded';
  readonly measure: 'customers' | 'revenue';
}

function outcomeOf(grid: Grid, chosen: Chosen): Outcome {
  const means = weightedMeans(grid, chosen.retention);
  const rateAt = (k: number): Value => means.rows[k]?.[4] ?? null;
  const [, , firstOf = null, firstActive = null, firstRate = null, low = null, high = null] = means.rows[1] ?? [];
  return {
    facts: {
      ...chosen,
      firstMonth: formatMonth(grid.first),
      lastMonth: formatMonth(grid.last),
      dataEnd: formatDay(grid.dataEnd),
      lastMonthIncomplete: grid.incomplete,
      cohorts: grid.rows.length,
      customers: grid.rows.reduce((sum, { size }) => sum + size, 0),
      firstCohortSize: grid.rows[0]?.size ?? 0,
      firstMonthRate: firstRate,
      firstMonthLow: low,
      firstMonthHigh: high,
      firstMonthActive: firstActive,
      firstMonthOf: firstOf,
      thirdMonthRate: rateAt(3),
      sixthMonthRate: rateAt(6),
      twelfthMonthRate: rateAt(12),
    },
    tables: { cells: cellTable(grid), means },
  };
}

const CELLS = {
  cohort: 'month',
  months: 'count',
  month: 'month',
  size: 'count',
  active: 'count',
  retention: 'share',
  low: 'share',
  high: 'share',
  unbounded: 'count',
  unboundedRetention: 'share',
  revenue: 'money',
  incomplete: 'flag',
} as const;

const MEANS = {
  months: 'count',
  cohorts: 'count',
  size: 'count',
  active: 'count',
  retention: 'share',
  low: 'share',
  high: 'share',
} as const;

/** One row for each cell of the triangle; cells after the last month of the data are not there. */
function cellTable(grid: Grid): ResultTable {
  const rows = grid.rows.flatMap(({ cohort: month, size, active, unbounded, units }) =>
    active.map((count, k): Value[] => [
      formatMonth(month),
      k,
      formatMonth(month + k),
      size,
      count,
      size === 0 ? null : count / size,
      ...wilson(count, size),
      at(unbounded, k),
      size === 0 ? null : at(unbounded, k) / size,
      formatDecimal({ units: at(units, k), scale: grid.scale }),
      grid.incomplete && month + k === grid.last,
    ]),
  );
  return table(CELLS, rows);
}

/** For each k the share over all cohorts that could be followed for k whole months: sum of active over sum of sizes. */
function weightedMeans({ rows, last, incomplete }: Grid, retention: Chosen['retention']): ResultTable {
  const lastComplete = incomplete ? last - 1 : last;
  const means = rows.map((_, k): Value[] => {
    const followed = rows.filter(({ cohort: month }) => month + k <= lastComplete);
    const size = followed.reduce((sum, row) => sum + row.size, 0);
    const active = followed.reduce((sum, row) => sum + at(retention === 'bounded' ? row.active : row.unbounded, k), 0);
    return [k, followed.length, size, active, size === 0 ? null : active / size, ...wilson(active, size)];
  });
  return table(MEANS, means);
}

function emptyTables(): Outcome['tables'] {
  return { cells: table(CELLS, []), means: table(MEANS, []) };
}
