import { Group } from '@mantine/core';
import type { ParameterSpec } from '@/src/domain/analysis/parameter';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useWords } from '../../components/use-value-text';
import { InputWidget } from './input-widget';

interface Props {
  readonly specs: Readonly<Record<string, ParameterSpec>>;
  readonly given: Readonly<Record<string, string>>;
  readonly dataset: Row<DatasetFields>;
  readonly onChange: (name: string, value: string) => void;
}

/** The parameters of a notebook. */
export function ParameterForm({ specs, given, dataset, onChange }: Props) {
  const words = useWords();
  if (Object.keys(specs).length === 0) return null;
  return (
    <Group align="start" gap="lg">
      {Object.entries(specs).map(([name, spec]) => (
        <InputWidget
          key={name}
          name={name}
          label={words(`analysis:parameter.${name}`, name)}
          spec={spec}
          given={given[name]}
          dataset={dataset}
          onChange={(value) => onChange(name, value)}
        />
      ))}
    </Group>
  );
}
