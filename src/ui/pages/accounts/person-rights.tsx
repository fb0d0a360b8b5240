import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { person } from '@/src/domain/parties/person.kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { titleIn } from '../../records/use-reading';

/** What a person may ask for. Deleting can be undone; erasing cannot, and says so before it does. */
export function PersonRights({ row }: { row: Row }) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('accounts');
  const sentence = useSentence();
  const name = titleIn(person, row);
  const erase = async (): Promise<void> => {
    const erased = await app.parties.erase(row.id);
    tell(erased.ok ? { text: t('erased') } : { text: sentence(erased.error), tone: 'bad' });
  };
  return (
    <Group gap="xs">
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
  );
}
