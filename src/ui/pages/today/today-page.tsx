import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { countDue, type OpenDuty } from '@/src/app/list-duties';
import { useInterface, useLive } from '../../app-context';
import { ApprovalInbox } from '../../records/approval-inbox';
import { DutiesFeed } from '../../records/duties-feed';
import { ComplaintSection } from './complaint-section';
import { SlippingSection } from './slipping-section';
import { TodaySection } from './today-section';
import { GatesSection } from './gates-section';
import { HandInSection } from './hand-in-section';
import { isFree, useToday, type Today } from './use-today';
import { VisitsSection } from './visits-section';

/**
 * The day (今日): what waits for the user's decision, what has to be done by a day, what is slipping, what is open, and nothing
 * else. Each line acts in one click; a section without lines is not there.
 */
export function TodayPage() {
  // What is on the screen first is read first, and alone.
  const soonest = useLive('soonest-duties', ({ records }) => records.soonestDuties());
  return <Stack gap="xl">{soonest ? <Day soonest={soonest} /> : <Heading due={0} />}</Stack>;
}

function Day({ soonest }: { readonly soonest: readonly OpenDuty[] }) {
  const { app } = useInterface();
  const today = useToday(soonest);
  const { list, isWhole } = today.duties;
  return (
    <>
      <Heading due={isWhole ? countDue(list, app.today()) : 0} />
      <Sections today={today} />
    </>
  );
}

function Heading({ due }: { readonly due: number }) {
  const { app, format } = useInterface();
  const { t } = useTranslation();
  const { t: board } = useTranslation('board');
  return (
    <Stack gap={0}>
      <Title order={1} size="h2">
        {t('room.today')}
      </Title>
      <Text size="sm" c="dimmed">
        {format.day(app.today())}
        {due > 0 && ` · ${board('dueNow', { count: due })}`}
      </Text>
    </Stack>
  );
}

function Sections({ today }: { readonly today: Today }) {
  const { t } = useTranslation('today');
  const { t: board } = useTranslation('board');
  const { approvals, duties, complaints, unfiled, overdue, gates, slipping } = today;
  if (isFree(today)) {
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
      {approvals && approvals.length > 0 && (
        <TodaySection name="approvals" title={board('approvals')}>
          <ApprovalInbox approvals={approvals} />
        </TodaySection>
      )}
      {duties.list.length > 0 && (
        <TodaySection name="duties" title={board('duties')}>
          <DutiesFeed duties={duties} />
        </TodaySection>
      )}
      {unfiled && <HandInSection unfiled={unfiled} />}
      <VisitsSection accounts={overdue ?? []} />
      <GatesSection gates={gates ?? []} />
      <SlippingSection accounts={slipping ?? []} />
      <ComplaintSection complaints={complaints ?? []} />
    </>
  );
}
