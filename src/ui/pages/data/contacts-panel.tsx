import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { ContactReviewPanel } from './contact-review-panel';
import { DropZone } from './drop-zone';
import { useContactImport, type ContactImport } from './use-contact-import';

const ACCEPTED = '.csv,.tsv,.txt,.xlsx,.xls,.vcf,text/csv,text/vcard';

/** The customers one already has come in: a file of contacts, what it would do, and the button that does it. */
export function ContactsPanel() {
  const { state, open, choose, save, cancel } = useContactImport();
  const { t } = useTranslation('contacts');
  const sentence = useSentence();
  if (state.step === 'review')
    return <ContactReviewPanel review={state} onChoose={choose} onImport={save} onCancel={cancel} />;
  if (state.step !== 'idle') return <Working state={state} onCancel={cancel} />;
  return (
    <Stack gap="sm">
      {state.error && (
        <Alert color="red" role="alert">
          {sentence(state.error)}
        </Alert>
      )}
      <DropZone onFiles={([file]) => file && open(file)} label={t('drop')} hint={t('dropHint')} accept={ACCEPTED} />
    </Stack>
  );
}

function Working({
  state,
  onCancel,
}: {
  state: Exclude<ContactImport, { step: 'idle' | 'review' }>;
  onCancel: () => void;
}) {
  const { format } = useInterface();
  const { t } = useTranslation('contacts');
  const { t: shell } = useTranslation();
  const isReading = state.step === 'reading';
  const label = isReading ? t('reading', { file: state.file }) : t('comparing');
  const share = isReading ? 100 : (state.done / Math.max(1, state.total)) * 100;
  return (
    <Stack gap="xs" maw={560} role="group" aria-label={label}>
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        {label}
      </Text>
      <Progress value={share} animated aria-label={label} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {!isReading && t('comparingCount', { done: format.count(state.done), total: format.count(state.total) })}
        </Text>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {shell('action.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
