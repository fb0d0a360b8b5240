import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInterface } from '../app-context';
import type { LoadedRows } from './use-loaded-rows';

/** What takes longer than this can be stopped. */
const LONG_MS = 1000;

/** How far the records are read, in place of the list. */
export function LoadingRows({ loaded }: { loaded: LoadedRows }) {
  const { t } = useTranslation('records');
  const { t: shell } = useTranslation();
  const { format } = useInterface();
  const [long, setLong] = useState(false);
  const { progress, stopped, stop, again } = loaded;
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  if (stopped) {
    return (
      <Group role="status">
        <Text>{t('stopped')}</Text>
        <Button size="compact-sm" variant="default" onClick={again}>
          {t('readAgain')}
        </Button>
      </Group>
    );
  }
  const { done, total } = progress ?? { done: 0, total: 0 };
  return (
    <Stack gap="xs" maw={420} role="status">
      <Text size="sm">
        {total === 0 ? t('reading') : t('readingOf', { done: format.count(done), total: format.count(total) })}
      </Text>
      <Progress value={total === 0 ? 0 : (100 * done) / total} aria-label={t('reading')} />
      {long && (
        <Button size="compact-sm" variant="default" onClick={stop} style={{ alignSelf: 'start' }}>
          {shell('action.cancel')}
        </Button>
      )}
    </Stack>
  );
}
