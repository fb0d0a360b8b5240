/** A property line, unfolded. */
export interface LogicalLine {
  /** Up to its colon and with it; without one where the line has none outside quotes. */
  readonly head: string;
  /** What stands behind the colon; nothing when the line is too long. */
  readonly body: Uint8Array;
  readonly isTooLong: boolean;
}

const MAX_LINE = 64 * 1024;
/** A photo in base64 goes on for many physical lines; no property goes on for more. */
const MAX_PIECES = 20_000;
const MAX_HEAD = 4096;
const MIN_QUOTED = 'N;QUOTED-PRINTABLE'.length - 1;
const CR = 13;
const LF = 10;
const EQUALS = 61;
const COLON = 58;
const QUOTE = 34;
const EMPTY = new Uint8Array(0);

/** Encodings of address books that do not say theirs, by the user's country. */
const HOME_ENCODING: Readonly<Record<string, string>> = {
  CN: 'gb18030',
  SG: 'gb18030',
  TW: 'big5',
  HK: 'big5',
  MO: 'big5',
  JP: 'shift_jis',
  KR: 'euc-kr',
};

/**
 * The lines of a vCard file, in one pass over its bytes. Folded ones are joined before they are decoded, since a fold may cut
 * a character; a quoted-printable one that ends in `=` takes in the next.
 */
export function* logicalLines(bytes: Uint8Array): Generator<LogicalLine> {
  for (let at = 0; at < bytes.length;) {
    const pieces: Uint8Array[] = [];
    let size = 0;
    let end = endOfLine(bytes, at);
    const first = trimmed(bytes, at, end);
    const colon = colonOf(first);
    const isQuotedPrintable =
      colon > MIN_QUOTED && /quoted-printable/i.test(ascii(first.subarray(0, Math.min(colon, MAX_HEAD))));
    const take = (piece: Uint8Array): void => {
      size += piece.length;
      if (pieces.length < MAX_PIECES) pieces.push(piece);
    };
    take(first);
    for (at = end + 1; at < bytes.length; at = end + 1) {
      const last = pieces.at(-1) ?? EMPTY;
      const isSoft = isQuotedPrintable && last.at(-1) === EQUALS;
      const isFold = bytes[at] === 0x20 || bytes[at] === 0x09;
      if (!isSoft && !isFold) break;
      end = endOfLine(bytes, at);
      if (isSoft) pieces[pieces.length - 1] = last.subarray(0, -1);
      // Behind a soft break a blank belongs to the text.
      take(trimmed(bytes, isSoft ? at : at + 1, end));
    }
    if (size > 0) yield lineOf(pieces, size);
  }
}

function lineOf(pieces: readonly Uint8Array[], size: number): LogicalLine {
  const isTooLong = size > MAX_LINE || pieces.length >= MAX_PIECES;
  const whole = isTooLong ? (pieces[0] ?? EMPTY).subarray(0, MAX_LINE) : joined(pieces);
  const colon = colonOf(whole);
  const head = lenient.decode(whole.subarray(0, colon < 0 ? 200 : Math.min(colon + 1, MAX_HEAD)));
  return { head, body: isTooLong || colon < 0 ? EMPTY : whole.subarray(colon + 1), isTooLong };
}

function endOfLine(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(LF, from);
  return end < 0 ? bytes.length : end;
}

function trimmed(bytes: Uint8Array, start: number, end: number): Uint8Array {
  return bytes.subarray(start, end > start && bytes[end - 1] === CR ? end - 1 : end);
}

function colonOf(line: Uint8Array): number {
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === QUOTE) quoted = !quoted;
    else if (line[i] === COLON && !quoted) return i;
  }
  return -1;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0] ?? EMPTY;
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** @source RFC 2045 §6.7 */
export function fromQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let size = 0;
  for (let i = 0; i < bytes.length; i++) {
    const digits = bytes[i] === EQUALS ? ascii(bytes.subarray(i + 1, i + 3)) : '';
    if (/^[0-9A-Fa-f]{2}$/.test(digits)) {
      out[size++] = Number.parseInt(digits, 16);
      i += 2;
    } else out[size++] = bytes[i] ?? 0;
  }
  return out.subarray(0, size);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');
const latin = new TextDecoder('windows-1252');

/** Of short stretches; quicker than a decoder. */
export function ascii(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** The text in the encoding it names, else UTF-8, else the one of the user's country, else Windows-1252. */
export function decodedText(bytes: Uint8Array, charset: string | undefined, home: string): string {
  for (const label of [charset, 'utf-8', HOME_ENCODING[home]]) {
    if (label === undefined) continue;
    try {
      return (label === 'utf-8' ? utf8 : new TextDecoder(label, { fatal: true })).decode(bytes);
    } catch {
      // Not a name of an encoding, or bytes it does not have: the next one is tried.
    }
  }
  return latin.decode(bytes);
}
