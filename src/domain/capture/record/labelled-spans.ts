import { labelOf, labelsIn, type FieldLabel } from './field-label';
import { personIn } from './person-words';
import type { RecordLine, RecordText, Span } from './record-text';

/** What stands behind a label, up to the next one or the end of the line. */
export interface LabelledSpan extends Span {
  readonly label: FieldLabel;
  /** Where the label itself begins; the span's own start where a column says what it is. */
  readonly from: number;
  readonly isColumn?: boolean;
}

/** The labelled parts of a record: in a line, in the line below a label that stands alone, or by the heading of a column. */
export function labelledSpans({ flat, lines }: RecordText): LabelledSpan[] {
  const textOf = ({ at, end }: RecordLine): string => flat.slice(at, end);
  return lines.flatMap((line, i): LabelledSpan[] => {
    const next = lines[i + 1];
    const text = textOf(line);
    const whole = isMereTitle(text, next && textOf(next)) ? undefined : labelOf(text);
    if (whole === undefined) return inLine(line, text);
    if (line.label !== undefined) return [];
    const isValue = next !== undefined && isPlain(next, textOf(next));
    return [{ label: whole, from: line.at, at: line.end, end: isValue ? next.end : line.end }];
  });
}

/** A line without a label of its own, which one above it may be for. */
function isPlain({ label }: RecordLine, text: string): boolean {
  return label === undefined && labelOf(text) === undefined && labelsIn(text)[0]?.at !== 0;
}

function inLine({ at: from, end: stop, label: column }: RecordLine, text: string): LabelledSpan[] {
  const places = labelsIn(text);
  if (column !== undefined && (places.length === 0 || column === 'other'))
    return [{ label: column, from, at: from, end: stop, isColumn: true }];
  return places.map(({ label, at, end }, k) => {
    const last = places[k + 1]?.at ?? text.length;
    return { label, from: from + at, at: from + end, end: from + Math.max(end, last) };
  });
}

/** `Owner`, `负责人`: a label above a name, else a title below one. */
const TITLES =
  /^(?:inhaber(?:in)?|geschäftsführer(?:in)?|owner|representative|sales rep|负责人|負責人|经理|销售代表|業務代表)$/i;

function isMereTitle(line: string, next: string | undefined): boolean {
  return TITLES.test(line.trim()) && (next === undefined || personIn(next) === undefined);
}
