/** What a sheet of an .xls file is, beyond its cells. */
export interface SheetMarks {
  readonly isPivot: boolean;
  /** Whether a filter is in force. */
  readonly isFiltered: boolean;
}

const BEGIN = 0x809;
const END = 0x0a;
const SHEET = 0x85;
const FILTER = 0x9b;
const PIVOT = 0xb0;
const MOST_SHEETS = 4096;

/**
 * The marks of each worksheet in the order in which the stream of a workbook lists them, charts and macros too.
 * @source MS-XLS 2.4.28 (BoundSheet8), 2.4.21 (BOF), 2.4.102 (EOF), 2.4.107 (FilterMode), 2.4.313 (SxView).
 */
export function biffMarks(stream: Uint8Array): SheetMarks[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const marks: SheetMarks[] = [];
  for (const { id, start } of records(view, 0)) {
    if (id === END || marks.length >= MOST_SHEETS) break;
    if (id === SHEET && start + 4 <= view.byteLength) marks.push(marksAt(view, view.getUint32(start, true)));
  }
  return marks;
}

function marksAt(view: DataView, offset: number): SheetMarks {
  let isPivot = false;
  let isFiltered = false;
  let depth = 0;
  for (const { id } of records(view, offset)) {
    if (id === BEGIN) depth++;
    else if (id === END && --depth <= 0) break;
    if (depth !== 1) continue;
    isPivot ||= id === PIVOT;
    isFiltered ||= id === FILTER;
  }
  return { isPivot, isFiltered };
}

function* records(view: DataView, from: number): Generator<{ id: number; start: number }> {
  for (let at = from; at + 4 <= view.byteLength; at += 4 + view.getUint16(at + 2, true))
    yield { id: view.getUint16(at, true), start: at + 4 };
}
