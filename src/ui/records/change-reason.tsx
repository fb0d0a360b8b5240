import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInterface, type ReasonAsk } from '../app-context';

/** Asks why something is to change that needs a manager's approval. Escape lets it be. */
export function ChangeReason() {
  const { reasonAsk } = useInterface();
  const { t } = useTranslation('archive');
  if (!reasonAsk) return null;
  // Only there while it asks: so that it stands in front of whatever was opened before.
  return (
    <Modal opened onClose={() => reasonAsk.answer(undefined)} title={t('requestTitle')} withCloseButton={false}>
      <ReasonForm ask={reasonAsk} />
    </Modal>
  );
}

function ReasonForm({ ask }: { ask: ReasonAsk }) {
  const { t } = useTranslation('archive');
  const { t: shell } = useTranslation();
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') setMissing(true);
        else ask.answer(text);
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('requestText')}</Text>
        <Textarea
          label={t('reason')}
          required
          data-autofocus
          autosize
          minRows={2}
          maxRows={8}
          value={text}
          error={isMissing && shell('error.request-reason')}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="end" gap="xs">
          <Button variant="subtle" onClick={() => ask.answer(undefined)}>
            {shell('action.cancel')}
          </Button>
          <Button type="submit">{t('request')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
