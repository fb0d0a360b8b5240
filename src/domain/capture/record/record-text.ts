import type { FieldLabel } from './field-label';

/** The text of one record: of a wrapper of a list, or of one part of a message. */
export interface RecordText {
  readonly text: string;
  /** The same, of the same length, full-width signs folded. */
  readonly flat: string;
  readonly lines: readonly RecordLine[];
}

/** A line of a record; places are places of the record's text. */
export interface RecordLine {
  readonly at: number;
  readonly end: number;
  /** Stands out as the record's title: a heading, a bold or linked first line. */
  readonly isTitle: boolean;
  /** What the heading of its column says it is. */
  readonly label?: FieldLabel;
}

/** A run of text, between places of the record's text. */
export interface Span {
  readonly at: number;
  readonly end: number;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.at < b.end && b.at < a.end;
}
