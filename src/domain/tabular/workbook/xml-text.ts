import { joinBytes } from '../columns/join-bytes';
import { WorkbookFault } from './workbook-fault';

const GREATER = 62;
/** Bytes without a `>`, which no tag and no text of a workbook has. */
const MOST_HELD = 4 << 20;
/** Longer strings are slower to walk: engines keep them elsewhere. */
const LONGEST = 256 * 1024;

/**
 * Bytes of XML as text, in pieces that end behind a `>`: then a scanner has nothing to carry over and walks plain strings,
 * which is several times faster. UTF-8, or UTF-16 by its byte order mark.
 * @throws WorkbookFault `damaged` for bytes that are no text.
 */
export class XmlText {
  private decoder: TextDecoder | undefined;
  private rest = new Uint8Array(0);

  *next(piece: Uint8Array): Generator<string> {
    this.decoder ??= decoderOf(piece);
    if (this.decoder.encoding !== 'utf-8') {
      yield this.decoded(piece, true);
      return;
    }
    const whole = joinBytes(this.rest, piece);
    let start = 0;
    for (let end = cutOf(whole, start); end > start; end = cutOf(whole, start)) {
      yield this.decoded(whole.subarray(start, end), false);
      start = end;
    }
    if (whole.length - start > MOST_HELD) throw new WorkbookFault('damaged', 'a tag or a text without end');
    this.rest = whole.slice(start);
  }

  last(): string {
    return this.decoded(this.rest, false);
  }

  private decoded(bytes: Uint8Array, stream: boolean): string {
    try {
      return (this.decoder ??= decoderOf(bytes)).decode(bytes, { stream });
    } catch {
      throw new WorkbookFault('damaged', 'bytes that are no text');
    } finally {
      // A mark within the text is a character.
      if (this.decoder?.encoding === 'utf-8') this.decoder = WITHIN;
    }
  }
}

const WITHIN = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Behind the last `>` of the next stretch; where it starts when there is none. */
function cutOf(bytes: Uint8Array, start: number): number {
  const near = bytes.lastIndexOf(GREATER, start + LONGEST);
  if (near >= start || start + LONGEST >= bytes.length) return Math.max(start, near + 1);
  const far = bytes.indexOf(GREATER, start);
  return far === -1 ? start : far + 1;
}

function decoderOf([first, second]: Uint8Array): TextDecoder {
  const label =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label, { fatal: true });
}
