import { Button, Card, Group, Popover, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { person, type PersonFields } from '@/src/domain/parties/person.kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { RecordValues } from './record-values';

/** One person. Deleting can be undone; erasing cannot, and says so before it does. */
export function PersonCard({ person: row }: { person: Row<PersonFields> }) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('accounts');
  const { t: shell } = useTranslation();
  const sentence = useSentence();
  const name = row.fields.name.value;
  const remove = async (): Promise<void> => {
    const removed = await app.records.remove([row.id]);
    tell(
      removed.ok
        ? { text: t('deleted', { name }), undo: removed.value.batchId }
        : { text: sentence(removed.error), tone: 'bad' },
    );
  };
  const erase = async (): Promise<void> => {
    const erased = await app.parties.erase(row.id);
    tell(erased.ok ? { text: t('erased') } : { text: sentence(erased.error), tone: 'bad' });
  };
  return (
    <Card withBorder padding="sm" data-person={row.id}>
      <Stack gap="xs">
        <RecordValues kind={person} row={row} />
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => void remove()}>
            {shell('action.delete')}
          </Button>
          <Popover width={260} withArrow trapFocus>
            <Popover.Target>
              <Button size="compact-sm" variant="subtle" color="red">
                {t('erase')}
              </Button>
            </Popover.Target>
            <Popover.Dropdown>
              <Stack gap="xs">
                <Text size="sm">{t('eraseAsk', { name })}</Text>
                <Button size="compact-sm" color="red" onClick={() => void erase()}>
                  {t('eraseConfirm', { name })}
                </Button>
              </Stack>
            </Popover.Dropdown>
          </Popover>
        </Group>
      </Stack>
    </Card>
  );
}
