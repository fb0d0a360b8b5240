import { Button, Group, List, Popover, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { retentionOf, type BinEntry } from '@/src/app/recycle-bin';
import { useInterface, useLive } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { useUndo } from '../../components/use-undo';
import { useKindWords } from '../../records/kind-words';
import { titleIn } from '../../records/use-reading';

/** Names told of one deletion; of the others only how many. */
const NAMED = 5;

/** What was deleted, newest first, with the days left to bring it back; a deletion comes back whole, links included. */
export function RecycleBin() {
  const { settings } = useInterface();
  const { t } = useTranslation('data');
  const bin = useLive('bin', (of) => of.records.bin());
  if (!bin) return null;
  const kept = retentionOf(settings);
  if (bin.length === 0)
    return <Text c="dimmed">{kept === 'month' ? t('binNoneMonth') : t('binNone', { count: kept })}</Text>;
  return (
    <Stack gap="md">
      <List listStyleType="none" spacing="xs">
        {bin.map((entry) => (
          <List.Item key={entry.header.batchId}>
            <BinLine entry={entry} />
          </List.Item>
        ))}
      </List>
      <EmptyBin />
    </Stack>
  );
}

function BinLine({ entry }: { entry: BinEntry }) {
  const { app, format } = useInterface();
  const { t } = useTranslation(['data', 'shell']);
  const undo = useUndo();
  const kindWords = useKindWords();
  const { records, header, daysLeft } = entry;
  const names = records.slice(0, NAMED).map((record) => {
    const kind = app.kinds.get(record.kind);
    const name = titleIn(kind, { id: record.id, fields: record.gone.fields });
    return kind ? `${name} (${kindWords(kind).one})` : name;
  });
  const title =
    names.join(', ') + (records.length > NAMED ? ` ${t('binMore', { count: records.length - NAMED })}` : '');
  return (
    <Group justify="space-between" wrap="nowrap" align="start" data-deleted={header.batchId}>
      <Stack gap={0}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Text>
        <Text size="xs" c="dimmed">
          {[format.time(header.wall), t('binLeft', { count: daysLeft })].join(' · ')}
        </Text>
      </Stack>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() =>
          void undo(header.batchId, t('shell:labelled', { label: t('cause.delete'), value: names[0] ?? '' }))
        }
      >
        {t('binRestore')}
      </Button>
    </Group>
  );
}

function EmptyBin() {
  const { app, tell } = useInterface();
  const { t } = useTranslation('data');
  const sentence = useSentence();
  const empty = async (): Promise<void> => {
    const emptied = await app.records.emptyBin('all');
    tell(emptied.ok ? { text: t('binEmptied') } : { text: sentence(emptied.error), tone: 'bad' });
  };
  return (
    <Group>
      <Popover width={260} withArrow trapFocus>
        <Popover.Target>
          <Button size="compact-sm" variant="subtle" color="red">
            {t('binEmpty')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="xs">
            <Text size="sm">{t('binEmptyAsk')}</Text>
            <Button size="compact-sm" color="red" onClick={() => void empty()}>
              {t('binEmpty')}
            </Button>
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}
