import { NativeSelect, NumberInput, Slider, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isEntity } from '@/src/domain/analysis/aggregate-source';
import type { ParameterSpec } from '@/src/domain/analysis/parameter';
import type { InputSpec } from '@/src/domain/notebook/notebook';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface } from '../../app-context';
import { useWords } from '../../components/use-value-text';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly spec: InputSpec;
  readonly given: string | undefined;
  readonly dataset: Row<DatasetFields>;
  readonly onChange: (value: string) => void;
}

/** A parameter or an input as a slider, a choice, a text or a day. What the file has no column for is not offered. */
export function InputWidget({ name, label, spec, given, dataset, onChange }: Props) {
  const words = useWords();
  if (spec.type === 'number') {
    const value = Number(given ?? spec.default);
    return <NumberParameter label={label} spec={spec} value={value} onChange={(next) => onChange(String(next))} />;
  }
  if (spec.type === 'text' || spec.type === 'date')
    return <TextParameter label={label} type={spec.type} value={given ?? spec.default} onChange={onChange} />;
  const labelOf = (value: string): string => {
    if (value === '') return words(`analysis:none.${name}`, words('analysis:option.none'));
    return value.startsWith(BY_NAME) ? value.slice(BY_NAME.length) : words(`analysis:option.${value}`, value);
  };
  return (
    <NativeSelect
      size="sm"
      maw={320}
      label={label}
      data-parameter={name}
      value={given ?? spec.default}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={optionsOf(spec, dataset).map((value) => ({ value, label: labelOf(value) }))}
    />
  );
}

/** What a field shows while it is changed: what was given, until that is another. The field stays, and keeps the focus. */
function useOwn<T>(given: T): readonly [T, (next: T) => void] {
  const [own, setOwn] = useState({ given, shown: given });
  const { shown } = own.given === given ? own : { shown: given };
  return [shown, (next) => setOwn({ given, shown: next })];
}

/** Takes effect when it is left, or with Enter: what is half typed runs nothing. */
function TextParameter(props: {
  label: string;
  type: 'text' | 'date';
  value: string;
  onChange: (value: string) => void;
}) {
  const { label, type, value, onChange } = props;
  const [typed, setTyped] = useOwn(value);
  const tell = (next: string): void => {
    if (next !== value) onChange(next);
  };
  return (
    <TextInput
      size="sm"
      maw={320}
      label={label}
      type={type}
      value={typed}
      maxLength={1000}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={(event) => tell(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) tell(event.currentTarget.value);
      }}
    />
  );
}

function NumberParameter(props: {
  label: string;
  spec: Extract<ParameterSpec, { type: 'number' }>;
  value: number;
  onChange: (value: number) => void;
}) {
  const { label, spec, value, onChange } = props;
  const { format } = useInterface();
  const { t } = useTranslation();
  const [at, setAt] = useOwn(value);
  const shown = spec.max <= 1 ? format.share : format.count;
  if ((spec.max - spec.min) / spec.step > STEPS) {
    const { min, max, step } = spec;
    return <TypedNumber label={label} value={value} range={{ min, max, step }} onChange={onChange} />;
  }
  return (
    <Stack gap={2} w={200}>
      <Text size="sm" fw={500}>
        {t('labelled', { label, value: shown(value) })}
      </Text>
      <Slider
        thumbLabel={label}
        label={shown}
        min={spec.min}
        max={spec.max}
        step={spec.step}
        value={at}
        onChange={setAt}
        onChangeEnd={(next) => onChange(Number(next.toFixed(6)))}
      />
    </Stack>
  );
}

/** A slider of more steps cannot be set by hand. */
const STEPS = 1000;

/** A number that is typed; it is taken when the field is left. */
function TypedNumber(props: {
  label: string;
  value: number;
  range: { readonly min: number; readonly max: number; readonly step: number };
  onChange: (value: number) => void;
}) {
  const { label, value, range, onChange } = props;
  return (
    <NumberInput
      key={value}
      w={200}
      size="sm"
      label={label}
      defaultValue={value}
      {...range}
      onBlur={(event) => {
        const typed = Number(event.currentTarget.value.replace(/[^\d.-]/g, ''));
        if (typed !== value && typed >= range.min && typed <= range.max) onChange(typed);
      }}
    />
  );
}

const BY_NAME = 'column:';

/** What the file has no column for is not offered. */
function optionsOf(
  spec: Extract<ParameterSpec, { type: 'choice' | 'entity' }>,
  { fields }: Row<DatasetFields>,
): string[] {
  if (spec.type === 'choice') return [...spec.options];
  const columns = fields.columns.flatMap(({ role, name }) => {
    if (role === null) return [`${BY_NAME}${name}`];
    return isEntity(role) && role !== 'customer' ? [role] : [];
  });
  return [spec.default === '' ? '' : 'customer', ...columns];
}
