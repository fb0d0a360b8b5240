import type { Day } from '@/src/kernel/calendar';
import { formatPeriod, lastDayOfPeriod, periodOf, type Period } from '@/src/kernel/period';
import { intAt } from '@/src/kernel/typed';
import type { CustomerDays, CustomerSummary } from './aggregate-source';
import type { CohortUnit } from './cohort-grid';

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
 * @param values what each customer, by key, had of the attribute on the day of its first order; undefined for cohorts by period.
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

function hasDayIn({ starts, days }: CustomerDays, customer: number, unit: CohortUnit, period: Period): boolean {
  for (let i = intAt(starts, customer); i < intAt(starts, customer + 1); i++) {
    if (periodOf(unit, intAt(days, i)) === period) return true;
  }
  return false;
}
