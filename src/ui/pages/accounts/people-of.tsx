import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import { formatPhone } from '@/src/domain/identity/phone-number';
import { valuesOf } from '@/src/domain/parties/contact-values';
import { person } from '@/src/domain/parties/person.kind';
import { useLive } from '../../app-context';
import { useKindWords } from '../../records/kind-words';
import { RecordForm } from '../../records/record-form';
import { hashOf } from '../../shell/route';

/** The people of a company, a line each; each opens with all that is on file. */
export function PeopleOf({ company }: { company: RecordId }) {
  const { t } = useTranslation('accounts');
  const { t: records } = useTranslation('records');
  const { one } = useKindWords()(person);
  const [adding, setAdding] = useState(false);
  const staff = useLive(`staff:${company}`, (app) => app.parties.peopleOf(company));
  if (!staff) return null;
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('peopleTitle')}
        </Title>
        <Button size="compact-xs" variant="subtle" onClick={() => setAdding(true)}>
          {records('addFor', { kind: one })}
        </Button>
      </Group>
      {staff.length === 0 && <Text c="dimmed">{t('noPeople')}</Text>}
      {staff.map(({ id, fields }) => {
        const [phone] = valuesOf(fields.phones);
        const [email] = valuesOf(fields.emails);
        const known = [fields.title?.value, phone && formatPhone(phone), email].filter((part) => part);
        return (
          <Stack key={id} gap={0} data-person={id}>
            <Anchor href={hashOf(['accounts', 'people', id])} size="sm">
              {fields.name.value}
            </Anchor>
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {known.join(' · ')}
            </Text>
          </Stack>
        );
      })}
      {adding && <RecordForm kind={person} given={{ company }} onClose={() => setAdding(false)} />}
    </Stack>
  );
}
