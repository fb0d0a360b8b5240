import { Button, Drawer, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accessRequest } from '@/src/domain/records/access-request.kind';
import type { Kind } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import { valuesAt } from '@/src/domain/records/view';
import { useInterface, useLive } from '../app-context';
import { useSentence } from '../components/use-sentence';
import { useKindReading } from './use-kind-reading';

interface Props {
  readonly kind: Kind;
  /** Only what tells its class; see `closedRow`. */
  readonly row: Row;
  readonly onClose: () => void;
}

/** A record that is closed to the user: what class of record it is, and the way to ask for access. */
export function ClosedRecord({ kind, row, onClose }: Props) {
  const { t } = useTranslation('archive');
  const { t: shell } = useTranslation();
  const of = useKindReading(kind);
  if (!of) return null;
  const shown = of.fields.flatMap((field) => {
    const text = valuesAt(row, field).map((value) => of.reading.text(field, value));
    return text.length === 0 ? [] : [{ path: field.path, label: of.words.field(field), text: text.join(', ') }];
  });
  const subject = t('subject', { kind: of.words.one, what: shown.map(({ text }) => text).join(' · ') });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="md"
      title={<Text fw={650}>{t('closedTitle')}</Text>}
      closeButtonProps={{ 'aria-label': shell('action.close') }}
    >
      <Stack gap="md" data-closed={row.id}>
        <Text>{t('closedText')}</Text>
        {shown.map(({ path, label, text }) => (
          <Text key={path} size="sm">
            <Text span c="dimmed">
              {label}
            </Text>{' '}
            {text}
          </Text>
        ))}
        <AskAccess row={row} subject={subject} />
      </Stack>
    </Drawer>
  );
}

function AskAccess({ row, subject }: { row: Row; subject: string }) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('archive');
  const sentence = useSentence();
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();
  const own = useLive(`asked:${row.id}`, (of) => of.records.rows(accessRequest.name));
  const isWaiting = own?.some(({ state, fields }) => state === 'requested' && fields['target'] === row.id);
  if (isWaiting) return <Text>{t('askedAlready')}</Text>;
  const ask = async (): Promise<void> => {
    const asked = await app.records.askAccess({ record: row.id, subject, reason });
    if (!asked.ok) return setFault(sentence(asked.error));
    return tell({ text: t('asked'), undo: asked.value.batchId });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <Stack gap="sm" align="start">
        <Textarea
          w="100%"
          label={t('askReason')}
          required
          autosize
          minRows={2}
          value={reason}
          error={fault}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit">{t('ask')}</Button>
      </Stack>
    </form>
  );
}
