import { Anchor, Button, Group, List, Popover, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { JobLine } from '@/src/app/bulk-enrich-uses';
import type { RunSummary } from '@/src/domain/enrich/queue/sum-jobs';
import { useInterface, useLive } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { hashOf } from '../../shell/route';
import { useReason } from './use-reason';

/** Companies of a run that are drawn. */
const SHOWN = 500;
const COUNTS = ['filled', 'suggested', 'nothing', 'failed', 'stopped', 'undone'] as const;

/** One click on many companies: what came of it in numbers, company by company, and the way back. */
export function EnrichmentRun({ sum }: { sum: RunSummary }) {
  const { format } = useInterface();
  const { t } = useTranslation('bulk-enrich');
  const reason = useReason();
  const lines = useLive(`run:${sum.run}`, (app) => app.bulk.lines(sum.run));
  const { olderThan, reasons } = sum;
  const time = format.time(sum.addedAt);
  const counts = COUNTS.filter((what) => sum[what] > 0).map((what) =>
    t(`sum.${what}`, { count: sum[what], number: format.count(sum[what]) }),
  );
  return (
    <Stack gap="xs" data-run={sum.run}>
      <Group justify="space-between" align="start">
        <Stack gap={2}>
          <Title order={2} size="h4">
            {olderThan === undefined ? t('run', { time }) : t('runOlder', { time, days: olderThan })}
          </Title>
          <Text size="sm" data-sum>
            {[
              t('progress', { done: format.count(sum.total - sum.open), total: format.count(sum.total) }),
              ...counts,
            ].join(' · ')}
          </Text>
          {reasons.length > 0 && (
            <Text size="sm" c="dimmed">
              {reasons
                .map(([code, count]) => t('reasonCount', { reason: reason(code), number: format.count(count) }))
                .join(' · ')}
            </Text>
          )}
        </Stack>
        <RunActions sum={sum} />
      </Group>
      <List size="sm" listStyleType="none">
        {lines?.slice(0, SHOWN).map((line) => (
          <List.Item key={line.job.id} data-job={line.job.state} style={{ overflowWrap: 'anywhere' }}>
            <Line line={line} />
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function RunActions({ sum }: { sum: RunSummary }) {
  const { app, tell, format } = useInterface();
  const { t } = useTranslation('bulk-enrich');
  const sentence = useSentence();
  const takeBack = async (): Promise<void> => {
    const undone = await app.bulk.undo(sum.run);
    if (!undone.ok) return tell({ text: sentence(undone.error), tone: 'bad' });
    const { companies, kept } = undone.value;
    const text = t('undone', { count: companies, number: format.count(companies) });
    return tell({ text: kept > 0 ? t('undoneKept', { text, count: kept, number: format.count(kept) }) : text });
  };
  return (
    <Group gap="xs">
      {sum.filled > 0 && (
        <Button size="compact-sm" variant="default" data-action="undo-run" onClick={() => void takeBack()}>
          {t('undoRun')}
        </Button>
      )}
      {sum.open === 0 && (
        <Popover width={300} position="bottom-end" trapFocus withinPortal={false}>
          <Popover.Target>
            <Button size="compact-sm" variant="subtle">
              {t('forget')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('forget')}>
            <Stack gap="xs">
              <Text size="sm">{t('forgetAsk')}</Text>
              <Button size="compact-sm" data-action="forget" onClick={() => void app.bulk.forget(sum.run)}>
                {t('forgetDo')}
              </Button>
            </Stack>
          </Popover.Dropdown>
        </Popover>
      )}
    </Group>
  );
}

function Line({ line: { job, name } }: { line: JobLine }) {
  const { t } = useTranslation('shell');
  const said = useSaid();
  return (
    <>
      <Anchor href={hashOf(['accounts', job.fields.company])} size="sm">
        {name}
      </Anchor>{' '}
      <Text span size="sm" c="dimmed">
        {job.fields.site ? t('labelled', { label: job.fields.site, value: said(job) }) : said(job)}
      </Text>
    </>
  );
}

/** What came of a company, in a few words. */
function useSaid(): (job: JobLine['job']) => string {
  const { format } = useInterface();
  const { t } = useTranslation('bulk-enrich');
  const reason = useReason();
  return ({ state, fields: { outcome } }) => {
    const reasons = outcome?.reasons.map(reason) ?? [];
    if (state === 'failed') return reasons.join(' · ');
    if (state === 'waiting' || state === 'running' || state === 'stopped' || state === 'undone')
      return t(`line.${state}`);
    const counts = (['filled', 'suggested'] as const).flatMap((what) => {
      const count = outcome?.[what] ?? 0;
      return count > 0 ? [t(`sum.${what}`, { count, number: format.count(count) })] : [];
    });
    const doubted = outcome?.isDoubted ? [t('line.doubted')] : [];
    return [...(counts.length > 0 ? counts : [t('line.nothing')]), ...doubted, ...reasons].join(' · ');
  };
}
