import { must } from '@/src/kernel/assert';
import { periodOf } from '@/src/kernel/period';
import { kpiBoard } from '@/src/domain/kpi/kpi-board';
import type { AccountHistory, KpiFacts, KpiInputFact } from '@/src/domain/kpi/kpi-facts';
import type { Measure } from '@/src/domain/kpi/kpi-input.kind';
import type { KpiId, KpiUnit } from '@/src/domain/kpi/kpis';
import { dayFromIso } from '@/src/domain/records/duty';

export const day = dayFromIso;
export const cny = (amount: string) => ({ amount, currency: 'CNY' });
export const NO_FACTS: KpiFacts = {
  today: day('2026-12-31'),
  accounts: [],
  keyLists: new Map(),
  complaints: [],
  visits: [],
  inputs: [],
  archive: undefined,
};
/** One line of the board, of the second quarter of 2026 where nothing else is said. */
export const line = (facts: Partial<KpiFacts>, id: KpiId, unit: KpiUnit = 'quarter', on = '2026-05-01') =>
  must(
    kpiBoard({ ...NO_FACTS, ...facts }, { unit, period: periodOf(unit, day(on)) }).find(({ spec }) => spec.id === id),
    id,
  );
/** Its value, numerator, denominator and gap. */
export const said = (...args: Parameters<typeof line>) => {
  const { value, numerator, denominator, gap } = line(...args);
  return [value, numerator?.amount, denominator?.amount, gap];
};
/** A figure that somebody typed, for the second quarter of 2026 where nothing else is said. */
export const input = (
  kpi: KpiId,
  measure: Measure,
  more: Partial<KpiInputFact>,
  { on = '2026-05-20', unit = 'quarter' }: { readonly on?: string; readonly unit?: KpiUnit } = {},
): KpiInputFact => ({
  id: `${kpi} ${measure} ${JSON.stringify(more)}`,
  kpi,
  measure,
  unit,
  day: day(on),
  amount: undefined,
  number: undefined,
  ...more,
});
export const account = (id: string, ...changes: [string, string][]): AccountHistory => ({
  id,
  changes: changes.map(([on, state]) => ({ day: day(on), state })),
});
