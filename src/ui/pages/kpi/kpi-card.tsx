import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '@/src/kernel/calendar';
import { firstDayOfPeriod, formatPeriod } from '@/src/kernel/period';
import type { KpiLine } from '@/src/domain/kpi/kpi-board';
import type { KpiFacts, KpiPeriod } from '@/src/domain/kpi/kpi-facts';
import type { KpiGap } from '@/src/domain/kpi/kpi-figure';
import { kpiInput, type Measure } from '@/src/domain/kpi/kpi-input.kind';
import { useKindWords } from '../../records/kind-words';
import { RecordForm } from '../../records/record-form';
import { KpiTrend } from './kpi-trend';
import { RecordsBehind } from './records-behind';
import { useKpiWords } from './use-kpi-words';

interface Props {
  readonly line: KpiLine;
  readonly facts: KpiFacts;
  readonly at: KpiPeriod;
}

type Panel = 'formula' | 'behind' | 'trend';

/** What somebody can type where it is missing. */
const MEASURE_OF: Readonly<Partial<Record<KpiGap, Measure>>> = {
  'no-plan': 'plan',
  'no-actual': 'actual',
  'no-budget': 'budget',
  'no-spend': 'spend',
  'no-rating': 'rating',
  'no-standard': 'standard',
};

/** One indicator: its value or why it has none, and on demand its formula, its records and how it went. */
export function KpiCard({ line, facts, at }: Props) {
  const { t } = useTranslation('kpi');
  const words = useKpiWords();
  const [shown, setShown] = useState<Panel>();
  const panelId = useId();
  const { spec, value, gap, behind } = line;
  const fraction = words.fraction(line);
  const opener = (panel: Panel, label: string) => (
    <Button
      size="compact-sm"
      variant="subtle"
      aria-expanded={shown === panel}
      aria-controls={panelId}
      onClick={() => setShown(shown === panel ? undefined : panel)}
    >
      {label}
    </Button>
  );
  return (
    <Paper withBorder p="sm" data-kpi={spec.id}>
      <Group justify="space-between" align="start" gap="xs">
        <Stack gap={2} miw={0} flex="1 1 220px">
          <Text component="h3" size="md" fw={600} m={0}>
            {t(`name.${spec.id}`)}
          </Text>
          <Text size="xs" c="dimmed">
            {[gap ? t(`gap.${gap}`) : fraction, t('ownerSaid', { owner: t(`owner.${spec.dataOwner}`) })]
              .filter((part) => part !== '')
              .join(' · ')}
          </Text>
        </Stack>
        <Text size="xl" fw={650} {...(value === null ? { c: 'dimmed' } : {})} data-value>
          {words.value(value, spec.shows)}
        </Text>
      </Group>
      <Group gap={4} mt={4}>
        {opener('formula', t('showFormula'))}
        {behind.length > 0 && opener('behind', t('behind', { count: behind.length }))}
        {gap !== 'other-period' && opener('trend', t('showTrend'))}
        <EnterFigure line={line} at={at} />
      </Group>
      <div id={panelId}>
        {shown === 'formula' && <Text size="sm">{t(`formula.${spec.id}`)}</Text>}
        {shown === 'behind' && <RecordsBehind behind={behind} />}
        {shown === 'trend' && <KpiTrend spec={spec} facts={facts} at={at} />}
      </div>
    </Paper>
  );
}

/** A form for the figure that is missing; of ratings there may always be more. */
function EnterFigure({ line: { spec, gap }, at: { unit, period } }: Pick<Props, 'line' | 'at'>) {
  const { t } = useTranslation('kpi');
  const choice = useKindWords()(kpiInput).choice;
  const [entering, setEntering] = useState(false);
  const measure = (gap && MEASURE_OF[gap]) ?? (spec.shows === 'rating' && gap === undefined ? 'rating' : undefined);
  if (measure === undefined) return null;
  const said = choice('measure', measure);
  const words = { name: t(`name.${spec.id}`), measure: said, period: formatPeriod(unit, period) };
  const given = {
    subject: t('subject', words),
    kpi: spec.id,
    measure,
    unit,
    day: formatDay(firstDayOfPeriod(unit, period)),
  };
  return (
    <>
      <Button size="compact-sm" variant="light" onClick={() => setEntering(true)}>
        {t('enterFor', { measure: said })}
      </Button>
      {entering && <RecordForm kind={kpiInput} given={given} onClose={() => setEntering(false)} />}
    </>
  );
}
