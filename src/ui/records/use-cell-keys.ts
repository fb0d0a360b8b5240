import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { RecordId } from '@/src/kernel/ids';
import { isTyped, type ViewField } from '@/src/domain/records/custom-field.kind';
import type { Cell } from './record-line';
import { isRow, type Line } from './use-shown-rows';

interface Place {
  readonly line: number;
  readonly column: number;
}

export interface CellKeys {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** What makes an element the cell at a place. */
  cellProps(
    line: number,
    column: number,
  ): {
    readonly 'data-cell': string;
    readonly tabIndex: number;
    readonly onFocus: () => void;
  };
  /** Puts the focus there as soon as the line is in the page. */
  focus(place: Place): void;
}

interface Options {
  readonly lines: readonly Line[];
  readonly columns: readonly ViewField[];
  readonly scroller: RefObject<HTMLElement | null>;
  readonly isEditing: boolean;
  readonly toLine: (line: number) => void;
  readonly onTick: (id: RecordId, range: boolean) => void;
  readonly onEdit: (cell: Cell) => void;
  readonly onOpen: (id: string) => void;
}

const PAGE = 10;

/** Steps in lines and columns. */
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  j: [1, 0],
  ArrowUp: [-1, 0],
  k: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [PAGE, 0],
  PageUp: [-PAGE, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/** The keys of a grid: one cell has the focus, and what is pressed is about it. */
export function useCellKeys(options: Options): CellKeys {
  const { lines, columns, scroller, toLine } = options;
  const [chosen, setChosen] = useState<Place>({ line: 0, column: 0 });
  const wanted = useRef<Place>(null);
  // The first line may be a heading, and the last may have gone: there is always one cell to come to by Tab.
  const place = isRow(lines[chosen.line]) ? chosen : { ...chosen, line: lines.findIndex(isRow) };
  // After every drawing: the line may come into the page only after scrolling.
  useEffect(() => {
    if (!wanted.current) return;
    const { line, column } = wanted.current;
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-cell="${line}:${column}"]`);
    if (!cell) return;
    wanted.current = null;
    cell.focus();
  });
  const focus = (next: Place): void => {
    wanted.current = next;
    setChosen({ ...next });
    toLine(next.line);
  };
  return {
    focus,
    cellProps: (line, column) => ({
      'data-cell': `${line}:${column}`,
      tabIndex: line === place.line && column === place.column ? 0 : -1,
      onFocus: () => setChosen({ line, column }),
    }),
    onKeyDown: (event) => {
      if (options.isEditing || event.ctrlKey || event.metaKey || event.altKey) return;
      const at = placeOf(event.target);
      const step = STEPS[event.key];
      if (!at || (!step && !pressed(event, at, options))) return;
      if (step) focus(stepped(at, step, lines, columns.length));
      event.preventDefault();
    },
  };
}

/** The cell that a key was pressed in; undefined for what is inside of cells, and has keys of its own. */
function placeOf(target: EventTarget): Place | undefined {
  if (!(target instanceof HTMLElement) || target.dataset['cell'] === undefined) return undefined;
  const [line = 0, column = 0] = target.dataset['cell'].split(':').map(Number);
  return { line, column };
}

/** Headings are stepped over. */
function stepped(
  from: Place,
  [down, right]: readonly [number, number],
  lines: readonly Line[],
  columns: number,
): Place {
  const column = Math.min(Math.max(from.column + right, 0), columns - 1);
  let line = Math.min(Math.max(from.line + down, 0), lines.length - 1);
  const way = down < 0 ? -1 : 1;
  while (lines[line] && !isRow(lines[line])) line += way;
  return lines[line] ? { line, column } : { ...from, column };
}

/** @returns whether the key meant something. */
function pressed({ key, shiftKey }: KeyboardEvent, place: Place, options: Options): boolean {
  const line = options.lines[place.line];
  const field = options.columns[place.column];
  if (!isRow(line) || !field) return false;
  const { id } = line;
  if (key === ' ') options.onTick(id, shiftKey);
  else if (key === 'Enter' && place.column === 0) options.onOpen(id);
  else if ((key === 'Enter' || key === 'F2') && isTyped(field)) options.onEdit({ id, path: field.path });
  else return false;
  return true;
}
