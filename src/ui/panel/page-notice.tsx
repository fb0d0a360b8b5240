import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ActivePage, CaptureRequest } from '@/src/app/ports/page-reader';
import { useInterface } from '../app-context';

/** What was read is not what the page says now. */
export function StaleNotice({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation('panel');
  return <Notice name="stale" text={t('stale')} action={t('readAgain')} onAction={onAgain} />;
}

interface ElsewhereProps {
  /** From {@link useFollow}. */
  readonly page: ActivePage;
  readonly onRead: (request: CaptureRequest) => void;
}

/** The window shows another page: where it may be read a press is enough; elsewhere the key is told. */
export function ElsewhereNotice({ page: { tabId, url }, onRead }: ElsewhereProps) {
  const { app } = useInterface();
  const { t } = useTranslation('panel');
  if (url === undefined) return <Notice name="elsewhere" text={t('elsewhere.unknown')} />;
  return (
    <Notice
      name="elsewhere"
      text={t('elsewhere.known', { site: new URL(url).host || url.slice(0, 60) })}
      action={t('readThis')}
      onAction={() => onRead({ tabId, at: app.now() })}
    />
  );
}

function Notice(props: { name: string; text: string; action?: string; onAction?: () => void }) {
  const { name, text, action, onAction } = props;
  return (
    <Alert color="orange" role="status" p="xs" data-notice={name}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm">{text}</Text>
        {action !== undefined && (
          <Button size="compact-xs" variant="default" onClick={onAction} style={{ flexShrink: 0 }}>
            {action}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
