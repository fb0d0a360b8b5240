import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { countDue } from '@/src/app/list-duties';
import { useInterface, useLive } from '../../app-context';
import { ApprovalInbox } from '../../records/approval-inbox';
import { DutiesFeed } from '../../records/duties-feed';

/** The day (今日): what waits for the user's decision, and what has to be done. */
export function TodayPage() {
  const { app, format } = useInterface();
  const { t } = useTranslation();
  const { t: board } = useTranslation('board');
  const duties = useLive('duties', (of) => of.records.duties()) ?? [];
  const due = countDue(duties, app.today());
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
      <section aria-labelledby="approvals">
        <Title order={2} size="h4" id="approvals" mb="xs">
          {board('approvals')}
        </Title>
        <ApprovalInbox />
      </section>
      <section aria-labelledby="duties">
        <Title order={2} size="h4" id="duties" mb="xs">
          {board('duties')}
        </Title>
        <DutiesFeed />
      </section>
    </Stack>
  );
}
