import { formatDay, type Day } from '@/src/kernel/calendar';
import { formatPeriod, lastDayOfPeriod, periodOf, type Period } from '@/src/kernel/period';
import { intAt } from '@/src/kernel/typed';
import type { AggregateSource, CustomerDays, CustomerSummary, Dimension } from './aggregate-source';
import type { CohortUnit } from './cohort-grid';
import { table, type ResultTable, type Value } from './result';

/** A cell of the table of a cohort analysis, and what it was asked with. */
export interface CellChosen {
  readonly unit: CohortUnit;
  readonly retention: 'bounded' | 'unbounded';
  /** As its row names it: the first period, or the value of the attribute. */
  readonly cohort: string;
  readonly age: number;
  /** The last day of the data. */
  readonly dataEnd: Day;
}

/**
 * The customers that a cell counts as active, in the order of `days`: their number is the cell's figure.
 * @param values by key, what `customerValues` gives of the attribute `at: 'first'`; undefined for cohorts by period.
 */
export function customersOfCell(
  days: CustomerDays,
  values: ReadonlyMap<string, string> | undefined,
  { unit, retention, cohort, age, dataEnd }: CellChosen,
): CustomerSummary[] {
  const end = periodOf(unit, dataEnd);
  const lastWhole = dataEnd < lastDayOfPeriod(unit, end) ? end - 1 : end;
  const isOfCohort = ({ key }: CustomerSummary, first: Period): boolean =>
    values ? (values.get(key) ?? '') === cohort && first + age <= lastWhole : formatPeriod(unit, first) === cohort;
  return days.summaries.filter((summary, customer) => {
    const first = periodOf(unit, summary.first);
    if (!isOfCohort(summary, first)) return false;
    if (retention === 'unbounded') return periodOf(unit, summary.last) >= first + age;
    return hasDayIn(days, customer, unit, first + age);
  });
}

/** Cells of one cohort analysis, and what it was asked with. */
export interface CellsQuery {
  readonly unit: CohortUnit;
  readonly by: Dimension | '';
  readonly retention: 'bounded' | 'unbounded';
  readonly cells: readonly Pick<CellChosen, 'cohort' | 'age'>[];
}

/** The customers that some cells count as active, each once, in no order that counts. None of a source without rows. */
export async function customersOfCells(source: AggregateSource, query: CellsQuery): Promise<ResultTable> {
  const { unit, by, retention, cells } = query;
  const days = await source.customerDays();
  const first = by === '' ? undefined : await source.customerValues({ dimension: by, at: 'first' });
  const values = first && new Map(first.keys.map((key, i) => [key, first.values[i] ?? ''] as const));
  const dataEnd = source.span?.last ?? 0;
  const found = new Set(cells.flatMap((cell) => customersOfCell(days, values, { unit, retention, dataEnd, ...cell })));
  return table(
    { key: 'text', label: 'text', firstOrder: 'day', lastOrder: 'day', orderDays: 'count' },
    [...found].map((one): Value[] => [one.key, one.label, formatDay(one.first), formatDay(one.last), one.orderDays]),
  );
}

function hasDayIn({ starts, days }: CustomerDays, customer: number, unit: CohortUnit, period: Period): boolean {
  for (let i = intAt(starts, customer); i < intAt(starts, customer + 1); i++) {
    if (periodOf(unit, intAt(days, i)) === period) return true;
  }
  return false;
}
