import { Button, Group, Stack, Table, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '@/src/kernel/calendar';
import { actorOf } from '@/src/app/acting';
import type { WeekReport } from '@/src/app/registration-uses';
import { followUp } from '@/src/domain/followup/follow-up.kind';
import { mondayOf, weekBefore, weekName } from '@/src/domain/followup/hand-in';
import { wallClock } from '@/src/domain/followup/wall-clock';
import { meansUsed } from '@/src/domain/followup/week-log';
import { isAmong } from '@/src/domain/records/actor';
import { dayFromIso } from '@/src/domain/records/duty';
import { isDay } from '@/src/domain/records/values';
import { useInterface, useLive } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { useKindWords } from '../../records/kind-words';
import { FollowUpLog } from './follow-up-log';
import { HandInTeam } from './hand-in-team';

const shifted = (week: string, days: number): string => formatDay(dayFromIso(week) + days);

/** A week of follow-ups with its figures, to be handed in by Monday 10:00; and who has handed in. */
export function WeekReportPanel({ week: given, onWeek }: { week: string | undefined; onWeek: (week: string) => void }) {
  const { app, format, settings } = useInterface();
  const { t } = useTranslation('claims');
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const last = weekBefore(app.now(), wallClock(timeZone));
  const week = given !== undefined && isDay(given) ? formatDay(mondayOf(dayFromIso(given))) : last;
  const report = useLive(`week:${week}`, (of) => of.claims.week(week, timeZone));
  if (!report) return null;
  const isManager = isAmong(['manager'], actorOf(settings), undefined);
  const from = format.day(week);
  return (
    <Stack gap="md">
      <Stack gap={4}>
        <Title order={2} size="h4">
          {t('week', { week: weekName(week), from, to: format.day(shifted(week, 6)) })}
        </Title>
        <Text size="sm" c="dimmed">
          {t('deadline', { when: format.time(report.deadline) })}
        </Text>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => onWeek(shifted(week, -7))}>
            {t('weekBefore')}
          </Button>
          <Button size="compact-sm" variant="default" disabled={week > last} onClick={() => onWeek(shifted(week, 7))}>
            {t('weekAfter')}
          </Button>
        </Group>
      </Stack>
      <Figures report={report} />
      {report.log.length === 0 ? <Text maw="65ch">{t('logNone')}</Text> : <FollowUpLog log={report.log} />}
      <HandInForm week={week} timeZone={timeZone} report={report} />
      <HandInTeam lines={report.team.filter(({ owner }) => isManager || owner === report.owner)} />
    </Stack>
  );
}

function Figures({ report: { figures } }: { report: WeekReport }) {
  const { format } = useInterface();
  const { t } = useTranslation('claims');
  const words = useKindWords()(followUp);
  const lines = [
    ['total', t('figure.total'), figures.total],
    ...meansUsed(figures).map((means) => [means, words.choice('means', means), figures.byMeans[means]] as const),
    ['companies', t('figure.companies'), figures.companies],
    ['nextSteps', t('figure.nextSteps'), figures.nextSteps],
    ['goodwill', t('figure.goodwill'), figures.goodwill],
  ] as const;
  return (
    <Table withRowBorders={false} verticalSpacing={2} maw={320} aria-label={t('figure.total')}>
      <Table.Tbody>
        {lines.map(([name, label, count]) => (
          <Table.Tr key={name} data-figure={name}>
            <Table.Th scope="row" fw={400}>
              {label}
            </Table.Th>
            <Table.Td ta="end">{format.count(count)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function HandInForm({ week, timeZone, report }: { week: string; timeZone: string; report: WeekReport }) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('claims');
  const sentence = useSentence();
  const [summary, setSummary] = useState('');
  const isDone = report.team.some(({ owner, handedIn }) => owner === report.owner && handedIn !== undefined);
  if (isDone) return null;
  const handIn = async (): Promise<void> => {
    const done = await app.claims.handIn({ week, timeZone, summary });
    if (!done.ok) return tell({ text: sentence(done.error), tone: 'bad' });
    setSummary('');
    const count = report.figures.total;
    return tell({ text: t('handedIn', { week: weekName(week), count }), undo: done.value.batchId });
  };
  return (
    <Stack gap="xs" maw={640}>
      <Textarea
        size="sm"
        autosize
        minRows={2}
        maxRows={8}
        label={t('summary')}
        value={summary}
        onChange={(event) => setSummary(event.currentTarget.value)}
      />
      <Group>
        <Button size="sm" data-action="hand-in" onClick={() => void handIn()}>
          {t('handIn')}
        </Button>
      </Group>
    </Stack>
  );
}
