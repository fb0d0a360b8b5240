import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../components/use-sentence';
import { DropZone } from './drop-zone';
import { ImportReview } from './import-review';
import { MisfitFiles } from './misfit-files';
import { SALES_FILES } from './sales-files';
import { useImport } from './use-import';

/** From a dropped file to a dataset: seen, read, looked at, imported. Every step can be left. */
export function ImportPanel() {
  const { session, state } = useImport();
  const { t } = useTranslation('data');
  const { t: join } = useTranslation('join');
  const sentence = useSentence();
  if (state.step === 'opened') return <ImportReview state={state} session={session} />;
  if (state.step === 'opening') return <Opening file={state.file} onStop={() => session.cancel()} />;
  return (
    <Stack gap="sm">
      {state.error && (
        <Alert color="red" role="alert">
          {state.error.file === undefined
            ? sentence(state.error)
            : join('unread', { file: state.error.file, reason: sentence(state.error) })}
        </Alert>
      )}
      {state.misfits && <MisfitFiles misfits={state.misfits} onto={state.onto} session={session} />}
      <DropZone
        several
        onFiles={(files) => session.open(files)}
        label={t('drop')}
        hint={t('dropHint')}
        accept={SALES_FILES}
      />
    </Stack>
  );
}

/** A large workbook takes a while before its first row is known. */
function Opening({ file, onStop }: { readonly file: File; readonly onStop: () => void }) {
  const { t } = useTranslation('data');
  const label = t('opening', { file: file.name });
  return (
    <Stack gap="xs" maw={560} role="group" aria-label={label}>
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        {label}
      </Text>
      <Progress value={100} animated aria-label={label} />
      <Group justify="end">
        <Button size="compact-sm" variant="default" onClick={onStop}>
          {t('stop')}
        </Button>
      </Group>
    </Stack>
  );
}
