import { Badge, Button, Group, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BatchSummary } from '@/src/app/ports/store';
import { useInterface, useLive } from '../../app-context';
import { useUndo } from '../../components/use-undo';
import { useWhoWrote } from '../../components/use-who-wrote';

const SHOWN = 100;

/** What a queue wrote for itself is passed over: more is read than shown. */
const READ = 400;

/** What was saved, newest first, each with its undo. Settings are left out: they are their own undo. */
export function HistoryList() {
  const { t } = useTranslation('data');
  const batches = useLive('history', (app) => app.history.list(READ));
  const shown = batches?.filter(({ header }) => header.cause !== 'setting' && header.cause !== 'queue').slice(0, SHOWN);
  if (!shown) return null;
  if (shown.length === 0) return <Text c="dimmed">{t('historyNone')}</Text>;
  return (
    <List listStyleType="none" spacing="xs">
      {shown.map((batch) => (
        <List.Item key={batch.header.batchId}>
          <HistoryLine batch={batch} />
        </List.Item>
      ))}
    </List>
  );
}

function HistoryLine({ batch }: { batch: BatchSummary }) {
  const { format } = useInterface();
  const { t } = useTranslation('data');
  const { t: shell } = useTranslation();
  const undo = useUndo();
  const whoWrote = useWhoWrote();
  const { header, note, undone } = batch;
  const title = [t(`cause.${header.cause}`), note.title ?? note.file].filter(Boolean).join(': ');
  const { made, changed, gone } = header.counts;
  const counts = [
    made > 0 ? t('counts.made', { count: made }) : '',
    changed > 0 ? t('counts.changed', { count: changed }) : '',
    gone > 0 ? t('counts.gone', { count: gone }) : '',
  ].filter((part) => part !== '');
  const canUndo = !undone && !['erase', 'purge', 'drop-dataset', 'refuse'].includes(header.cause);
  return (
    <Group justify="space-between" wrap="nowrap" align="start" data-batch={header.cause}>
      <Stack gap={0}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Text>
        <Text size="xs" c="dimmed">
          {[format.time(header.wall), ...whoWrote(header), ...counts].join(' · ')}
        </Text>
      </Stack>
      {undone && <Badge variant="default">{t('isUndone')}</Badge>}
      {canUndo && (
        <Button size="compact-sm" variant="default" onClick={() => void undo(header.batchId, title)}>
          {shell('action.undo')}
        </Button>
      )}
    </Group>
  );
}
