import { Anchor, Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '@/src/kernel/calendar';
import { firstDayOfPeriod, formatPeriod, periodOf } from '@/src/kernel/period';
import { kpiBoard } from '@/src/domain/kpi/kpi-board';
import type { KpiFacts, KpiPeriod } from '@/src/domain/kpi/kpi-facts';
import { KPI_UNITS, type KpiUnit } from '@/src/domain/kpi/kpis';
import { dayFromIso } from '@/src/domain/records/duty';
import { isDay } from '@/src/domain/records/values';
import { useInterface, useLive } from '../../app-context';
import { TableFiles } from '../../components/table-files';
import { goTo, hashOf, type Route } from '../../shell/route';
import { KpiCard } from './kpi-card';
import { useKpiTable } from './use-kpi-words';

/** The indicators of department and positions by month, quarter or year, which the address holds (绩效考核). */
export function KpiPage({ route }: { route: Route }) {
  const { app } = useInterface();
  const { t } = useTranslation('kpi');
  const facts = useLive('kpi', (of) => of.kpi.facts());
  const { unit, on } = placeIn(route, app.today());
  const period = periodOf(unit, dayFromIso(on));
  return (
    <Stack gap="md">
      <Stack gap={4}>
        <Title order={1} size="h2">
          {t('title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('lead')} <Anchor href={hashOf(['receivables'])}>{t('toReceivables')}</Anchor>
        </Text>
      </Stack>
      <PeriodPicker at={{ unit, period }} />
      {facts && <Board facts={facts} at={{ unit, period }} />}
    </Stack>
  );
}

function placeIn({ params }: Route, today: string): { readonly unit: KpiUnit; readonly on: string } {
  const { unit, on } = params;
  return {
    unit: KPI_UNITS.find((one) => one === unit) ?? 'quarter',
    on: on !== undefined && isDay(on) ? on : today,
  };
}

function PeriodPicker({ at: { unit, period } }: { at: KpiPeriod }) {
  const { app } = useInterface();
  const { t } = useTranslation('kpi');
  const show = (next: KpiUnit, on: string): void => goTo(['kpi'], { unit: next, on });
  const begin = (of: number): string => formatDay(firstDayOfPeriod(unit, of));
  return (
    <Group gap="xs">
      <SegmentedControl
        size="sm"
        aria-label={t('unitLabel')}
        value={unit}
        data={KPI_UNITS.map((value) => ({ value, label: t(`unit.${value}`) }))}
        // Safe: one of the values of `data`.
        onChange={(next) => show(next as KpiUnit, begin(period))}
      />
      <Group gap={4} wrap="nowrap">
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('earlier')}
          onClick={() => show(unit, begin(period - 1))}
        >
          ‹
        </Button>
        <Text component="output" fw={650} miw={84} ta="center" data-period>
          {formatPeriod(unit, period)}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('later')}
          onClick={() => show(unit, begin(period + 1))}
        >
          ›
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => show(unit, app.today())}>
          {t('now')}
        </Button>
      </Group>
    </Group>
  );
}

function Board({ facts, at }: { facts: KpiFacts; at: KpiPeriod }) {
  const { t } = useTranslation('kpi');
  const { unit, period } = at;
  const lines = useMemo(() => kpiBoard(facts, { unit, period }), [facts, unit, period]);
  const { headers, table } = useKpiTable(lines, at);
  return (
    <>
      <Group gap="xs">
        <TableFiles name={`vital-few-kpi-${formatPeriod(unit, period)}`} headers={headers} table={table} />
      </Group>
      {(['department', 'position'] as const).map((group) => (
        <Stack key={group} gap="xs" component="section" aria-label={t(`of.${group}`)}>
          <Title order={2} size="h4">
            {t(`of.${group}`)}
          </Title>
          {lines
            .filter(({ spec }) => spec.of === group)
            .map((line) => (
              <KpiCard key={line.spec.id} line={line} facts={facts} at={at} />
            ))}
        </Stack>
      ))}
    </>
  );
}
