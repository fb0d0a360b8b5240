import { Alert, Anchor, Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useInterface } from '../app-context';
import { useSentence } from '../components/use-sentence';
import classes from './capture-panel.module.css';
import { PartyCard } from './party-card';
import { useCapture } from './use-capture';

/** The daily surface, beside the page: what was found there, to be checked and saved. */
export function CapturePanel() {
  const { app } = useInterface();
  const { t } = useTranslation('capture');
  const { t: shell } = useTranslation();
  return (
    <div className={classes['panel']}>
      <Group justify="space-between" component="header" mb="sm">
        <Title order={1} size="h4">
          {t('title')}
        </Title>
        <Anchor component="button" size="sm" onClick={() => void app.host.openWorkspace('')}>
          {shell('action.openWorkspace')}
        </Anchor>
      </Group>
      <main>
        {app.readOnly && <Alert color="orange">{shell('readOnly')}</Alert>}
        <Capture />
      </main>
    </div>
  );
}

function Capture() {
  const { t } = useTranslation('capture');
  const { state, again, change, choose, show, save } = useCapture();
  const sentence = useSentence();
  const saveButton = useRef<HTMLButtonElement>(null);
  const reviewing = state.step === 'review' ? state.request.at : 0;
  // What was found can be saved with Enter at once.
  useEffect(() => {
    if (reviewing > 0) saveButton.current?.focus();
  }, [reviewing]);
  if (state.step === 'waiting') {
    return (
      <Stack gap="xs">
        <Text>{t('waiting')}</Text>
        <Text size="sm">{t('waitingQuick')}</Text>
        <Text size="sm" c="dimmed">
          {t('waitingWhy')}
        </Text>
      </Stack>
    );
  }
  if (state.step === 'reading') {
    return (
      <Group gap="xs" role="status">
        <Loader size="xs" />
        <Text>{t('reading')}</Text>
      </Group>
    );
  }
  if (state.step === 'failed') {
    return (
      <Stack gap="sm" align="start">
        <Alert color="orange" role="alert">
          {sentence(state.error)}
        </Alert>
        <Button size="compact-sm" variant="default" onClick={again}>
          {t('readAgain')}
        </Button>
      </Stack>
    );
  }
  const { draft, duplicates, suppressed, updates } = state;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="sm">
        {state.navigated && <Alert color="orange">{t('navigated')}</Alert>}
        {draft.notices.map((notice) => (
          <Text key={notice} size="sm">
            {t(notice)}
          </Text>
        ))}
        {draft.parties.map((party) => (
          <PartyCard
            key={party.id}
            party={party}
            duplicates={duplicates.get(party.id) ?? []}
            suppressed={suppressed.has(party.id)}
            update={updates.get(party.id)}
            onChange={change}
            onChoose={(row) => choose(party.id, row)}
            onShow={show}
          />
        ))}
        <Group className={classes['foot'] ?? ''} justify="space-between">
          <Button ref={saveButton} type="submit" loading={state.saving} disabled={draft.parties.length === 0}>
            {t('save')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={again}>
            {t('readAgain')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
