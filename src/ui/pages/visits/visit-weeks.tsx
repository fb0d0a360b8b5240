import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDay } from '@/src/kernel/calendar';
import { firstDayOfPeriod, periodOf } from '@/src/kernel/period';
import { dayFromIso } from '@/src/domain/records/duty';
import { visit, type VisitRow } from '@/src/domain/visits/visit.kind';
import { useInterface } from '../../app-context';
import { useKindWords } from '../../records/kind-words';
import { addressOf } from '../../shell/address-of';
import type { VisitData } from './use-visits';

const SHOWN = 100;

/** The planned visits by week, those that are past and not reported first; and the calendar file of them. */
export function VisitWeeks({ data }: { data: VisitData }) {
  const { app, tell, format } = useInterface();
  const { t } = useTranslation('visits');
  const planned = data.visits
    .filter(({ state }) => state === 'planned')
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const today = app.today();
  const weekOf = ({ fields }: VisitRow): string =>
    fields.day < today ? '' : formatDay(firstDayOfPeriod('week', periodOf('week', dayFromIso(fields.day))));
  const shown = planned.slice(0, SHOWN);
  const weeks = [...new Set(shown.map(weekOf))];
  const save = async (): Promise<void> => {
    const count = await app.records.exportCalendar([], () => '');
    tell({ text: t('exported', { count }) });
  };
  return (
    <Stack gap="xs" component="section" aria-labelledby="calendar">
      <Group justify="space-between">
        <Title order={2} size="h4" id="calendar">
          {t('calendar')}
        </Title>
        {planned.length > 0 && (
          <Button size="compact-sm" variant="default" data-action="export-ics" onClick={() => void save()}>
            {t('export')}
          </Button>
        )}
      </Group>
      {planned.length === 0 && <Text size="sm">{t('calendarNone')}</Text>}
      {weeks.map((week) => (
        <Stack key={week} gap={2} data-week={week}>
          <Title order={3} size="h6">
            {week === '' ? t('past') : t('week', { day: format.day(week) })}
          </Title>
          {shown
            .filter((row) => weekOf(row) === week)
            .map((row) => (
              <VisitLine key={row.id} row={row} name={data.nameOf(row.fields.company)} />
            ))}
        </Stack>
      ))}
      {planned.length > SHOWN && (
        <Anchor size="sm" href={`#/files/${visit.name}`}>
          {t('list')}
        </Anchor>
      )}
    </Stack>
  );
}

/** By day, then by time; visits without a time come first. */
function orderOf({ id, fields }: VisitRow): string {
  return `${fields.day} ${fields.time ?? ''} ${id}`;
}

function VisitLine({ row, name }: { row: VisitRow; name: string }) {
  const { format } = useInterface();
  const words = useKindWords()(visit);
  const { day, time, means, purpose } = row.fields;
  const facts = [time, means && words.choice('means', means), name].filter((one) => one !== undefined && one !== '');
  return (
    <Group gap="xs" align="baseline" wrap="nowrap">
      <Text size="sm" flex="none" miw={92}>
        {format.day(day)}
      </Text>
      <Anchor size="sm" href={addressOf(visit, row.id)} style={{ overflowWrap: 'anywhere' }}>
        {purpose}
      </Anchor>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {facts.join(' · ')}
      </Text>
    </Group>
  );
}
