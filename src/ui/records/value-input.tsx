import { Autocomplete, NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { NAMELESS } from '@/src/app/acting';
import type { ViewField } from '@/src/domain/records/custom-field.kind';
import type { Money } from '@/src/domain/records/field';
import { splitPath } from '@/src/domain/records/record';
import { isMoney } from '@/src/domain/records/values';
import { useInterface } from '../app-context';
import { useNames } from './use-reading';

/** Most names offered at once where a record is picked; typing narrows them. */
const OFFERED = 50;

interface Props {
  readonly field: ViewField;
  readonly label: string;
  /** Without a visible label: the label is told to readers of the screen only. */
  readonly bare?: boolean;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly names: ReadonlyMap<string, string>;
  readonly choice: (value: string) => string;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** A field to fill in, by its type. What comes back is text: `readInput` makes a value of it. */
export function ValueInput(props: Props) {
  const { field, text, onText, choice } = props;
  const { spec } = field;
  const base = baseProps(props);
  if (spec.type === 'choice') {
    const data = [{ value: '', label: '–' }, ...(spec.choices ?? []).map((value) => ({ value, label: choice(value) }))];
    return <NativeSelect {...base} value={text} data={data} onChange={(event) => onText(event.currentTarget.value)} />;
  }
  if (spec.type === 'link') return <LinkInput {...props} />;
  if (spec.type === 'user') return <UserInput {...props} />;
  const onChange = (event: { readonly currentTarget: { readonly value: string } }): void =>
    onText(event.currentTarget.value);
  if (spec.lines) return <Textarea {...base} autosize minRows={2} maxRows={10} value={text} onChange={onChange} />;
  return <TextInput {...base} type={spec.type === 'date' ? 'date' : 'text'} value={text} onChange={onChange} />;
}

/** The nameless user is called by a word of the language, which is not what is stored. */
function UserInput(props: Props) {
  const { text, onText } = props;
  const { settings } = useInterface();
  const { t } = useTranslation('records');
  return (
    <Autocomplete
      {...baseProps(props)}
      value={text === NAMELESS ? t('me') : text}
      data={[settings['user-name'] ?? t('me')]}
      onChange={(typed) => onText(typed === t('me') ? NAMELESS : typed)}
    />
  );
}

/** Of the names, those of records that the field may point to: a kind may point to several kinds. */
function LinkInput(props: Props) {
  const { field, text, onText, names } = props;
  const { t } = useTranslation('records');
  const own = useNames({ fields: { link: field.spec } });
  const data = [...names].filter(([id]) => own?.has(id)).map(([value, label]) => ({ value, label }));
  return (
    <Select
      {...baseProps(props)}
      searchable
      clearable={!field.spec.required}
      value={text === '' ? null : text}
      data={data}
      limit={OFFERED}
      nothingFoundMessage={t('noSuchRecord')}
      onChange={(value) => onText(value ?? '')}
    />
  );
}

function baseProps({ field, label, bare, error, autoFocus, onKeyDown }: Props) {
  return {
    ...(bare ? { 'aria-label': label } : { label }),
    'data-input': splitPath(field.path)[0],
    required: field.spec.required,
    size: 'sm' as const,
    ...(error === undefined ? {} : { error }),
    ...(autoFocus ? { autoFocus: true } : {}),
    ...(onKeyDown ? { onKeyDown } : {}),
  };
}

/** A value as it stands in its input. */
export function inputText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return isMoney(value) ? `${(value satisfies Money).amount} ${value.currency}` : String(value);
}
