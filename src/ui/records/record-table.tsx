import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ViewField } from '@/src/domain/records/custom-field.kind';
import type { ViewState } from '@/src/domain/records/view';
import { useInterface } from '../app-context';
import { RecordLine, type Cell } from './record-line';
import { TableHead } from './table-head';
import { useCellKeys } from './use-cell-keys';
import type { KindReading } from './use-kind-reading';
import type { Folded } from './use-folded';
import { isRow, type GroupHeading, type ShownRows } from './use-shown-rows';
import type { Ticked } from './use-ticked';
import classes from './record-table.module.css';

interface Props {
  readonly of: KindReading;
  readonly columns: readonly ViewField[];
  readonly shown: ShownRows;
  readonly folded: Folded;
  readonly ticked: Ticked;
  readonly onSort: (sort: ViewState['sort']) => void;
  readonly onOpen: (id: string) => void;
}

const TITLE_WIDTH = 240;
/** A phone number with its country fits. */
const COLUMN_WIDTH = 172;

/**
 * The records as a grid: one cell is in the tab order, arrows (and J, K) go from cell to cell, Space ticks, F2 edits, Enter
 * edits or opens. Only the lines in sight are in the page, so that the length does not matter. Drawn only when something of
 * it is new, so that typing into the search is not held up.
 */
export const RecordTable = memo(function RecordTable(props: Props) {
  const { of, columns, shown, folded, ticked, onSort, onOpen } = props;
  const { lines } = folded;
  const scroller = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<Cell>();
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 40,
    overscan: 6,
  });
  const keys = useCellKeys({
    lines,
    columns,
    scroller,
    isEditing: editing !== undefined,
    toLine: (line) => virtual.scrollToIndex(line),
    onTick: ticked.toggle,
    onEdit: setEditing,
    onOpen,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const width = TITLE_WIDTH + COLUMN_WIDTH * (columns.length - 1) + 40;
  return (
    <div ref={scroller} className={classes['scroller']}>
      <table
        // A table in which one goes from cell to cell is a grid, which HTML has no element for.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        className={classes['table']}
        style={{ minWidth: width }}
        aria-label={of.words.all}
        aria-rowcount={lines.length + 1}
        aria-multiselectable
        onKeyDown={keys.onKeyDown}
      >
        <colgroup>
          <col style={{ width: 40 }} />
          {columns.map(({ path }, i) => (
            <col key={path} style={{ width: i === 0 ? TITLE_WIDTH : COLUMN_WIDTH }} />
          ))}
        </colgroup>
        <TableHead of={of} columns={columns} shown={shown} ticked={ticked} onSort={onSort} />
        <tbody>
          {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
          {items.map(({ index }) => {
            const line = lines[index];
            if (!line) return null;
            if (!isRow(line))
              return <Heading key={line.key} line={line} at={index} columns={columns.length} folded={folded} />;
            return (
              <RecordLine
                key={line.id}
                of={of}
                columns={columns}
                row={line}
                at={index}
                ticked={ticked}
                keys={keys}
                editing={editing?.id === line.id ? editing.path : undefined}
                onEdit={setEditing}
                onOpen={onOpen}
              />
            );
          })}
          {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  );
});

/** Says what its group has in common and of how many records it is; a click folds them away and back. */
function Heading(props: { line: GroupHeading; at: number; columns: number; folded: Folded }) {
  const { line, at, columns, folded } = props;
  const { format } = useInterface();
  const { t } = useTranslation('records');
  const isOpen = !folded.has(line.key);
  return (
    <tr className={classes['heading']} aria-rowindex={at + 2}>
      <th scope="rowgroup" colSpan={columns + 1}>
        <button
          type="button"
          className={classes['fold']}
          aria-expanded={isOpen}
          onClick={() => folded.toggle(line.key)}
        >
          <span aria-hidden="true">{isOpen ? '▾ ' : '▸ '}</span>
          {line.heading ?? t('without')} ({format.count(line.count)})
        </button>
      </th>
    </tr>
  );
}
