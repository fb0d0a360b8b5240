import { Anchor, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useInterface, useLive } from '../app-context';
import { hashOf } from './route';

/** While companies are being enriched, in every room: how far it is, and the way to where it can be seen. */
export function EnrichLine() {
  const { app, settings, format } = useInterface();
  const { t } = useTranslation('bulk-enrich');
  const state = useLive(`enrich-line:${settings['enrich-queue']}`, (of) => of.bulk.state(settings));
  const open = state?.runs.filter((run) => run.open > 0) ?? [];
  if (!state || open.length === 0) return null;
  const sum = (what: 'open' | 'total'): number => open.reduce((all, run) => all + run[what], 0);
  const total = sum('total');
  const counts = { done: format.count(total - sum('open')), total: format.count(total) };
  const sites = state.now.map((site) => site || t('registers')).join(t('and'));
  const said = sites === '' ? t('standing', counts) : t('standingNow', { ...counts, sites });
  return (
    <Group gap="xs" mb="sm" data-enrich-line>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {state.isPaused ? `${t('paused')} · ${t('standing', counts)}` : said}
      </Text>
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() => void (state.isPaused ? app.bulk.resume() : app.bulk.pause())}
      >
        {t(state.isPaused ? 'resume' : 'pause')}
      </Button>
      <Anchor size="sm" href={hashOf(['accounts', 'enrichment'])}>
        {t('show')}
      </Anchor>
    </Group>
  );
}
