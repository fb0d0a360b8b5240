import { Anchor, Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueState } from '@/src/app/bulk-enrich-uses';
import { useInterface, useLive } from '../../app-context';
import { hashOf } from '../../shell/route';
import { EnrichmentRun } from './enrichment-run';
import { useShortList } from './use-short-list';

/** Runs shown; older ones come up when these are removed. */
const SHOWN = 10;

/** Enrichment of many companies: what is under way, what it waits for, what came of it. */
export function EnrichmentPage() {
  const { settings } = useInterface();
  const { t } = useTranslation(['bulk-enrich', 'accounts']);
  const state = useLive(`enrichment:${settings['enrich-queue']}`, (app) => app.bulk.state(settings));
  if (!state) return null;
  return (
    <Stack gap="md">
      <Stack gap={4}>
        <Anchor href={hashOf(['accounts'])} size="sm">
          {t('accounts:title')}
        </Anchor>
        <Title order={1} size="h2">
          {t('page')}
        </Title>
        {state.runs.length === 0 && <Text maw="75ch">{t('none')}</Text>}
      </Stack>
      <Queue state={state} />
      {state.runs.slice(0, SHOWN).map((run) => (
        <EnrichmentRun key={run.run} sum={run} />
      ))}
    </Stack>
  );
}

function Queue({ state }: { state: QueueState }) {
  const { app, format } = useInterface();
  const { t } = useTranslation('bulk-enrich');
  const runs = state.runs.filter(({ open }) => open > 0);
  if (runs.length === 0) return null;
  const total = runs.reduce((sum, run) => sum + run.total, 0);
  const done = total - runs.reduce((sum, run) => sum + run.open, 0);
  const progress = t('progress', { done: format.count(done), total: format.count(total) });
  return (
    <Stack gap="xs" maw={640} role="group" aria-label={t('page')} data-queue>
      <Progress value={(done / total) * 100} aria-label={progress} />
      <Group justify="space-between">
        <Text size="sm" role="status">
          {progress}
        </Text>
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            data-action="pause"
            onClick={() => void (state.isPaused ? app.bulk.resume() : app.bulk.pause())}
          >
            {t(state.isPaused ? 'resume' : 'pause')}
          </Button>
          <Button size="compact-sm" variant="default" data-action="stop" onClick={() => void app.bulk.stop()}>
            {t('stop')}
          </Button>
        </Group>
      </Group>
      <Waiting state={state} />
      <Forbidden />
    </Stack>
  );
}

/** What is asked just now; where nothing is, why. */
function Waiting({ state: { now, waiting, isPaused } }: { state: QueueState }) {
  const { format } = useInterface();
  const { t } = useTranslation('bulk-enrich');
  const [first] = waiting;
  const sites = now.map((site) => site || t('registers')).join(t('and'));
  const about = first?.waitsFor && {
    site: first.site ?? t('registers'),
    time: format.time(first.notBefore ?? 0),
  };
  return (
    <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {isPaused ? t('paused') : sites !== '' ? t('now', { sites }) : about ? t(`waits.${first.waitsFor}`, about) : ''}
    </Text>
  );
}

/** The sites that the user took back, and the way to allow them again. */
function Forbidden() {
  const { app, format } = useInterface();
  const { t } = useTranslation('bulk-enrich');
  const shortList = useShortList();
  const [asked, setAsked] = useState(0);
  const sites = useLive(`forbidden:${asked}`, (of) => of.bulk.forbiddenSites());
  if (!sites || sites.length === 0) return null;
  const allow = async (): Promise<void> => {
    await app.bulk.allow(sites);
    setAsked(asked + 1);
  };
  return (
    <Group gap="xs" data-forbidden>
      <Text size="sm" role="alert" style={{ overflowWrap: 'anywhere' }}>
        {t('forbidden', { count: sites.length, number: format.count(sites.length), names: shortList(sites) })}
      </Text>
      <Button size="compact-sm" onClick={() => void allow()}>
        {t('allow')}
      </Button>
    </Group>
  );
}
