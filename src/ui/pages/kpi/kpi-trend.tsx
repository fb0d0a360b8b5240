import { Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { at as itemAt } from '@/src/kernel/assert';
import { formatPeriod } from '@/src/kernel/period';
import type { ChartSpec } from '@/src/domain/analysis/result';
import { COLOURS } from '@/src/domain/analysis/charts/theme-colours';
import { kpiBoard } from '@/src/domain/kpi/kpi-board';
import type { KpiFacts, KpiPeriod } from '@/src/domain/kpi/kpi-facts';
import { KPIS, type KpiSpec } from '@/src/domain/kpi/kpis';
import { ChartView } from '../../charts/chart-view';
import { PlainTable } from '../../components/plain-table';
import { useKpiWords } from './use-kpi-words';

/** Periods looked back over, the one that is shown among them. */
const PERIODS = 8;

/** How one indicator went, as a line and as the same figures in a table. Periods that say nothing leave a hole in the line. */
export function KpiTrend({ spec, facts, at }: { spec: KpiSpec; facts: KpiFacts; at: KpiPeriod }) {
  const { t } = useTranslation('kpi');
  const words = useKpiWords();
  const { unit, period } = at;
  const place = KPIS.indexOf(spec);
  const points = useMemo(
    () =>
      Array.from({ length: PERIODS }, (_, i) => {
        const of = period - PERIODS + 1 + i;
        return { name: formatPeriod(unit, of), line: itemAt(kpiBoard(facts, { unit, period: of }), place) };
      }),
    [facts, unit, period, place],
  );
  const name = t(`name.${spec.id}`);
  const chart = useMemo(
    () =>
      trendOf(
        points.map(({ name, line }) => ({ period: name, value: line.value })),
        { period: t('column.period'), value: name, isShare: spec.shows === 'share' },
      ),
    [points, name, spec, t],
  );
  const columns = [
    { label: t('column.period') },
    { label: t('column.value'), numeric: true },
    { label: t('column.numerator'), numeric: true },
    { label: t('column.denominator'), numeric: true },
    { label: t('column.gap') },
  ];
  return (
    <Stack gap="xs" mt="xs">
      {points.some(({ line }) => line.value !== null) && (
        <ChartView name={`kpi-${spec.id}`} title={name} origin={[t(`formula.${spec.id}`)]} spec={chart} />
      )}
      <PlainTable
        caption={name}
        columns={columns}
        rows={points.map(({ name, line }) => ({
          key: name,
          cells: [
            name,
            words.value(line.value, spec.shows),
            words.amount(line.numerator),
            words.amount(line.denominator),
            line.gap ? t(`gap.${line.gap}`) : '',
          ],
        }))}
      />
    </Stack>
  );
}

interface TrendWords {
  readonly period: string;
  readonly value: string;
  readonly isShare: boolean;
}

function trendOf(values: readonly { period: string; value: number | null }[], words: TrendWords): ChartSpec {
  const format = words.isShare ? '.0%' : '~g';
  return {
    data: { values },
    width: 'container',
    height: 140,
    encoding: {
      x: { field: 'period', type: 'ordinal', title: null, axis: { labelAngle: -45 } },
      y: { field: 'value', type: 'quantitative', title: null, axis: { format }, scale: { zero: true } },
      tooltip: [
        { field: 'period', title: words.period },
        { field: 'value', title: words.value, format: words.isShare ? '.1%' : '~g' },
      ],
    },
    layer: [
      { mark: { type: 'line', color: COLOURS.value, strokeWidth: 2 } },
      { mark: { type: 'point', filled: true, size: 45, color: COLOURS.value, opacity: 1 } },
    ],
  };
}
