import { Button, Group, NativeSelect, Popover, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isTyped } from '@/src/domain/records/custom-field.kind';
import { useInterface } from '../app-context';
import { editedPath } from './cell-editor';
import type { KindReading } from './use-kind-reading';
import { useRecordWrites } from './use-record-writes';
import type { Ticked } from './use-ticked';
import { ValueInput } from './value-input';

interface Props {
  readonly of: KindReading;
  readonly ticked: Ticked;
  readonly onExport: () => void;
  /** What else a kind offers for all that is ticked. */
  readonly more?: ReactNode;
}

/** What can be done with all that is ticked at once: each is one step, taken back by one undo. */
export function BulkBar({ of, ticked, onExport, more }: Props) {
  const { tell, format } = useInterface();
  const { t } = useTranslation('records');
  const { t: shell } = useTranslation();
  const { remove } = useRecordWrites(of.kind);
  const [editing, setEditing] = useState(false);
  const count = ticked.rows.length;
  const drop = async (): Promise<void> => {
    const fault = await remove(ticked.rows.map(({ id }) => id));
    if (fault === undefined) ticked.clear();
    else tell({ text: fault, tone: 'bad' });
  };
  return (
    <Group gap="xs" role="group" aria-label={t('bulk')}>
      <Text size="sm" fw={650}>
        {t('ticked', { count, number: format.count(count) })}
      </Text>
      <Popover
        opened={editing}
        onChange={setEditing}
        trapFocus
        withinPortal={false}
        width={300}
        position="bottom-start"
      >
        <Popover.Target>
          <Button size="compact-sm" variant="default" onClick={() => setEditing(!editing)}>
            {t('bulkEdit')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('bulkEdit')}>
          <BulkForm of={of} ticked={ticked} onDone={() => setEditing(false)} />
        </Popover.Dropdown>
      </Popover>
      <Button size="compact-sm" variant="default" onClick={onExport}>
        {t('exportTicked')}
      </Button>
      {more}
      <Button size="compact-sm" variant="default" onClick={() => void drop()}>
        {shell('action.delete')}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={ticked.clear}>
        {t('untick')}
      </Button>
    </Group>
  );
}

function BulkForm({ of, ticked, onDone }: { of: KindReading; ticked: Ticked; onDone: () => void }) {
  const { app } = useInterface();
  const { t } = useTranslation('records');
  const { edit } = useRecordWrites(of.kind);
  const fields = of.fields.filter(isTyped);
  const [path, setPath] = useState(fields[0]?.path);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string>();
  const field = fields.find((one) => one.path === path);
  if (!field) return null;
  const save = async (): Promise<void> => {
    // To fields that hold several a value is added: which of theirs it should replace, nobody has said.
    const inputs = { [editedPath(undefined, field, () => app.newRecord())]: text };
    const said = await edit(
      ticked.rows.map(({ id }) => id),
      inputs,
    );
    setFault(said);
    if (said === undefined) onDone();
  };
  return (
    <Stack
      gap="xs"
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <NativeSelect
        label={t('field')}
        value={path ?? ''}
        data={fields.map((one) => ({ value: one.path, label: of.words.field(one) }))}
        onChange={(event) => {
          setPath(event.currentTarget.value);
          setText('');
          setFault(undefined);
        }}
      />
      <ValueInput
        key={field.path}
        field={field}
        label={field.spec.many ? t('addedValue') : t('newValue')}
        text={text}
        onText={setText}
        names={of.names}
        choice={(value) => of.words.choice(field.path, value)}
        error={fault}
      />
      <Button type="submit">{t('bulkApply', { count: ticked.rows.length })}</Button>
    </Stack>
  );
}
