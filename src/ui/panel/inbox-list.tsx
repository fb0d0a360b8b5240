import { Anchor, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { draftIn } from '@/src/app/inbox';
import type { InboxItemRow } from '@/src/domain/inbox/inbox-item.kind';
import { useInterface } from '../app-context';
import { useSentence } from '../components/use-sentence';
import { PasteBox } from './paste-box';

interface Props {
  readonly items: readonly InboxItemRow[];
  readonly onOpen: (item: InboxItemRow) => void;
  readonly onRead: (text: string) => void;
}

/** What was captured and is still to be looked at; and a place for what comes from elsewhere than a page. */
export function InboxList({ items, onOpen, onRead }: Props) {
  const { t } = useTranslation('capture');
  return (
    <Stack gap="md">
      {items.length === 0 && <Text>{t('inbox.none')}</Text>}
      <Stack gap="xs" data-inbox="">
        {items.map((item) => (
          <InboxCard key={item.id} item={item} onOpen={onOpen} />
        ))}
      </Stack>
      <PasteBox onRead={onRead} />
    </Stack>
  );
}

function InboxCard({ item, onOpen }: { item: InboxItemRow; onOpen: (item: InboxItemRow) => void }) {
  const { app, format, tell } = useInterface();
  const { t } = useTranslation('capture');
  const sentence = useSentence();
  const { title, url = '', text, takenOn } = item.fields;
  const names = (draftIn(item)?.parties ?? []).flatMap(
    ({ values }) => values.find(({ field }) => field === 'name')?.value || [],
  );
  const drop = async (): Promise<void> => {
    const removed = await app.records.remove([item.id]);
    if (removed.ok) tell({ text: t('inbox.dropped'), undo: removed.value.batchId });
    else tell({ text: sentence(removed.error), tone: 'bad' });
  };
  return (
    <Card withBorder padding="sm" data-item={item.id}>
      <Stack gap={4}>
        <Text fw={600} size="sm" lineClamp={2}>
          {title}
        </Text>
        {names.length > 0 && (
          <Text size="sm" lineClamp={2}>
            {names.slice(0, 5).join(t('and'))}
          </Text>
        )}
        {text !== undefined && text !== title && (
          <Text size="xs" lineClamp={3}>
            {text}
          </Text>
        )}
        <Text size="xs" c="dimmed">
          {format.day(takenOn)}
        </Text>
        <Group gap={4}>
          {names.length > 0 || (text !== undefined && text !== url) ? (
            <Button size="compact-sm" onClick={() => onOpen(item)}>
              {t('inbox.review')}
            </Button>
          ) : null}
          {/^https?:/i.test(url) && (
            <Anchor size="sm" href={url} target="_blank" rel="noreferrer noopener">
              {t('inbox.openPage')}
            </Anchor>
          )}
          <Button size="compact-xs" variant="subtle" onClick={() => void drop()}>
            {t('inbox.drop')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
