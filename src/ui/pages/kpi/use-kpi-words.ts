import { useTranslation } from 'react-i18next';
import { formatPeriod } from '@/src/kernel/period';
import { table, type ResultTable, type Value } from '@/src/domain/analysis/result';
import type { KpiLine } from '@/src/domain/kpi/kpi-board';
import type { KpiPeriod } from '@/src/domain/kpi/kpi-facts';
import type { KpiAmount } from '@/src/domain/kpi/kpi-figure';
import type { KpiSpec } from '@/src/domain/kpi/kpis';
import { useInterface } from '../../app-context';

/** How the figures of indicators are written in the language of the interface. */
export function useKpiWords(): {
  /** What cannot be said is n/a, never 0. */
  value(value: number | null, shows: KpiSpec['shows']): string;
  amount(amount: KpiAmount | undefined): string;
  /** Numerator ÷ denominator, as far as there are any. */
  fraction(line: Pick<KpiLine, 'numerator' | 'denominator'>): string;
} {
  const { format } = useInterface();
  const { t } = useTranslation('kpi');
  const amount = (one: KpiAmount | undefined): string =>
    one ? [format.money(one.amount), one.currency].filter(Boolean).join(' ') : '–';
  return {
    value: (value, shows) => {
      if (value === null) return t('none');
      if (shows === 'count') return format.count(value);
      return shows === 'share' ? format.share(value) : format.value(value, 'number');
    },
    amount,
    fraction: ({ numerator, denominator }) =>
      numerator && denominator ? `${amount(numerator)} ÷ ${amount(denominator)}` : '',
  };
}

const COLUMNS = {
  kpi: 'text',
  period: 'text',
  value: 'ratio',
  numerator: 'text',
  denominator: 'text',
  gap: 'text',
  owner: 'text',
  formula: 'text',
} as const;

/** The board as a table to be handed out: one line an indicator, with the formula of each. */
export function useKpiTable(
  lines: readonly KpiLine[],
  { unit, period }: KpiPeriod,
): { readonly headers: readonly string[]; readonly table: ResultTable } {
  const { t } = useTranslation('kpi');
  const plain = (one: KpiAmount | undefined): string =>
    one ? [one.amount, one.currency].filter(Boolean).join(' ') : '';
  const rows = lines.map(({ spec, value, numerator, denominator, gap }): Value[] => [
    t(`name.${spec.id}`),
    formatPeriod(unit, period),
    value,
    plain(numerator),
    plain(denominator),
    gap ? t(`gap.${gap}`) : '',
    t(`owner.${spec.dataOwner}`),
    t(`formula.${spec.id}`),
  ]);
  const names = ['kpi', 'period', 'value', 'numerator', 'denominator', 'gap', 'owner', 'formula'] as const;
  return { headers: names.map((name) => t(`column.${name}`)), table: table(COLUMNS, rows) };
}
