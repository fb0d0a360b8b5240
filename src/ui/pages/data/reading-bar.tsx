import { Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useInterface } from '../../app-context';
import type { OpenedImport } from './import-session';

/** How far the reading of a file has come. */
export function ReadingBar({ state }: { readonly state: OpenedImport }) {
  const { format } = useInterface();
  const { t } = useTranslation('data');
  const { t: join } = useTranslation('join');
  const files = state.beside.length + 1;
  const label = files > 1 ? join('reading', { count: files }) : t('reading', { file: state.opened.file.name });
  const progress = state.reading.is === 'reading' ? state.reading.progress : undefined;
  const share = progress && progress.totalBytes > 0 ? Math.min(1, progress.bytes / progress.totalBytes) : 0;
  return (
    <Stack gap={4} maw={560} role="group" aria-label={label}>
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        {share < 1 ? label : t('counting')}
      </Text>
      <Progress value={share * 100} animated aria-label={label} />
      <Text size="sm" c="dimmed">
        {progress
          ? t('progress', {
              rows: format.count(progress.rows),
              rate: format.count(progress.rate),
              percent: format.share(share),
            })
          : '\u00a0'}
      </Text>
    </Stack>
  );
}
