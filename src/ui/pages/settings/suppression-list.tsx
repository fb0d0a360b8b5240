import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Suppression } from '@/src/app/suppressions';
import { useInterface, useLive } from '../../app-context';
import { useSentence } from '../../components/use-sentence';

/** The marks of those who asked not to be filed again. They tell no name: only the day, the reason, and how to lift them. */
export function SuppressionList() {
  const { t } = useTranslation('settings');
  const marks = useLive('suppressions', (of) => of.parties.suppressions());
  if (!marks) return null;
  if (marks.length === 0) return <Text c="dimmed">{t('suppressionNone')}</Text>;
  return (
    <Stack gap="xs">
      <Text size="sm">{t('suppressionText')}</Text>
      <List listStyleType="none" spacing="xs">
        {marks.map((mark, i) => (
          <List.Item key={mark.id}>
            <Mark mark={mark} number={marks.length - i} />
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

/** @param number counted from the oldest, so that marks of one day can be told apart. */
function Mark({ mark, number }: { mark: Suppression; number: number }) {
  const { app, format, tell } = useInterface();
  const { t } = useTranslation('settings');
  const sentence = useSentence();
  const day = format.day(mark.erasedOn);
  const lift = async (): Promise<void> => {
    const lifted = await app.parties.liftSuppression(mark.id);
    if (lifted.ok) tell({ text: t('suppressionLifted'), undo: lifted.value.batchId });
    else tell({ text: sentence(lifted.error), tone: 'bad' });
  };
  return (
    <Group justify="space-between" wrap="nowrap" data-suppression={mark.id}>
      <Text size="sm">{t('suppressionMark', { number: format.count(number), day })}</Text>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('suppressionLiftOne', { number: format.count(number), day })}
        onClick={() => void lift()}
      >
        {t('suppressionLift')}
      </Button>
    </Group>
  );
}
