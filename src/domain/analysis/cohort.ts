import { formatDay } from '@/src/kernel/calendar';
import { formatPeriod } from '@/src/kernel/period';
import type { AggregateSource, CohortCells, Dimension } from './aggregate-source';
import { defineAnalysis } from './analysis';
import { cohortChart, SHOWN_COHORTS } from './charts/cohort-chart';
import { retentionCurveChart } from './charts/retention-curve-chart';
import { gridOf, groupLines, meansOf, type CohortLine, type CohortUnit, type Grid } from './cohort-grid';
import { cellTable, meanTable, type Columns } from './cohort-tables';
import type { Outcome, ResultTable, Value } from './result';

/**
 * How many customers come back (同期群): customers by the period of their first order in the file, or by what that order had, followed
 * period by period. Bounded: ordered in exactly period k; unbounded: ordered in period k or later.
 *
 * @source definitions: guides/analytics §2.4, stated on screen under `cohort.definition`.
 */
export const cohort = defineAnalysis({
  name: 'cohort',
  version: 2,
  needs: ['cohortCells'],
  parameters: {
    unit: { type: 'choice', default: 'month', options: ['month', 'quarter', 'week'] },
    by: { type: 'entity', default: '' },
    retention: { type: 'choice', default: 'bounded', options: ['bounded', 'unbounded'] },
    measure: { type: 'choice', default: 'customers', options: ['customers', 'orders', 'revenue', 'cumulative'] },
  },
  factTypes: {
    unit: 'text',
    by: 'text',
    retention: 'text',
    measure: 'text',
    firstPeriod: 'text',
    lastPeriod: 'text',
    dataEnd: 'day',
    lastIncomplete: 'flag',
    cohorts: 'count',
    shownCohorts: 'count',
    leftEdgeCohorts: 'count',
    customers: 'count',
    firstCohortSize: 'count',
    smallCells: 'count',
    nextRate: 'share',
    nextLow: 'share',
    nextHigh: 'share',
    nextActive: 'count',
    nextOf: 'count',
    thirdRate: 'share',
    sixthRate: 'share',
    twelfthRate: 'share',
  },
  run: (source, parameters) => outcomeOf(source, parameters),
  charts: (outcome, words) => ({ cohort: cohortChart(outcome, words), curve: retentionCurveChart(outcome, words) }),
});

interface Chosen {
  readonly unit: CohortUnit;
  readonly by: Dimension | '';
  readonly retention: 'bounded' | 'unbounded';
  readonly measure: 'customers' | 'orders' | 'revenue' | 'cumulative';
}

const NO_CELLS: CohortCells = { cells: [], scale: 0 };

async function outcomeOf(source: AggregateSource, chosen: Chosen): Promise<Outcome> {
  const { unit, by } = chosen;
  const { span } = source;
  const columns = { isMonthly: unit === 'month', isByPeriod: by === '', hasOrders: chosen.measure === 'orders' };
  if (!span) {
    const none = gridOf(NO_CELLS, unit, { first: 0, last: 0 });
    const tables = { cells: cellTable([], none, columns), means: meanTable([], 0, columns) };
    return { facts: { ...chosen, cohorts: 0, customers: 0 }, tables };
  }
  const cells = await source.cohortCells({ unit, orders: columns.hasOrders, ...(by === '' ? {} : { by }) });
  const grid = gridOf(cells, unit, span);
  return outcomeIn(grid, by === '' ? grid.lines : groupLines(cells, grid), chosen, columns);
}

function outcomeIn(grid: Grid, lines: readonly CohortLine[], chosen: Chosen, columns: Columns): Outcome {
  const means = meanTable(meansOf(grid, chosen.retention), grid.scale, columns);
  const cells = cellTable(lines, grid, columns);
  return {
    facts: {
      ...chosen,
      firstPeriod: formatPeriod(grid.unit, grid.first),
      lastPeriod: formatPeriod(grid.unit, grid.last),
      dataEnd: formatDay(grid.dataEnd),
      lastIncomplete: grid.incomplete,
      cohorts: lines.length,
      shownCohorts: Math.min(lines.length, SHOWN_COHORTS),
      leftEdgeCohorts: lines.filter(({ leftEdge }) => leftEdge).length,
      customers: grid.lines.reduce((sum, { size }) => sum + size, 0),
      firstCohortSize: lines[0]?.size ?? 0,
      smallCells: cells.rows.filter((row) => row.at(-1) === true).length,
      ...meanFacts(means),
    },
    tables: { cells, means },
  };
}

function meanFacts({ columns, rows }: ResultTable): Record<string, Value> {
  const valueAt = (age: number, column: string): Value => rows[age]?.[columns.indexOf(column)] ?? null;
  return {
    nextRate: valueAt(1, 'retention'),
    nextLow: valueAt(1, 'low'),
    nextHigh: valueAt(1, 'high'),
    nextActive: valueAt(1, 'active'),
    nextOf: valueAt(1, 'size'),
    thirdRate: valueAt(3, 'retention'),
    sixthRate: valueAt(6, 'retention'),
    twelfthRate: valueAt(12, 'retention'),
  };
}
