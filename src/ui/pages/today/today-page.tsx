import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { countDue } from '@/src/app/list-duties';
import { useInterface } from '../../app-context';
import { ApprovalInbox } from '../../records/approval-inbox';
import { DutiesFeed } from '../../records/duties-feed';
import { ComplaintSection } from './complaint-section';
import { SlippingSection } from './slipping-section';
import { TodaySection } from './today-section';
import { useToday, type Today } from './use-today';

/**
 * The day (今日): what waits for the user's decision, what has to be done by a day, what is slipping, what is open, and nothing
 * else. Each line acts in one click; a section without lines is not there.
 */
export function TodayPage() {
  const { app, format } = useInterface();
  const { t } = useTranslation();
  const { t: board } = useTranslation('board');
  const today = useToday();
  const due = countDue(today?.duties ?? [], app.today());
  return (
    <Stack gap="xl">
      <Stack gap={0}>
        <Title order={1} size="h2">
          {t('room.today')}
        </Title>
        <Text size="sm" c="dimmed">
          {format.day(app.today())}
          {due > 0 && ` · ${board('dueNow', { count: due })}`}
        </Text>
      </Stack>
      {today && <Sections today={today} />}
    </Stack>
  );
}

function Sections({ today: { approvals, duties, slipping, complaints } }: { readonly today: Today }) {
  const { t } = useTranslation('today');
  const { t: board } = useTranslation('board');
  const lines = approvals.length + duties.length + complaints.length;
  if (lines === 0 && slipping?.length === 0) {
    return (
      <Stack gap="xs" maw={560}>
        <Title order={2} size="h4">
          {t('nothingTitle')}
        </Title>
        <Text>{t('nothing')}</Text>
        <Text>{t('nothingHow')}</Text>
      </Stack>
    );
  }
  return (
    <>
      {approvals.length > 0 && (
        <TodaySection name="approvals" title={board('approvals')}>
          <ApprovalInbox />
        </TodaySection>
      )}
      {duties.length > 0 && (
        <TodaySection name="duties" title={board('duties')}>
          <DutiesFeed />
        </TodaySection>
      )}
      <SlippingSection accounts={slipping ?? []} />
      <ComplaintSection complaints={complaints} />
    </>
  );
}
