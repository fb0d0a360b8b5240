import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { RecordId } from '@/src/kernel/ids';
import type { ViewField } from '@/src/domain/records/custom-field.kind';
import type { Row } from '@/src/domain/records/record';
import type { RowGroup } from '@/src/domain/records/view';
import type { CardActions } from './board-card';
import { BoardColumn } from './board-column';
import type { MoveOption } from './move-menu';
import classes from './record-board.module.css';
import type { KindReading } from './use-kind-reading';

/** The value a column stands for; undefined for records without one. */
export type ColumnKey = string | undefined;

/** What a change of column means. */
export interface ColumnMoves {
  readonly titleOf: (key: ColumnKey) => string;
  /** The column a record is in. */
  readonly keyOf: (row: Row) => ColumnKey;
  /** Whether a record can be brought from its column to that one, what it needs for it given. */
  readonly leadsTo: (row: Row, key: ColumnKey) => boolean;
  readonly moveTo: (row: Row, key: ColumnKey) => Promise<void>;
  readonly options: (row: Row, columns: readonly RowGroup[]) => Promise<readonly MoveOption[]>;
}

interface Props {
  readonly label: string;
  readonly columns: readonly RowGroup[];
  readonly of: KindReading;
  /** The field that the columns are by; undefined for the state, and what is no field. */
  readonly group: ViewField | undefined;
  readonly moves: ColumnMoves;
  readonly onOpen: (record: RecordId) => void;
  /** What stands below the sums of a column. */
  readonly note?: (key: ColumnKey) => ReactNode;
  /** What stands below the values of a card. The same function as long as it gives the same. */
  readonly extra?: (row: Row) => ReactNode;
}

/** Columns between which cards are moved, with the pointer or by their menu. */
export function BoardColumns({ label, columns, of, group, moves, onOpen, note, extra }: Props) {
  const [dragged, setDragged] = useState<Row>();
  const movedByMenu = useRef<RecordId>(undefined);
  const card = useLasting({
    onOpen,
    onDrag: setDragged,
    options: (row) => moves.options(row, columns),
    onMove: (row, key) => {
      movedByMenu.current = row.id;
      return moves.moveTo(row, key);
    },
    takesFocus: (record) => {
      if (movedByMenu.current !== record) return false;
      movedByMenu.current = undefined;
      return true;
    },
  });
  return (
    // What scrolls has to be reachable by keyboard.
    <div className={classes['board']} role="group" aria-label={label} tabIndex={0}>
      {columns.map((column) => (
        <BoardColumn
          key={column.key ?? ''}
          column={column}
          title={moves.titleOf(column.key)}
          of={of}
          group={group}
          target={dragged && moves.leadsTo(dragged, column.key) ? 'open' : undefined}
          onDrop={() => {
            if (dragged && moves.keyOf(dragged) !== column.key) void moves.moveTo(dragged, column.key);
            setDragged(undefined);
          }}
          card={card}
          note={note?.(column.key)}
          extra={extra}
        />
      ))}
    </div>
  );
}

/** The actions as one object that stays the same, so that cards are drawn again only when their record changes. */
function useLasting(actions: CardActions): CardActions {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  return useMemo(
    () => ({
      onOpen: (record) => latest.current.onOpen(record),
      onDrag: (row) => latest.current.onDrag(row),
      options: (row) => latest.current.options(row),
      onMove: (row, key) => latest.current.onMove(row, key),
      takesFocus: (record) => latest.current.takesFocus(record),
    }),
    [],
  );
}
