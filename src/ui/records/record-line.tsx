import { Fragment, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import { isTyped, type ViewField } from '@/src/domain/records/custom-field.kind';
import { STATE, type Path, type Row } from '@/src/domain/records/record';
import { valuesAt } from '@/src/domain/records/view';
import { addressOf } from '../shell/address-of';
import { CellEditor } from './cell-editor';
import { ShownValue } from './shown-value';
import type { CellKeys } from './use-cell-keys';
import type { KindReading } from './use-kind-reading';
import { titleIn } from './use-reading';
import type { Ticked } from './use-ticked';
import classes from './record-table.module.css';

export interface Cell {
  readonly id: RecordId;
  readonly path: Path;
}

interface Props {
  readonly of: KindReading;
  readonly columns: readonly ViewField[];
  readonly row: Row;
  /** Its place among the lines. */
  readonly at: number;
  readonly ticked: Ticked;
  readonly keys: CellKeys;
  /** The field that is being edited. */
  readonly editing: Path | undefined;
  readonly onEdit: (cell: Cell | undefined) => void;
  readonly onOpen: (id: string) => void;
}

/**
 * One record: a box to tick it, its title as the way into it, its values. The buttons to edit them are put in when the line is
 * first come near: of all that is in a line they are the most, and hardly one of them is ever used.
 */
export function RecordLine(props: Props) {
  const { of, columns, row, at, ticked, keys, editing, onEdit } = props;
  const [isNear, setNear] = useState(false);
  const come = (): void => setNear(true);
  const { t } = useTranslation('records');
  const title = titleIn(of.kind, row);
  const isTicked = ticked.has(row.id);
  return (
    <tr
      aria-rowindex={at + 2}
      aria-selected={isTicked}
      data-ticked={isTicked || undefined}
      onPointerEnter={come}
      onFocus={come}
    >
      <td>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('tick', { title })}
          checked={isTicked}
          onChange={({ nativeEvent }) =>
            ticked.toggle(row.id, 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true)
          }
        />
      </td>
      {columns.map((field, column) => {
        const edit = (): void => onEdit({ id: row.id, path: field.path });
        if (editing === field.path) {
          const done = (): void => {
            onEdit(undefined);
            keys.focus({ line: at, column });
          };
          return (
            <td key={field.path} data-editing>
              <CellEditor of={of} row={row} field={field} onDone={done} />
            </td>
          );
        }
        const { type } = field.spec;
        return (
          <td
            key={field.path}
            {...keys.cellProps(at, column)}
            data-number={type === 'number' || type === 'money' || undefined}
            {...(isTyped(field) ? { onDoubleClick: edit } : {})}
          >
            {column === 0 ? <Title {...props} title={title} /> : <Values of={of} row={row} field={field} />}
            {isNear && isTyped(field) && (
              <button
                type="button"
                tabIndex={-1}
                className={classes['edit']}
                aria-label={t('editCell', { field: of.words.field(field), title })}
                onClick={edit}
              >
                ✎
              </button>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function Title({ of, row, title, onOpen }: Pick<Props, 'of' | 'row' | 'onOpen'> & { readonly title: string }) {
  const open = (event: MouseEvent): void => {
    // With a key held down the address is opened the browser's way, in a tab of its own.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(row.id);
  };
  return (
    <a href={addressOf(of.kind, row.id)} tabIndex={-1} onClick={open}>
      {title}
    </a>
  );
}

function Values({ of, row, field }: Pick<Props, 'of' | 'row'> & { readonly field: ViewField }) {
  if (field.path === STATE) return of.words.state(row.state);
  return valuesAt(row, field).map((value, i) => (
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={i}>
      {i > 0 && ', '}
      <ShownValue field={field} value={value} reading={of.reading} />
    </Fragment>
  ));
}
