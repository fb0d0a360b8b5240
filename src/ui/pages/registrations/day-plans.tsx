import { Anchor, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '@/src/kernel/calendar';
import { actorOf } from '@/src/app/acting';
import { planOf } from '@/src/domain/followup/day-plan';
import { planItem, type PlanItemFields } from '@/src/domain/followup/plan-item.kind';
import { dayFromIso } from '@/src/domain/records/duty';
import type { Row } from '@/src/domain/records/record';
import { useInterface } from '../../app-context';
import { RecordForm } from '../../records/record-form';
import { useMove } from '../../records/use-move';
import { useNames, useRows } from '../../records/use-reading';
import { addressOf } from '../../shell/address-of';
import { hashOf } from '../../shell/route';
import { PlanLog } from './plan-log';

/** The plan of today, with what was left of the days before, and of tomorrow; and the log of the week. */
export function DayPlans() {
  const { app, settings } = useInterface();
  const { t } = useTranslation('claims');
  const [day, setDay] = useState<string>();
  const rows = useRows(planItem.name);
  if (!rows) return null;
  const { name } = actorOf(settings);
  const errands = rows.map(errandOf).filter(({ owner }) => owner === undefined || owner === name);
  const today = app.today();
  const tomorrow = formatDay(dayFromIso(today) + 1);
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {[today, tomorrow].map((one) => (
          <DayPlan key={one} day={one} errands={errands} onAdd={() => setDay(one)} />
        ))}
      </SimpleGrid>
      <PlanLog errands={errands} />
      <Anchor size="sm" href={hashOf(['files', planItem.name])}>
        {t('allPlans')}
      </Anchor>
      {day !== undefined && <RecordForm kind={planItem} given={{ day }} onClose={() => setDay(undefined)} />}
    </Stack>
  );
}

export type PlannedRow = PlanItemFields & Pick<Row, 'id' | 'state'> & { readonly row: Row };

function errandOf(row: Row): PlannedRow {
  // Safe: rows of the kind hold its fields.
  return { ...(row.fields as PlanItemFields), id: row.id, state: row.state, row };
}

interface DayProps {
  readonly day: string;
  readonly errands: readonly PlannedRow[];
  readonly onAdd: () => void;
}

function DayPlan({ day, errands, onAdd }: DayProps) {
  const { app, format } = useInterface();
  const { t } = useTranslation('claims');
  const mover = useMove();
  const names = useNames(planItem);
  const isToday = day === app.today();
  const plan = planOf(errands, day, app.today());
  return (
    <Stack gap="xs" component="section" aria-label={t(isToday ? 'today' : 'tomorrow')} data-plan={day}>
      <Title order={2} size="h4">
        {t(isToday ? 'today' : 'tomorrow')}{' '}
        <Text span size="sm" c="dimmed">
          {format.day(day)}
        </Text>
      </Title>
      {plan.length === 0 && <Text c="dimmed">{t('planNone')}</Text>}
      {plan.map(({ errand, from }) => (
        <Group key={errand.id} justify="space-between" wrap="nowrap" data-errand={errand.id}>
          <Stack gap={0}>
            <Anchor size="sm" href={addressOf(planItem, errand.id)} style={{ overflowWrap: 'anywhere' }}>
              {errand.purpose}
            </Anchor>
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {[names?.get(errand.company ?? ''), errand.materials, from && t('rolledOver', { day: format.day(from) })]
                .filter((part) => part !== undefined && part !== '')
                .join(' · ')}
            </Text>
          </Stack>
          <Button
            size="compact-sm"
            variant="light"
            aria-label={t('doneOf', { name: errand.purpose })}
            onClick={() => void mover.move(planItem, errand.row, 'done')}
          >
            {t('done')}
          </Button>
        </Group>
      ))}
      <Group>
        <Button size="compact-sm" variant="default" onClick={onAdd} data-action="plan">
          {t('add')}
        </Button>
      </Group>
    </Stack>
  );
}
