import { Button, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { PersonFields } from '@/src/domain/parties/person.kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { PersonCard } from './person-card';
import { RecordValues } from './record-values';

/** One company beside the list: every value with its source, editable; its people. */
export function CompanyDetail(props: {
  company: Row<CompanyFields>;
  staff: readonly Row<PersonFields>[];
  onClose: () => void;
}) {
  const { company: row, staff, onClose } = props;
  const { app, tell } = useInterface();
  const { t } = useTranslation('accounts');
  const { t: shell } = useTranslation();
  const sentence = useSentence();
  const name = row.fields.name.value;
  const remove = async (): Promise<void> => {
    const removed = await app.records.remove([row.id]);
    if (!removed.ok) return tell({ text: sentence(removed.error), tone: 'bad' });
    onClose();
    return tell({ text: t('deleted', { name }), undo: removed.value.batchId });
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="md"
      title={<Text fw={650}>{name}</Text>}
      closeButtonProps={{ 'aria-label': shell('action.close') }}
    >
      <Stack gap="md">
        <RecordValues kind={company} row={row} />
        <Title order={2} size="h5">
          {t('peopleTitle')}
        </Title>
        {staff.length === 0 && <Text c="dimmed">{t('noPeople')}</Text>}
        {staff.map((one) => (
          <PersonCard key={one.id} person={one} />
        ))}
        <Group>
          <Button variant="default" onClick={() => void remove()}>
            {shell('action.delete')}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  );
}
