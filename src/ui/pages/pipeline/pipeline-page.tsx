import { Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import type { Inputs } from '@/src/app/edit-records';
import { opportunity, type OpportunityRow } from '@/src/domain/pipeline/opportunity.kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface } from '../../app-context';
import { useKindWords } from '../../records/kind-words';
import { RecordRoom } from '../../records/record-room';
import { useRows } from '../../records/use-reading';
import { goTo, type Route } from '../../shell/route';
import { ForecastPage } from './forecast-page';
import { SchemesPage } from './schemes-page';
import { StepBoard } from './step-board';
import { StepPanel } from './step-panel';

const TABS = ['board', 'list', 'forecast', 'schemes'] as const;
type Tab = (typeof TABS)[number];

/** The opportunities: a board by the steps of a scheme, a list, what can be counted on, and the schemes themselves. */
export function PipelinePage({ route }: { route: Route }) {
  const { t } = useTranslation('pipeline');
  const tab = TABS.find((one) => one === route.path[1]) ?? 'board';
  return (
    <Stack gap="md">
      <Group justify="space-between" align="end" gap="xs">
        <Title order={1} size="h2">
          {t('title')}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t('title')}
          value={tab}
          onChange={(name) => goTo(['pipeline', name])}
          data={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
        />
      </Group>
      <Shown tab={tab} route={route} />
    </Stack>
  );
}

function Shown({ tab, route }: { tab: Tab; route: Route }) {
  if (tab === 'list') return <OpportunityList route={route} />;
  if (tab === 'forecast') return <ForecastPage route={route} />;
  return tab === 'schemes' ? <SchemesPage route={route} /> : <StepBoard route={route} />;
}

function OpportunityList({ route }: { route: Route }) {
  const { app, format } = useInterface();
  const rows = useRows(opportunity.name);
  const { empty } = useKindWords()(opportunity);
  const make = (record: RecordId, inputs: Inputs) => app.pipeline.open({ record, inputs, language: format.language });
  return (
    <>
      {rows?.length === 0 && <Text c="dimmed">{empty}</Text>}
      <RecordRoom kind={opportunity} route={route} base={['pipeline', 'list']} rowActions={stepPanel} make={make} />
    </>
  );
}

function stepPanel(row: Row): ReactNode {
  // Safe: the rows of this list are opportunities.
  return <StepPanel row={row as OpportunityRow} />;
}
