import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NAMELESS } from '@/src/app/acting';
import { NEARNESS, nearnessOf, type Nearness, type OpenDuty } from '@/src/app/list-duties';
import { useInterface } from '../app-context';
import { addressOf } from '../shell/address-of';
import { useKindWords } from './kind-words';
import { MoveDialog } from './move-dialog';
import { useMove, type Mover } from './use-move';
import { WorkLine, WorkLines } from './work-line';

export interface Duties {
  readonly list: readonly OpenDuty[];
  /** False while only those that are due first are read. */
  readonly isWhole: boolean;
}

/** What has to be done by a day, of all kinds (到期任务): the user's own, or everybody's. */
export function DutiesFeed({ duties: { list, isWhole } }: { duties: Duties }) {
  const { app } = useInterface();
  const { t } = useTranslation('board');
  const [whose, setWhose] = useState<'mine' | 'everybody'>('mine');
  const mover = useMove();
  if (list.length === 0) return <Text>{t('dutiesNone')}</Text>;
  const shown = whose === 'mine' ? list.filter(({ mine }) => mine) : list;
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
        {isWhole && <CalendarButton duties={shown} />}
      </Group>
      {isWhole && shown.length === 0 && <Text>{t('dutiesNoneMine')}</Text>}
      {NEARNESS.map((near) => (
        <Near
          key={near}
          near={near}
          duties={shown.filter(({ due }) => nearnessOf(due, today) === near)}
          isWhole={isWhole}
          mover={mover}
        />
      ))}
      {mover.ask && <MoveDialog ask={mover.ask} onClose={mover.close} />}
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
const PIECE = 20;

interface NearProps {
  readonly near: Nearness;
  readonly duties: readonly OpenDuty[];
  /** Otherwise there are more than these, and how many is not known yet. */
  readonly isWhole: boolean;
  readonly mover: Mover;
}

function Near({ near, duties, isWhole, mover }: NearProps) {
  const { t } = useTranslation('board');
  const [shown, setShown] = useState(PIECE);
  if (duties.length === 0) return null;
  return (
    <section aria-label={t(`when.${near}`)} data-near={near}>
      <Title order={3} size="h5" mb={4}>
        {t(`when.${near}`)}
        {isWhole && ` · ${duties.length}`}
      </Title>
      <WorkLines>
        {duties.slice(0, shown).map((duty) => (
          <DutyLine key={`${duty.row.id}/${duty.name}`} duty={duty} mover={mover} />
        ))}
      </WorkLines>
      {duties.length > shown && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShown(shown + PIECE)}>
          {t('more', { count: Math.min(PIECE, duties.length - shown) })}
        </Button>
      )}
    </section>
  );
}

function DutyLine({ duty, mover }: { duty: OpenDuty; mover: Mover }) {
  const { format } = useInterface();
  const { t } = useTranslation('board');
  const { t: records } = useTranslation('records');
  const { kind, row, next } = duty;
  const words = useKindWords()(kind);
  const owner = duty.owner === NAMELESS ? records('me') : duty.owner;
  const whose = [duty.for === 'owner' ? undefined : t(`forRole.${duty.for}`), owner];
  const rest = [words.one, t('due', { day: format.day(duty.due) }), ...whose].filter((part) => part !== undefined);
  const title = duty.title === '' ? row.id : duty.title;
  return (
    <WorkLine
      title={title}
      href={addressOf(kind, row.id)}
      what={words.duty(duty.name)}
      {...(duty.overdue > 0 ? { late: t('overdueBy', { count: duty.overdue }) } : {})}
      rest={rest.join(' · ')}
      {...(next ? { act: { label: words.transition(next.name), run: () => void mover.move(kind, row, next.to) } } : {})}
    />
  );
}
