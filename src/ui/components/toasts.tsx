import { Button, CloseButton, Group, Paper, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useInterface, type Toast } from '../app-context';
import { useUndo } from './use-undo';
import classes from './toasts.module.css';

const SHOWN_MS = 10_000;

export function Toasts() {
  const { toasts } = useInterface();
  return (
    <Stack component="output" gap="xs" className={classes['toasts'] ?? ''}>
      {toasts.map((toast) => (
        <OneToast key={toast.id} toast={toast} />
      ))}
    </Stack>
  );
}

function OneToast({ toast }: { toast: Toast & { readonly id: number } }) {
  const { t } = useTranslation();
  const { dismiss } = useInterface();
  const undo = useUndo();
  const { id } = toast;
  useEffect(() => {
    const timer = setTimeout(() => dismiss(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [dismiss, id]);
  const { undo: batch } = toast;
  return (
    <Paper withBorder shadow="md" p="xs" data-tone={toast.tone ?? 'good'} className={classes['toast'] ?? ''}>
      <Group gap="sm" wrap="nowrap" justify="space-between">
        <Text size="sm">{toast.text}</Text>
        <Group gap={4} wrap="nowrap">
          {batch && (
            <Button
              size="compact-sm"
              variant="light"
              onClick={() => {
                dismiss(id);
                void undo(batch, toast.text);
              }}
            >
              {t('action.undo')}
            </Button>
          )}
          <CloseButton size="sm" aria-label={t('action.close')} onClick={() => dismiss(id)} />
        </Group>
      </Group>
    </Paper>
  );
}
