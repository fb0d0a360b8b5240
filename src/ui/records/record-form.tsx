import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import type { Result } from '@/src/kernel/result';
import { NAMELESS } from '@/src/app/acting';
import type { Inputs } from '@/src/app/edit-records';
import type { MakeError } from '@/src/app/make-record';
import type { Receipt } from '@/src/app/ports/store';
import { isTyped, type ViewField } from '@/src/domain/records/custom-field.kind';
import type { Kind } from '@/src/domain/records/kind';
import { useInterface } from '../app-context';
import { useSentence } from '../components/use-sentence';
import { useKindWords } from './kind-words';
import { useNames, useViewFields } from './use-reading';
import { ValueInput } from './value-input';

interface Props {
  readonly kind: Kind;
  /** Field → what stands in it at first: the company that a visit is planned from. */
  readonly given?: Readonly<Record<string, string>>;
  readonly onClose: () => void;
  readonly onMade?: (record: RecordId) => void;
  /** What makes a record of this kind, where more is written than what was typed. */
  readonly make?: (record: RecordId, inputs: Inputs) => Promise<Result<Receipt, MakeError>>;
}

/** A new record of any kind: its fields in order, those it cannot be without marked. Closing it keeps nothing. */
export function RecordForm(props: Props) {
  const { kind, onClose } = props;
  const { t } = useTranslation('records');
  const { t: shell } = useTranslation();
  const fields = useViewFields(kind);
  const names = useNames(kind);
  const { one } = useKindWords()(kind);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('new', { kind: one })}
      closeButtonProps={{ 'aria-label': shell('action.close') }}
    >
      {fields && names && <Fields {...props} fields={fields.filter(isTyped)} names={names} />}
    </Modal>
  );
}

function Fields(props: Props & { fields: readonly ViewField[]; names: ReadonlyMap<string, string> }) {
  const { kind, given = {}, onClose, onMade, make, fields, names } = props;
  const { app, settings, tell } = useInterface();
  const { t } = useTranslation('records');
  const { t: shell } = useTranslation();
  const sentence = useSentence();
  const kindWords = useKindWords()(kind);
  const me = settings['user-name'] ?? NAMELESS;
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({
    ...startingTexts(fields, me, app.today()),
    ...given,
  });
  const [fault, setFault] = useState<{ readonly path: string | undefined; readonly text: string }>();
  const save = async (): Promise<void> => {
    const record = app.newRecord();
    const filled = Object.entries(texts).filter(([, text]) => text.trim() !== '');
    const paths = new Map(
      fields.map((field) => [field.path, field.spec.many ? `${field.path}/${app.newRecord()}` : field.path]),
    );
    const inputs = Object.fromEntries(filled.map(([name, text]) => [paths.get(name) ?? name, text]));
    const made = await (make?.(record, inputs) ?? app.records.make(kind, record, inputs));
    if (!made.ok) {
      if (made.error.code === 'not-admitted')
        return setFault({ path: undefined, text: made.error.refusals.map(kindWords.refusal).join(' ') });
      const at = 'path' in made.error ? made.error.path : undefined;
      const field = fields.find(({ path }) => path === at || paths.get(path) === at);
      return setFault({ path: field?.path, text: sentence(made.error) });
    }
    tell({ text: t('made', { kind: kindWords.one }), undo: made.value.batchId });
    onClose();
    return onMade?.(record);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="sm">
        {fields.map((field) => (
          <ValueInput
            key={field.path}
            field={field}
            label={kindWords.field(field)}
            text={texts[field.path] ?? ''}
            onText={(text) => setTexts((all) => ({ ...all, [field.path]: text }))}
            names={names}
            choice={(value) => kindWords.choice(field.path, value)}
            error={fault?.path === field.path ? fault.text : undefined}
          />
        ))}
        {fault && fault.path === undefined && <div role="alert">{fault.text}</div>}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {shell('action.cancel')}
          </Button>
          <Button type="submit">{shell('action.save')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Who writes owns it, and what must have a day has today's: the usual case needs no typing. */
function startingTexts(fields: readonly ViewField[], me: string, today: string): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ path, spec }) => {
      if (spec.type === 'user') return [[path, me]];
      return spec.type === 'date' && spec.required ? [[path, today]] : [];
    }),
  );
}
