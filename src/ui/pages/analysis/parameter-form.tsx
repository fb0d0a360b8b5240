import { Group, NativeSelect, NumberInput, Slider, Stack, Text } from '@mantine/core';
import { isEntity } from '@/src/domain/analysis/aggregate-source';
import type { ParameterSpec } from '@/src/domain/analysis/parameter';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useTranslation } from 'react-i18next';
import { useInterface } from '../../app-context';
import { useWords } from '../../components/use-value-text';

interface Props {
  readonly specs: Readonly<Record<string, ParameterSpec>>;
  readonly given: Readonly<Record<string, string>>;
  readonly dataset: Row<DatasetFields>;
  readonly onChange: (name: string, value: string) => void;
}

/** The parameters of a notebook. What the file has no column for is not offered. */
export function ParameterForm({ specs, given, dataset, onChange }: Props) {
  const words = useWords();
  const labelOf = (name: string, value: string): string => {
    if (value === '') return words(`analysis:none.${name}`, words('analysis:option.none'));
    return value.startsWith(BY_NAME) ? value.slice(BY_NAME.length) : words(`analysis:option.${value}`, value);
  };
  return (
    <Group align="start" gap="lg">
      {Object.entries(specs).map(([name, spec]) => {
        const label = words(`analysis:parameter.${name}`, name);
        if (spec.type === 'number') {
          const value = Number(given[name] ?? spec.default);
          return (
            <NumberParameter
              key={name}
              label={label}
              spec={spec}
              value={value}
              onChange={(next) => onChange(name, String(next))}
            />
          );
        }
        return (
          <NativeSelect
            key={name}
            size="sm"
            label={label}
            value={given[name] ?? spec.default}
            onChange={(event) => onChange(name, event.currentTarget.value)}
            data={optionsOf(spec, dataset).map((value) => ({ value, label: labelOf(name, value) }))}
          />
        );
      })}
    </Group>
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
        key={value}
        thumbLabel={label}
        label={(at) => shown(at)}
        min={spec.min}
        max={spec.max}
        step={spec.step}
        defaultValue={value}
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
function optionsOf(spec: Exclude<ParameterSpec, { type: 'number' }>, { fields }: Row<DatasetFields>): string[] {
  if (spec.type === 'choice') return [...spec.options];
  const columns = fields.columns.flatMap(({ role, name }) => {
    if (role === null) return [`${BY_NAME}${name}`];
    return isEntity(role) && role !== 'customer' ? [role] : [];
  });
  return [spec.default === '' ? '' : 'customer', ...columns];
}
