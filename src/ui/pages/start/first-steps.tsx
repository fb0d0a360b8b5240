import { Anchor, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FIRST_STEPS, type FirstStep } from '@/src/app/first-steps';
import { useLive } from '../../app-context';
import { hashOf } from '../../shell/route';

/** Where each step is done. The answer comes from the choices above the list. */
const PLACES: Readonly<Record<FirstStep, readonly string[] | undefined>> = {
  answer: undefined,
  'key-accounts': ['analysis', 'pareto'],
  people: ['accounts'],
  visit: ['visits'],
  backup: ['data', 'backup'],
};

/** What to do first, until all of it is done. */
export function FirstSteps() {
  const { t } = useTranslation('first-steps');
  const done = useLive('first-steps', (app) => app.firstStepsDone());
  if (!done || done.size === FIRST_STEPS.length) return null;
  const next = FIRST_STEPS.find((step) => !done.has(step));
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="first-steps" data-first-steps={done.size}>
      <Stack gap="sm">
        <Title order={2} size="h4" id="first-steps">
          {t('title', { done: done.size, all: FIRST_STEPS.length })}
        </Title>
        <Stack gap={6} component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
          {FIRST_STEPS.map((step) => {
            const isDone = done.has(step);
            const place = PLACES[step];
            const name = t(`step.${step}`);
            return (
              <Group key={step} component="li" gap="xs" wrap="nowrap" align="baseline" data-step={step}>
                <Text span aria-hidden="true" c={isDone ? 'teal' : 'dimmed'}>
                  {isDone ? '✓' : '○'}
                </Text>
                <Text span size="sm" fw={step === next ? 600 : 400} {...(isDone ? { c: 'dimmed' } : {})}>
                  {isDone || !place ? name : <Anchor href={hashOf(place)}>{name}</Anchor>}
                  {isDone && ` (${t('done')})`}
                </Text>
              </Group>
            );
          })}
        </Stack>
      </Stack>
    </Card>
  );
}
