import { labelOf, type FieldLabel } from '../record/field-label';
import type { Span } from '../record/record-text';
import type { MessageRecord } from './message-records';

const DELIMITERS: readonly RegExp[] = [/\t/g, /[|]/g, /;/g, /,/g, / {2,}/g, / /g];
const LEAST_LABELS = 2;

/** Lines of cells under a line of headings, as a sheet or a CSV file is pasted; undefined for other text. */
export function columnRecords(flat: string, all: readonly Span[]): MessageRecord[] | undefined {
  const lines = all.filter(({ at, end }) => end > at);
  const [head, ...rows] = lines;
  if (!head || rows.length === 0) return undefined;
  for (const delimiter of DELIMITERS) {
    const labels = cellsOf(flat, head, delimiter).map(({ at, end }) => labelOf(flat.slice(at, end)));
    const known = labels.filter((label) => label !== undefined);
    if (known.length < LEAST_LABELS || known.length < labels.length * 0.6) continue;
    const records = rows.map((row) => rowOf(flat, row, delimiter, labels));
    if (records.some(({ lines: cells }) => cells.length >= 2)) return records;
  }
  return undefined;
}

function rowOf(flat: string, row: Span, delimiter: RegExp, labels: readonly (FieldLabel | undefined)[]): MessageRecord {
  const cells = cellsOf(flat, row, delimiter);
  // A row that has more cells than headings cannot be told apart by them.
  const isSame = cells.length <= labels.length;
  const lines = cells.map((cell, i) => {
    const label = isSame ? labels[i] : undefined;
    return label === undefined ? cell : { ...cell, label };
  });
  return { at: row.at, end: row.end, lines: lines.filter(({ at, end }) => end > at) };
}

/** The cells of a line, without outer blanks and quotation marks; a delimiter between quotation marks divides nothing. */
function cellsOf(flat: string, { at, end }: Span, delimiter: RegExp): Span[] {
  const text = flat.slice(at, end);
  const cells: Span[] = [];
  let from = 0;
  const add = (to: number): void => {
    const cell = text.slice(from, to);
    const lead = /^[\s"]*/.exec(cell)?.[0].length ?? 0;
    const tail = /[\s"]*$/.exec(cell)?.[0].length ?? 0;
    cells.push({ at: at + from + lead, end: at + Math.max(from + lead, to - tail) });
  };
  for (const match of text.matchAll(delimiter)) {
    const isQuoted = (text.slice(from, match.index).split('"').length - 1) % 2 === 1;
    if (isQuoted) continue;
    add(match.index);
    from = match.index + match[0].length;
  }
  add(text.length);
  return cells;
}
