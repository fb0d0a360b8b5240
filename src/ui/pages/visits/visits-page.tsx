import { Anchor, Button, Group, Loader, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { visit } from '@/src/domain/visits/visit.kind';
import { RecordForm } from '../../records/record-form';
import { hashOf } from '../../shell/route';
import { DueAccounts } from './due-accounts';
import { FirstVisits } from './first-visits';
import { PlanMonth } from './plan-month';
import { TierTable } from './tier-table';
import { PERIODS, periodNamed, useCompliance, useVisitData, type PeriodName, type VisitData } from './use-visits';
import { useInterface } from '../../app-context';
import { VisitWeeks } from './visit-weeks';

/** Visits (走访): what the tiers ask for against what was done, what is due, first visits, and the weeks to come. */
export function VisitsPage() {
  const { t } = useTranslation('visits');
  const data = useVisitData();
  const [adding, setAdding] = useState(false);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="end" gap="sm">
        <Stack gap={0}>
          <Title order={1} size="h2">
            {t('title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('lead')}{' '}
            <Anchor size="sm" href={hashOf(['files', visit.name])}>
              {t('list')}
            </Anchor>
          </Text>
        </Stack>
        <Group gap="xs">
          <Button variant="default" onClick={() => setAdding(true)} data-action="new">
            {t('add')}
          </Button>
          {data && <PlanMonth data={data} />}
        </Group>
      </Group>
      {!data && <Loader size="sm" role="status" aria-label={t('title')} />}
      {data && <Report data={data} />}
      {data && <FirstVisits data={data} />}
      {data && <VisitWeeks data={data} />}
      {adding && <RecordForm kind={visit} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

function Report({ data }: { data: VisitData }) {
  const { app } = useInterface();
  const { t } = useTranslation('visits');
  const [name, setName] = useState<PeriodName>('quarter');
  const compliance = useCompliance(data, periodNamed(name, app.today()));
  if (compliance.accounts.length === 0) {
    return (
      <Text maw="75ch">
        {t('empty')} <Anchor href={hashOf(['accounts', 'tiers'])}>{t('toTiers')}</Anchor>
      </Text>
    );
  }
  return (
    <>
      <Stack gap="xs" component="section" aria-labelledby="by-tier">
        <Group justify="space-between" align="end">
          <Title order={2} size="h4" id="by-tier">
            {t('byTier')}
          </Title>
          <NativeSelect
            size="xs"
            aria-label={t('period')}
            value={name}
            data={PERIODS.map((one) => ({ value: one, label: t(`periods.${one}`) }))}
            onChange={({ currentTarget }) => setName(PERIODS.find((one) => one === currentTarget.value) ?? 'quarter')}
          />
        </Group>
        <TierTable tiers={compliance.tiers} />
      </Stack>
      <DueAccounts accounts={compliance.accounts} tiers={data.tiers} />
    </>
  );
}
