import { Button, MultiSelect, NativeSelect, Stack, TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readInput } from '@/src/app/read-input';
import { must } from '@/src/kernel/assert';
import type { ViewField } from '@/src/domain/records/custom-field.kind';
import { keyOf, type Condition, type Operator } from '@/src/domain/records/view';
import { STATE } from '@/src/domain/records/record';
import { useInterface } from '../app-context';
import { useSentence } from '../components/use-sentence';
import { askedFields, operatorsOf } from './condition-words';
import type { KindReading } from './use-kind-reading';
import { ValueInput } from './value-input';

/** Most names offered at once; typing narrows them. */
const OFFERED = 50;

/** A condition put together: a field, what is asked of it, and the values where it needs any. */
export function ConditionForm({ of, onAdd }: { of: KindReading; onAdd: (condition: Condition) => void }) {
  const { t } = useTranslation('records');
  const { settings } = useInterface();
  const sentence = useSentence();
  const asked = askedFields(of);
  const [draft, setDraft] = useState<Condition>(() => emptyCondition(must(asked[0], 'a kind has a field')));
  const [fault, setFault] = useState<string>();
  const field = must(
    asked.find(({ path }) => path === draft.path),
    'the field is one of those offered',
  );
  const operators = operatorsOf(field);
  const patch = (part: Partial<Condition>): void => {
    setFault(undefined);
    setDraft({ ...draft, ...part });
  };
  const add = (): void => {
    const values = draft.values.filter((value) => value.trim() !== '');
    if (values.length === 0 && needsValue(draft.operator)) return setFault(t('valueNeeded'));
    const read = values.map((value) =>
      readInput(typedSpec(field, draft.operator), value, settings['home-region'] ?? ''),
    );
    const bad = read.find((one) => !one.ok);
    if (bad && !bad.ok) return setFault(sentence({ code: bad.error }));
    return onAdd({ ...draft, values: read.map((one) => keyOf(one.ok && one.value)) });
  };
  return (
    <Stack
      gap="xs"
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <NativeSelect
        label={t('field')}
        value={draft.path}
        data={asked.map((one) => ({ value: one.path, label: of.words.field(one) }))}
        onChange={({ currentTarget }) => {
          const next = asked.find(({ path }) => path === currentTarget.value);
          if (next) patch(emptyCondition(next));
        }}
      />
      <NativeSelect
        label={t('question')}
        value={draft.operator}
        data={operators.map((value) => ({ value, label: t(`operator.${value}`) }))}
        onChange={({ currentTarget }) => {
          const operator = operators.find((one) => one === currentTarget.value);
          if (operator) patch({ operator, values: [] });
        }}
      />
      <ValuesInput of={of} field={field} draft={draft} error={fault} onValues={(values) => patch({ values })} />
      <Button type="submit">{t('addFilter')}</Button>
    </Stack>
  );
}

function emptyCondition(field: ViewField): Condition {
  return { path: field.path, operator: operatorsOf(field)[0] ?? 'is', values: [] };
}

function needsValue(operator: Operator): boolean {
  return operator !== 'empty' && operator !== 'filled';
}

/** What is looked for inside of a text is not in the form of the field yet. */
function typedSpec({ spec }: ViewField, operator: Operator): ViewField['spec'] {
  return operator === 'has' ? { type: 'text', many: false, required: false, personal: spec.personal } : spec;
}

function ValuesInput(props: {
  of: KindReading;
  field: ViewField;
  draft: Condition;
  error: string | undefined;
  onValues: (values: string[]) => void;
}) {
  const { of, field, draft, error, onValues } = props;
  const { t } = useTranslation('records');
  const { operator, values } = draft;
  if (!needsValue(operator)) return null;
  const base = { label: t('value'), ...(error === undefined ? {} : { error }) };
  if (operator === 'is' || operator === 'not') {
    const data = offered(of, field);
    return data ? (
      <MultiSelect
        {...base}
        data={data}
        value={[...values]}
        onChange={onValues}
        limit={OFFERED}
        searchable
        comboboxProps={{ withinPortal: false }}
      />
    ) : (
      <TagsInput {...base} value={[...values]} onChange={onValues} acceptValueOnBlur />
    );
  }
  return (
    <ValueInput
      field={{ ...field, spec: { ...typedSpec(field, operator), required: false } }}
      label={t('value')}
      text={values[0] ?? ''}
      onText={(text) => onValues([text])}
      names={of.names}
      choice={(value) => of.words.choice(field.path, value)}
      error={error}
    />
  );
}

/** The values to choose from; undefined where any can be typed. */
function offered(
  { names, words }: KindReading,
  { path, spec }: ViewField,
): { value: string; label: string }[] | undefined {
  if (spec.type === 'link') return [...names].map(([value, label]) => ({ value, label }));
  const word = (value: string): string => (path === STATE ? words.state(value) : words.choice(path, value));
  return spec.type === 'choice' ? (spec.choices ?? []).map((value) => ({ value, label: word(value) })) : undefined;
}
