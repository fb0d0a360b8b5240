import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isCompanyRow } from '@/src/domain/parties/party-row';
import { FollowUpBox } from '../claims/follow-up-box';
import { useSentence } from '../components/use-sentence';
import { useUndo } from '../components/use-undo';
import { ArrivedNotice, AwaitedNotice } from './register-notice';
import { ClipForm } from './clip-form';
import { PasteBox } from './paste-box';
import { ReviewForm } from './review-form';
import { SavedCard } from './saved-card';
import type { useCapture } from './use-capture';

export type Capture = ReturnType<typeof useCapture>;

/** What was read last, or how to have something read; and what is waited for from a register. */
export function ThisPage({ capture }: { capture: Capture }) {
  const { state } = capture;
  const { arrived, request } = state.step === 'review' ? state : {};
  return (
    <Stack gap="sm">
      {arrived && request ? (
        <ArrivedNotice arrived={arrived} onThis={capture.isThis} onAnother={() => capture.again(request)} />
      ) : (
        <AwaitedNotice />
      )}
      <PageContent capture={capture} />
    </Stack>
  );
}

function PageContent({ capture }: { capture: Capture }) {
  const { t } = useTranslation('capture');
  const sentence = useSentence();
  const undo = useUndo();
  const { state } = capture;
  if (state.step === 'review') {
    const known = [...state.updates.values()].find(isCompanyRow);
    return (
      <Stack gap="sm">
        {known && <FollowUpBox key={known.id} row={known} />}
        <ReviewForm key={state.batch} review={state} capture={capture} />
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
  if (state.step === 'clip') return <ClipForm page={state.page} text={state.text} onDone={capture.leave} />;
  if (state.step === 'saved') {
    const { batch, records } = state;
    return (
      <Stack gap="md">
        <SavedCard
          key={batch}
          records={records}
          onDone={capture.leave}
          undo={() => {
            capture.leave();
            void undo(batch, t('saved', { count: records.length }));
          }}
        />
        <PasteBox onRead={capture.openText} />
      </Stack>
    );
  }
  if (state.step === 'failed') {
    const { request, error } = state;
    return (
      <Stack gap="md">
        <Alert color="orange" role="alert" data-failed={error.code}>
          {sentence(error)}
        </Alert>
        <Group>
          <Button size="compact-sm" variant="default" onClick={() => capture.again(request)}>
            {t('readAgain')}
          </Button>
        </Group>
        <PasteBox onRead={capture.openText} />
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <Stack gap="xs">
        <Text>{t('waiting')}</Text>
        <Text size="sm">{t('waitingQuick')}</Text>
        <Text size="sm" c="dimmed">
          {t('waitingWhy')}
        </Text>
      </Stack>
      <PasteBox onRead={capture.openText} />
    </Stack>
  );
}
