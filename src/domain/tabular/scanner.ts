import Papa from 'papaparse';
import type { Dialect } from './dialect';
import { splitBlanks } from './dialect';
import type { Encoding } from './encoding';

/** Rows of cells as they stand in the file, header and rows before it included. */
export type RowSink = (rows: readonly (readonly string[])[]) => void;

/**
 * Bytes in, rows out, a piece at a time. A piece may end anywhere, inside a character or a quoted cell.
 * `end` gives the last row. Rows without any cell (blank lines) are left out.
 */
export interface Scanner {
  write(bytes: Uint8Array): void;
  end(): void;
  /** Characters that the encoding could not read and that stand in the cells as U+FFFD. */
  readonly damaged: number;
}

/** Splits text, whole or in pieces, into rows. `last` marks the final piece. */
type Splitter = (text: string, last: boolean) => string[][];

/** The scanner for a file whose encoding and dialect are known. */
export function createScanner(encoding: Encoding, dialect: Dialect, onRows: RowSink): Scanner {
  const decoder = new TextDecoder(encoding);
  const split = dialect.delimiter === 'blanks' ? blankSplitter() : papaSplitter(dialect.delimiter);
  let damaged = 0;
  const push = (text: string, last: boolean): void => {
    for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) damaged++;
    const rows = split(text, last).filter((row) => row.length > 1 || (row[0] ?? '').trim() !== '');
    if (rows.length > 0) onRows(rows);
  };
  return {
    write: (bytes) => push(decoder.decode(bytes, { stream: true }), false),
    end: () => push(decoder.decode(), true),
    get damaged() {
      return damaged;
    },
  };
}

/**
 * PapaParse over text that was decoded as one stream. Its own reading of files decodes each piece by itself and damages
 * characters that lie across two pieces.
 */
function papaSplitter(delimiter: string): Splitter {
  let rest = '';
  let newline: '\r' | '\n' | '\r\n' | undefined;
  return (text, last) => {
    rest += text;
    newline ??= newlineOf(rest);
    if (!last && newline === undefined) return [];
    const parser = new Papa.Parser({ delimiter, newline: newline ?? '\n' });
    // Safe: without a header Papa gives rows as lists of cells, and meta.cursor is where it stopped.
    const { data, meta } = parser.parse(rest, 0, !last) as { data: string[][]; meta: { cursor: number } };
    rest = last ? '' : rest.slice(meta.cursor);
    return data;
  };
}

/** The line end of the first line, once it is certain: a lone CR at the end of a piece may be half of CRLF. */
function newlineOf(text: string): '\r' | '\n' | '\r\n' | undefined {
  const at = text.search(/[\r\n]/);
  if (at < 0 || (text[at] === '\r' && at === text.length - 1)) return undefined;
  if (text[at] === '\n') return '\n';
  return text[at + 1] === '\n' ? '\r\n' : '\r';
}

function blankSplitter(): Splitter {
  let rest = '';
  return (text, last) => {
    const lines = (rest + text).split('\n');
    rest = last ? '' : (lines.pop() ?? '');
    return lines.map(splitBlanks);
  };
}
