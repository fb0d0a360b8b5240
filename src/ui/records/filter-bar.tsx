import { Button, Group, NativeSelect, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionForm } from './condition-form';
import { useConditionWords } from './condition-words';
import { SavedViews } from './saved-views';
import { stateField, type KindReading } from './use-kind-reading';
import type { Params, ViewControl } from './use-view';

interface Props {
  readonly of: KindReading;
  readonly control: ViewControl;
  readonly params: Params;
  readonly onParams: (params: Params) => void;
}

/** What is shown: a text to search, conditions as chips, the grouping, and the views that were kept. */
export function FilterBar({ of, control, params, onParams }: Props) {
  const { t } = useTranslation('records');
  const { view, change, type } = control;
  return (
    <Group gap="xs" align="end">
      <TextInput
        type="search"
        label={t('search', { what: of.words.all })}
        value={view.text}
        onChange={(event) => type(event.currentTarget.value)}
        w={{ base: '100%', xs: 260 }}
      />
      <GroupSelect of={of} control={control} />
      <AddCondition of={of} control={control} />
      <SavedViews kind={of.kind} params={params} onParams={onParams} />
      <Chips of={of} control={control} />
      {(view.text !== '' || view.where.length > 0) && (
        <Button variant="subtle" size="compact-sm" onClick={() => change({ text: '', where: [] })}>
          {t('clearFilters')}
        </Button>
      )}
    </Group>
  );
}

function GroupSelect({ of, control: { view, change } }: Pick<Props, 'of' | 'control'>) {
  const { t } = useTranslation('records');
  const { kind, fields, words } = of;
  const groups = fields.filter(({ path }) => kind.view?.groups.includes(path));
  const offered = kind.states.length > 1 ? [stateField(kind), ...groups] : groups;
  if (offered.length === 0) return null;
  const data = offered.map((field) => ({ value: field.path, label: words.field(field) }));
  const present = data.some(({ value }) => value === view.group) ? view.group : '';
  return (
    <NativeSelect
      label={t('group')}
      value={present ?? ''}
      data={[{ value: '', label: t('noGroup') }, ...data]}
      onChange={({ currentTarget: { value } }) => change({ group: value === '' ? undefined : value })}
    />
  );
}

function AddCondition({ of, control: { view, change } }: Pick<Props, 'of' | 'control'>) {
  const { t } = useTranslation('records');
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withinPortal={false} width={280} position="bottom-start">
      <Popover.Target>
        <Button variant="default" onClick={() => setOpened(!opened)}>
          {t('filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('filter')}>
        <ConditionForm
          of={of}
          onAdd={(condition) => {
            setOpened(false);
            change({ where: [...view.where, condition] });
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function Chips({ of, control: { view, change } }: Pick<Props, 'of' | 'control'>) {
  const { t } = useTranslation('records');
  const wordsOf = useConditionWords(of);
  return view.where.map((condition, at) => {
    const text = wordsOf(condition);
    return (
      <Button
        // The same condition may stand there twice.
        // oxlint-disable-next-line react/no-array-index-key
        key={`${condition.path} ${at}`}
        size="compact-sm"
        variant="light"
        rightSection={<span aria-hidden="true">×</span>}
        aria-label={t('removeFilter', { text })}
        title={text}
        maw={320}
        onClick={() => change({ where: view.where.filter((_, i) => i !== at) })}
      >
        {text}
      </Button>
    );
  });
}
