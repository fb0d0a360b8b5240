import { Button, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ContactPlan } from '@/src/app/import-contacts';
import { useInterface } from '../../app-context';

const SHOWN = 100;
const CELLS = 120;

/** The rows that gave nothing, with their reasons, and the way to have all of them as a file. */
export function ContactFaults({ plan }: { plan: ContactPlan }) {
  const { app } = useInterface();
  const { t } = useTranslation(['contacts', 'shell']);
  return (
    <Stack gap="xs" align="start">
      <Button
        size="compact-sm"
        variant="light"
        onClick={() =>
          app.contacts.saveFaults(plan, (key) =>
            key === 'reason' || key === 'file' ? t(`faultWord.${key}`) : t(`fault.${key}`),
          )
        }
      >
        {t('saveFaults')}
      </Button>
      <List size="sm">
        {plan.read.faults.slice(0, SHOWN).map(({ place, reason, row }) => (
          <List.Item key={`${place} ${reason}`} style={{ overflowWrap: 'anywhere' }}>
            {t('shell:labelled', { label: t('row', { place }), value: t(`fault.${reason}`) })}
            <Text size="xs" c="dimmed">
              {row.join(' · ').slice(0, CELLS)}
            </Text>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
