import { Group, Stack, Tabs, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { registration } from '@/src/domain/registration/registration.kind';
import { useLive } from '../../app-context';
import { RecordDetail } from '../../records/record-detail';
import { goTo, type Route } from '../../shell/route';
import { AccountsTabs } from '../accounts/accounts-tabs';
import { ClaimsBoard } from './claims-board';
import { DayPlans } from './day-plans';
import { UnclosedReview } from './unclosed-review';
import { WeekReportPanel } from './week-report-panel';

const BASE = ['accounts', 'registrations'] as const;
const TABS = ['claims', 'week', 'unclosed', 'plan'] as const;
type Tab = (typeof TABS)[number];

/** Who claims which client, the week's follow-ups, the clients who did not buy, and the plan of the day. */
export function RegistrationsPage({ route }: { route: Route }) {
  const { t } = useTranslation('claims');
  const [, , named] = route.path;
  const tab: Tab = TABS.find((one) => one === named) ?? 'claims';
  const open = (next: string | null): void => goTo(next === 'claims' ? BASE : [...BASE, next ?? '']);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="end">
        <Title order={1} size="h2">
          {t('page')}
        </Title>
        <AccountsTabs here="registrations" />
      </Group>
      <Tabs value={tab} onChange={open} keepMounted={false}>
        <Tabs.List aria-label={t('page')}>
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="claims" pt="md">
          <ClaimsBoard />
        </Tabs.Panel>
        <Tabs.Panel value="week" pt="md">
          <WeekReportPanel week={route.params['week']} onWeek={(week) => goTo([...BASE, 'week'], { week })} />
        </Tabs.Panel>
        <Tabs.Panel value="unclosed" pt="md">
          <UnclosedReview />
        </Tabs.Panel>
        <Tabs.Panel value="plan" pt="md">
          <DayPlans />
        </Tabs.Panel>
      </Tabs>
      <Text size="xs" c="dimmed">
        {t('localRoles')}
      </Text>
      {tab === 'claims' && named !== undefined && <OpenClaim id={named} />}
    </Stack>
  );
}

function OpenClaim({ id }: { id: string }) {
  const row = useLive(`row:${id}`, async (app) => app.records.row(id));
  if (row?.kind !== registration.name) return null;
  return <RecordDetail kind={registration} row={row} onClose={() => goTo(BASE)} />;
}
