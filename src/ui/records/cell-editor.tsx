import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { RecordId } from '@/src/kernel/ids';
import type { ViewField } from '@/src/domain/records/custom-field.kind';
import type { Path, Row } from '@/src/domain/records/record';
import { itemsIn } from '@/src/domain/records/values';
import { valuesAt } from '@/src/domain/records/view';
import { useInterface } from '../app-context';
import type { KindReading } from './use-kind-reading';
import { useRecordWrites } from './use-record-writes';
import { inputText, ValueInput } from './value-input';

interface Props {
  readonly of: KindReading;
  readonly row: Row;
  readonly field: ViewField;
  readonly onDone: () => void;
}

/**
 * One value edited where it stands. Enter saves, and so does leaving; Escape leaves it as it was. Of several values it is
 * the first, or a new one where there is none.
 */
export function CellEditor({ of, row, field, onDone }: Props) {
  const { app } = useInterface();
  const { edit } = useRecordWrites(of.kind);
  const [start] = useState(() => inputText(valuesAt(row, field)[0]));
  const [text, setText] = useState(start);
  const [fault, setFault] = useState<string>();
  const state = useRef({ text: start, over: false });
  const save = async (): Promise<void> => {
    const { text, over } = state.current;
    if (over) return;
    if (text.trim() === start) return onDone();
    state.current.over = true;
    const fault = await edit([row.id], { [editedPath(row, field, () => app.newRecord())]: text });
    if (fault === undefined) return onDone();
    state.current.over = false;
    return setFault(fault);
  };
  const change = (next: string): void => {
    state.current.text = next;
    setText(next);
    setFault(undefined);
    // A record picked is a decision; a key pressed in a text is not.
    if (field.spec.type === 'link') void save();
  };
  const press = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') {
      state.current.over = true;
      return onDone();
    }
    if (event.key !== 'Enter' || event.shiftKey || field.spec.type === 'link') return undefined;
    if (field.spec.lines) event.preventDefault();
    // A name that Enter picks from the list comes in after this key: it is the one to save.
    return queueMicrotask(() => void save());
  };
  const leave = (event: FocusEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget) && fault === undefined) void save();
  };
  return (
    // Not a control of its own: it hears when the input in it is left.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onBlur={leave}>
      <ValueInput
        field={field}
        label={of.words.field(field)}
        bare
        text={text}
        onText={change}
        names={of.names}
        choice={(value) => of.words.choice(field.path, value)}
        error={fault}
        // The user just asked to edit this very value.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onKeyDown={press}
      />
    </div>
  );
}

/** Where the value stands: of several the first, or one to come. */
export function editedPath(row: Pick<Row, 'fields'> | undefined, field: ViewField, newItem: () => RecordId): Path {
  if (!field.spec.many) return field.path;
  const first = row && itemsIn(field.spec, row.fields[field.path])[0]?.item;
  return `${field.path}/${first ?? newItem()}`;
}
