import Papa from 'papaparse';
import { ByteScanner, type Scanner } from './columns/byte-scanner';
import type { BlockSink } from './columns/cell-block';
import { joinBytes } from './columns/join-bytes';
import { RowEncoder } from './columns/row-encoder';
import { isOfBlanks, splitBlanks, type Dialect, type OfBlanks } from './text/dialect';
import { markLength, type Encoding } from './text/encoding';

/** Bytes of the longest byte order mark. */
const LONGEST_MARK = 4;
/** Encodings in which the second byte of a character may be `|`, `^` or `~`, though never a comma, a semicolon or a tab. */
const PAIRED: ReadonlySet<Encoding> = new Set(['gb18030', 'big5', 'shift_jis']);

/**
 * The scanner for a file whose encoding and dialect are known: over its bytes where each delimiter is one byte that is
 * never part of a character; over text for what is odd.
 */
export function createScanner(encoding: Encoding, dialect: Dialect, onBlock: BlockSink): Scanner {
  const { delimiter, quote } = dialect;
  if (isOdd(dialect)) return overText(encoding, dialect, onBlock);
  const scanner = new ByteScanner(
    delimiter === '' ? -1 : delimiter.charCodeAt(0),
    delimiter === '' ? -1 : quote.charCodeAt(0),
    onBlock,
  );
  return cellEncodingOf(encoding, dialect) === encoding ? withoutMark(scanner) : recoded(encoding, scanner);
}

/** The encoding of the cells that such a scanner gives: that of the file, or UTF-8 where it had to be decoded to be split. */
export function cellEncodingOf(encoding: Encoding, dialect: Dialect): Encoding {
  const inPairs = PAIRED.has(encoding) && !/^[,;\t]?$/.test(dialect.delimiter);
  return isOdd(dialect) || encoding.startsWith('utf-16') || inPairs ? 'utf-8' : encoding;
}

function isOdd({ delimiter, escape }: Dialect): boolean {
  return delimiter.length > 1 || escape === 'backslash';
}

/** Takes the byte order mark off the beginning. A mark inside of a file, where two were joined, goes with decoding. */
function withoutMark(scanner: Scanner): Scanner {
  let start: Uint8Array<ArrayBuffer> | undefined = new Uint8Array(0);
  const begin = (bytes: Uint8Array): void => {
    start = undefined;
    scanner.write(bytes.subarray(markLength(bytes)));
  };
  return {
    write: (bytes) => {
      if (!start) return scanner.write(bytes);
      start = joinBytes(start, bytes);
      return start.length < LONGEST_MARK ? undefined : begin(start);
    },
    end: () => {
      if (start) begin(start);
      scanner.end();
    },
  };
}

/** Decoded as one stream and written again as UTF-8: nothing is damaged where two pieces meet. */
function recoded(encoding: Encoding, scanner: Scanner): Scanner {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return {
    write: (bytes) => scanner.write(encoder.encode(decoder.decode(bytes, { stream: true }))),
    end: () => {
      scanner.write(encoder.encode(decoder.decode()));
      scanner.end();
    },
  };
}

/** Splits text, whole or in pieces, into rows. `last` marks the final piece. */
type Splitter = (text: string, last: boolean) => string[][];

function overText(encoding: Encoding, dialect: Dialect, onBlock: BlockSink): Scanner {
  const decoder = new TextDecoder(encoding);
  const rows = new RowEncoder(onBlock);
  const { delimiter } = dialect;
  const split = isOfBlanks(delimiter) ? blankSplitter(delimiter) : papaSplitter(dialect);
  let held = '';
  /** A CR at the end of a piece may be half of CRLF. */
  const push = (text: string, last: boolean): void => {
    const whole = held + text;
    held = !last && whole.endsWith('\r') ? '\r' : '';
    rows.add(split(whole.slice(0, whole.length - held.length).replace(/\r\n?/g, '\n'), last));
    rows.flush();
  };
  return {
    write: (bytes) => push(decoder.decode(bytes, { stream: true }), false),
    end: () => push(decoder.decode(), true),
  };
}

/**
 * PapaParse over text that was decoded as one stream. Its own reading of files decodes each piece by itself and damages
 * characters that lie across two pieces.
 */
function papaSplitter({ delimiter, quote, escape }: Dialect): Splitter {
  let rest = '';
  return (text, last) => {
    rest += text;
    const parser = new Papa.Parser({
      delimiter,
      newline: '\n',
      quoteChar: quote,
      escapeChar: escape === 'backslash' ? '\\' : quote,
    });
    // Safe: without a header Papa gives rows as lists of cells, and meta.cursor is where it stopped.
    const { data, meta } = parser.parse(rest, 0, !last) as { data: string[][]; meta: { cursor: number } };
    rest = last ? '' : rest.slice(meta.cursor);
    return data;
  };
}

function blankSplitter(delimiter: OfBlanks): Splitter {
  let rest = '';
  return (text, last) => {
    const lines = (rest + text).split('\n');
    rest = last ? '' : (lines.pop() ?? '');
    return lines.map((line) => splitBlanks(line, delimiter));
  };
}
