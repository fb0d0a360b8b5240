import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Arrived } from '@/src/app/register-uses';
import { useInterface } from '../app-context';
import { useAwaited } from './use-awaited';

/** Which company the next page of a register fills in. */
export function AwaitedNotice() {
  const { app } = useInterface();
  const { t } = useTranslation('registers');
  const awaited = useAwaited();
  if (!awaited) return null;
  const { row, register } = awaited;
  return (
    <Notice
      name="awaited"
      text={t('awaited', { name: row.fields.name.value, register: t(`register.${register.id}`) })}
      actions={[[t('callOff'), () => void app.registers.callOff()]]}
    />
  );
}

interface ArrivedProps {
  readonly arrived: Arrived;
  readonly onThis: () => void;
  /** The page is about another company: it is to be read as any other. */
  readonly onAnother: () => void;
}

/** Which company the page fills in, or why it does not. */
export function ArrivedNotice({ arrived: { row, fit }, onThis, onAnother }: ArrivedProps) {
  const { app } = useInterface();
  const { t } = useTranslation('registers');
  const callOff = async (): Promise<void> => {
    await app.registers.callOff();
    onAnother();
  };
  return (
    <Notice
      name="arrived"
      fit={fit}
      text={t(`arrived.${fit}`, { name: row.fields.name.value })}
      actions={[
        ...(fit === 'unsure' ? [[t('this'), onThis] as const] : []),
        [t('another'), () => void callOff()] as const,
      ]}
    />
  );
}

interface NoticeProps {
  readonly name: string;
  readonly fit?: Arrived['fit'];
  readonly text: string;
  readonly actions: readonly (readonly [label: string, act: () => void])[];
}

function Notice({ name, fit, text, actions }: NoticeProps) {
  return (
    <Alert color={fit && fit !== 'fits' ? 'orange' : 'blue'} role="status" p="xs" data-notice={name} data-fit={fit}>
      <Text size="sm" mb={4} style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Text>
      <Group gap="xs">
        {actions.map(([label, act]) => (
          <Button key={label} size="compact-xs" variant="default" onClick={act}>
            {label}
          </Button>
        ))}
      </Group>
    </Alert>
  );
}
