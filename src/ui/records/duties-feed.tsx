import { Anchor, Badge, Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NAMELESS } from '@/src/app/acting';
import { NEARNESS, nearnessOf, type Nearness, type OpenDuty } from '@/src/app/list-duties';
import { useInterface, useLive } from '../app-context';
import { addressOf } from '../shell/address-of';
import classes from './duties-feed.module.css';
import { useKindWords } from './kind-words';

/** What has to be done by a day, of all kinds (到期任务): the user's own, or everybody's. */
export function DutiesFeed() {
  const { app } = useInterface();
  const { t } = useTranslation('board');
  const [whose, setWhose] = useState<'mine' | 'everybody'>('mine');
  const duties = useLive('duties', (of) => of.records.duties());
  if (!duties) return null;
  if (duties.length === 0) return <Text>{t('dutiesNone')}</Text>;
  const shown = whose === 'mine' ? duties.filter(({ mine }) => mine) : duties;
  const today = app.today();
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <SegmentedControl
          aria-label={t('whose')}
          size="sm"
          value={whose}
          data={(['mine', 'everybody'] as const).map((value) => ({ value, label: t(value) }))}
          // Safe: one of the values of `data`.
          onChange={(value) => setWhose(value as typeof whose)}
        />
        <CalendarButton duties={shown} />
      </Group>
      {shown.length === 0 && <Text>{t('dutiesNoneMine')}</Text>}
      {NEARNESS.map((near) => (
        <Near key={near} near={near} duties={shown.filter(({ due }) => nearnessOf(due, today) === near)} />
      ))}
    </Stack>
  );
}

/** The duties that are shown, and the planned visits, for the calendar of a phone or an office program. */
function CalendarButton({ duties }: { duties: readonly OpenDuty[] }) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('board');
  const wordsOf = useKindWords();
  const save = async (): Promise<void> => {
    const count = await app.records.exportCalendar(duties, ({ kind, name }) => wordsOf(kind).duty(name));
    tell({ text: t('calendarSaved', { count }) });
  };
  return (
    <Button size="compact-sm" variant="default" onClick={() => void save()}>
      {t('calendar')}
    </Button>
  );
}

/** Duties drawn at once, and how many more each time they are asked for. */
const PIECE = 50;

function Near({ near, duties }: { near: Nearness; duties: readonly OpenDuty[] }) {
  const { t } = useTranslation('board');
  const [shown, setShown] = useState(PIECE);
  if (duties.length === 0) return null;
  return (
    <section aria-label={t(`when.${near}`)} data-near={near}>
      <Title order={3} size="h5" mb={4}>
        {t(`when.${near}`)} · {duties.length}
      </Title>
      <ul className={classes['duties']}>
        {duties.slice(0, shown).map((duty) => (
          <li key={`${duty.record}/${duty.name}`} className={classes['duty']}>
            <DutyLine duty={duty} />
          </li>
        ))}
      </ul>
      {duties.length > shown && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShown(shown + PIECE)}>
          {t('more', { count: Math.min(PIECE, duties.length - shown) })}
        </Button>
      )}
    </section>
  );
}

function DutyLine({ duty }: { duty: OpenDuty }) {
  const { format } = useInterface();
  const { t } = useTranslation('board');
  const { t: records } = useTranslation('records');
  const words = useKindWords()(duty.kind);
  const owner = duty.owner === NAMELESS ? records('me') : duty.owner;
  const whose = [duty.for === 'owner' ? undefined : t(`forRole.${duty.for}`), owner];
  const rest = [words.one, t('due', { day: format.day(duty.due) }), ...whose].filter((part) => part !== undefined);
  return (
    <Group gap={8} align="baseline">
      <Anchor href={addressOf(duty.kind, duty.record)} size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {duty.title === '' ? duty.record : duty.title}
      </Anchor>
      <Text span size="sm">
        {words.duty(duty.name)}
      </Text>
      {duty.overdue > 0 && (
        <Badge color="orange" variant="light" className={classes['late'] ?? ''}>
          {t('overdueBy', { count: duty.overdue })}
        </Badge>
      )}
      <Text span size="xs" c="dimmed">
        {rest.join(' · ')}
      </Text>
    </Group>
  );
}
