import { Button, CloseButton, Group, List, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { customField, type CustomFieldRow } from '@/src/domain/records/custom-field.kind';
import type { Kind } from '@/src/domain/records/kind';
import { useInterface, useLive } from '../app-context';
import { useSentence } from '../components/use-sentence';
import { useKindWords } from './kind-words';

const TYPES = customField.fields.type.choices ?? [];

/** The fields that users have added to a kind: add one, delete one. */
export function CustomFields({ kind, onClose }: { kind: Kind; onClose: () => void }) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('records');
  const { t: shell } = useTranslation();
  const sentence = useSentence();
  const kindWords = useKindWords()(customField);
  const customs = useLive('custom-fields', (of) => of.records.customFields());
  const own = customs?.filter(({ fields }) => fields.of === kind.name) ?? [];
  const remove = async ({ id, fields }: CustomFieldRow): Promise<void> => {
    const removed = await app.records.remove([id]);
    tell(
      removed.ok
        ? { text: t('deleted', { name: fields.label }), undo: removed.value.batchId }
        : { text: sentence(removed.error), tone: 'bad' },
    );
  };
  return (
    <Modal opened onClose={onClose} title={t('fieldsOwn')} closeButtonProps={{ 'aria-label': shell('action.close') }}>
      <Stack gap="md">
        <Text size="sm">{t('fieldsOwnText')}</Text>
        <List listStyleType="none" spacing={4}>
          {own.map((row) => (
            <List.Item key={row.id}>
              <Group gap="xs">
                <Text size="sm">{row.fields.label}</Text>
                <Text size="sm" c="dimmed">
                  {kindWords.choice('type', row.fields.type)}
                </Text>
                <CloseButton
                  size="sm"
                  aria-label={t('fieldDelete', { name: row.fields.label })}
                  onClick={() => void remove(row)}
                />
              </Group>
            </List.Item>
          ))}
        </List>
        <NewField kind={kind} />
      </Stack>
    </Modal>
  );
}

function NewField({ kind }: { kind: Kind }) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('records');
  const sentence = useSentence();
  const kindWords = useKindWords()(customField);
  const [label, setLabel] = useState('');
  const [type, setType] = useState('text');
  const [choices, setChoices] = useState('');
  const add = async (): Promise<void> => {
    const texts =
      type === 'choice'
        ? choices
            .split(/[,，、]/)
            .map((one) => one.trim())
            .filter((one) => one !== '')
        : [];
    const inputs = {
      of: kind.name,
      label,
      type,
      ...Object.fromEntries([...new Set(texts)].map((text) => [`choices/${app.newRecord()}`, text])),
    };
    const made = await app.records.make(customField, app.newRecord(), inputs);
    if (!made.ok) return tell({ text: sentence(made.error), tone: 'bad' });
    setLabel('');
    return setChoices('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Stack gap="xs">
        <TextInput
          required
          label={kindWords.field({ path: 'label', label: undefined })}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <NativeSelect
          label={kindWords.field({ path: 'type', label: undefined })}
          value={type}
          onChange={(event) => setType(event.currentTarget.value)}
          data={TYPES.map((value) => ({ value, label: kindWords.choice('type', value) }))}
        />
        {type === 'choice' && (
          <TextInput
            required
            label={t('fieldChoices')}
            value={choices}
            onChange={(event) => setChoices(event.currentTarget.value)}
          />
        )}
        <Group justify="end">
          <Button type="submit">{t('fieldAdd')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
