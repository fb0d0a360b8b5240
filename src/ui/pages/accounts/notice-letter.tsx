import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { person } from '@/src/domain/parties/person.kind';
import type { Row } from '@/src/domain/records/record';
import { itemsIn } from '@/src/domain/records/values';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { useKindWords } from '../../records/kind-words';

interface Props {
  readonly row: Row;
  readonly name: string;
  readonly company: string | undefined;
  readonly onClose: () => void;
}

/** The notice that is due to a person whose data came from elsewhere: a letter to check, copy and send. */
export function NoticeLetter({ row, name, company, onClose }: Props) {
  const { app, settings, tell } = useInterface();
  const { t } = useTranslation('accounts');
  const { t: shell } = useTranslation();
  const sentence = useSentence();
  const kindWords = useKindWords()(person);
  const { fields, sources } = whatIsHeld(row);
  const [text, setText] = useState(() =>
    t('noticeLetter', {
      name,
      company: company ?? '…',
      fields: fields.map((path) => kindWords.field({ path, label: undefined })).join(', '),
      sources: sources.join(', ') || '…',
      sender: settings['user-name'] ?? '…',
    }),
  );
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    tell({ text: t('noticeCopied') });
  };
  const sent = async (): Promise<void> => {
    const edited = await app.records.edit({ kind: person, records: [row.id], inputs: { informedOn: app.today() } });
    if (!edited.ok) return tell({ text: sentence(edited.error), tone: 'bad' });
    return onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('notice')}
      size="lg"
      closeButtonProps={{ 'aria-label': shell('action.close') }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('noticeText')}</Text>
        <Textarea
          aria-label={t('notice')}
          autosize
          minRows={10}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="end">
          <Button variant="default" onClick={() => void sent()}>
            {t('noticeSent')}
          </Button>
          <Button onClick={() => void copy()}>{t('noticeCopy')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Which personal fields are filled, and where their values were read; what a user typed has no place to name. */
function whatIsHeld(row: Row): { fields: string[]; sources: string[] } {
  const personal = Object.entries(person.fields).filter(([, spec]) => spec.personal);
  const held = personal.map(([name, spec]) => ({ name, values: itemsIn(spec, row.fields[name]) }));
  const urls = held.flatMap(({ values }) =>
    values.flatMap(({ evidence }) => evidence?.sources.map(({ url }) => url) ?? []),
  );
  return {
    fields: held.filter(({ values }) => values.length > 0).map(({ name }) => name),
    sources: [...new Set(urls)].filter((url) => url !== ''),
  };
}
