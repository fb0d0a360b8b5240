import { readHead, type ContentHead } from './content-line';
import { ascii, decodedText, fromQuotedPrintable, logicalLines, type LogicalLine } from './logical-lines';

/** A property of a card, its value decoded but still marked (`\;`). */
export interface VcardProperty extends ContentHead {
  readonly value: string;
}

/** What stands between BEGIN:VCARD and END:VCARD. */
export interface RawCard {
  /** 1 for the first card of the file. */
  readonly place: number;
  readonly properties: readonly VcardProperty[];
  /** Names of the lines that were too long to read, and `?` for each that is no property. */
  readonly unread: readonly string[];
  /** `unreadable`: the end is missing. `too-long`: more lines than a card may have. */
  readonly fault?: 'unreadable' | 'too-long';
  /** The lines as they stood, at most {@link KEPT} of a card with a fault, none of a sound one. */
  readonly lines: readonly string[];
}

const MAX_BYTES = 50 * 1024 * 1024;
const MAX_CARDS = 100_000;
const MAX_LINES = 1000;
const KEPT = 100;

/**
 * The cards of a file, in its order. Cards inside cards (AGENT) are passed over. A file beyond 50 MB, and everything beyond
 * 100,000 cards, is one card with a fault.
 * @param home the user's country, for text of which neither UTF-8 nor a CHARSET says the encoding.
 */
export function* rawCards(bytes: Uint8Array, home: string): Generator<RawCard> {
  if (bytes.length > MAX_BYTES) return yield new CardBuilder(1, home).finished('too-long');
  let place = 0;
  let card: CardBuilder | undefined;
  for (const line of logicalLines(inBytes(bytes))) {
    const mark = markOf(line);
    if (card ? card.takes(mark, line) : mark !== 'begin') continue;
    if (card) yield card.finished(mark === 'begin' ? 'unreadable' : undefined);
    card = mark === 'begin' ? new CardBuilder(++place, home) : undefined;
    if (card && place > MAX_CARDS) return yield card.finished('too-long');
  }
  if (card) yield card.finished('unreadable');
}

/** UTF-16 as UTF-8; anything else as it is. */
function inBytes(bytes: Uint8Array): Uint8Array {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  if (!isLittle && !(first === 0xfe && second === 0xff)) return bytes;
  return new TextEncoder().encode(new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes));
}

type Mark = 'begin' | 'end' | undefined;

function markOf({ head, body }: LogicalLine): Mark {
  if (head.length > 'BEGIN:'.length) return undefined;
  const text = `${head}${ascii(body.subarray(0, 20))}`.trimEnd().toUpperCase();
  return text === 'BEGIN:VCARD' ? 'begin' : text === 'END:VCARD' ? 'end' : undefined;
}

class CardBuilder {
  private readonly properties: VcardProperty[] = [];
  private readonly unread: string[] = [];
  private readonly kept: LogicalLine[] = [];
  private count = 0;
  /** How many cards inside this one are open. */
  private depth = 0;
  private last: ContentHead | undefined;
  private readonly place: number;
  private readonly home: string;

  constructor(place: number, home: string) {
    this.place = place;
    this.home = home;
  }

  /** False for the line that ends this card: its own end, or the beginning of the next where the end was lost. */
  takes(mark: Mark, line: LogicalLine): boolean {
    if (mark === 'begin') {
      // A card inside begins behind `AGENT:`.
      if (this.depth === 0 && this.last?.name !== 'AGENT') return false;
      this.depth++;
    } else if (mark === 'end') {
      if (this.depth === 0) return false;
      this.depth--;
    } else if (this.depth === 0) this.add(line);
    return true;
  }

  finished(broken?: 'unreadable' | 'too-long'): RawCard {
    const fault = broken ?? (this.count > MAX_LINES ? ('too-long' as const) : undefined);
    const { place, properties, unread } = this;
    if (!fault) return { place, properties, unread, lines: [] };
    const lines = this.kept.map(({ head, body }) => head + decodedText(body, undefined, this.home));
    return { place, properties, unread, lines: ['BEGIN:VCARD', ...lines], fault };
  }

  private add(line: LogicalLine): void {
    if (++this.count > MAX_LINES) return;
    if (this.kept.length < KEPT) this.kept.push(line);
    const read = line.head.endsWith(':') ? readHead(line.head.slice(0, -1)) : undefined;
    // Old phones break pictures into lines without a blank in front.
    if (!read && isBase64(this.last)) return;
    if (!read) return void this.unread.push('?');
    this.last = read;
    if (line.isTooLong) this.unread.push(read.name);
    else this.properties.push({ ...read, value: valueOf(read, line.body, this.home) });
  }
}

function isBase64(head: ContentHead | undefined): boolean {
  return /^b(?:ase64)?$/i.test(head?.params.get('ENCODING')?.[0] ?? '');
}

function valueOf({ params }: ContentHead, body: Uint8Array, home: string): string {
  const isQuoted = /^quoted-printable$/i.test(params.get('ENCODING')?.[0] ?? '');
  return decodedText(isQuoted ? fromQuotedPrintable(body) : body, params.get('CHARSET')?.[0], home);
}
