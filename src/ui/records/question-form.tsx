import { Alert, Button, Group, Stack, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { REASON, type Answers } from './use-answers';

interface Props {
  readonly answers: Pick<Answers, 'reason' | 'setReason' | 'faults' | 'trouble' | 'busy' | 'send'>;
  readonly needsReason: boolean;
  /** With a reason, what is missing may be passed over. */
  readonly mayOverride: boolean;
  /** What the button says that sends the answers, where it is not “Move on”. */
  readonly action?: string;
  readonly onClose: () => void;
  /** What is asked. */
  readonly children: ReactNode;
}

/** What a move asks for: the questions, the reason, what went wrong, and the ways on. */
export function QuestionForm({ answers, needsReason, mayOverride, action, onClose, children }: Props) {
  const { t } = useTranslation('board');
  const { t: shell } = useTranslation();
  const { reason, setReason, faults, trouble, busy, send } = answers;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send(false);
      }}
    >
      <Stack gap="sm">
        {children}
        {(needsReason || mayOverride) && (
          <Textarea
            label={t('reason')}
            description={needsReason ? undefined : t('reasonWhen')}
            required={needsReason}
            autosize
            minRows={2}
            maxRows={8}
            value={reason}
            error={faults[REASON]}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {trouble !== undefined && (
          <Alert color="red" role="alert">
            {trouble}
          </Alert>
        )}
        <Group justify="end" gap="xs">
          <Button variant="subtle" onClick={onClose}>
            {shell('action.cancel')}
          </Button>
          {mayOverride && (
            <Button variant="default" disabled={busy} onClick={() => void send(true)}>
              {t('moveAnyway')}
            </Button>
          )}
          <Button type="submit" disabled={busy}>
            {action ?? t('moveOn')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
