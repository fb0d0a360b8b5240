import { titleIn } from './title-in';
import type { InputCell } from '@/src/domain/notebook/notebook';
import { useInterface } from '../../app-context';
import { InputWidget } from './input-widget';
import type { NotebookScope } from './unit-view';

/** The widget of an input, where it stands in the text. Its value is in the address. */
export function InputCellView({ cell, scope }: { cell: InputCell; scope: NotebookScope }) {
  const { format } = useInterface();
  const { name, label, spec } = cell;
  return (
    <InputWidget
      label={titleIn(label, format.language) || name}
      name={name}
      spec={spec}
      given={scope.given[name]}
      dataset={scope.dataset}
      onChange={(value) => scope.onChange(name, value)}
    />
  );
}
