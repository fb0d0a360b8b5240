import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { ColumnPreview } from './column-preview';
import { DropZone } from './drop-zone';
import { useImport, type ImportState } from './use-import';

/** From a dropped file to a dataset: look, correct the columns, import. Every step can be left. */
export function ImportPanel() {
  const { state, open, reread, setRoles, start, cancel } = useImport();
  const { t } = useTranslation('data');
  const sentence = useSentence();
  if (state.step === 'reading') return <Reading state={state} onCancel={cancel} />;
  if (state.step === 'preview') {
    return <ColumnPreview state={state} onRoles={setRoles} onFormat={reread} onImport={start} onCancel={cancel} />;
  }
  return (
    <Stack gap="sm">
      {state.error && (
        <Alert color="red" role="alert">
          {sentence(state.error)}
        </Alert>
      )}
      <DropZone onFile={open} label={t('drop')} hint={t('dropHint')} />
    </Stack>
  );
}

function Reading({ state, onCancel }: { state: Extract<ImportState, { step: 'reading' }>; onCancel: () => void }) {
  const { format } = useInterface();
  const { t } = useTranslation('data');
  const { t: shell } = useTranslation();
  const { file, progress } = state;
  const share = progress && progress.totalBytes > 0 ? Math.min(1, progress.bytes / progress.totalBytes) : 0;
  const done = share >= 1;
  return (
    <Stack gap="xs" maw={560} role="group" aria-label={t('reading', { file: file.name })}>
      <Text fw={600}>{done ? t('saving') : t('reading', { file: file.name })}</Text>
      <Progress value={share * 100} animated aria-label={t('reading', { file: file.name })} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {progress &&
            t('progress', {
              rows: format.count(progress.rows),
              rate: format.count(progress.rate),
              percent: format.share(share),
            })}
        </Text>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {shell('action.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
