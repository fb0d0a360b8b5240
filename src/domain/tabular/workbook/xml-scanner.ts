import { at } from '@/src/kernel/assert';
import { decodeXml } from './xml-entities';
import { WorkbookFault } from './workbook-fault';

/** Told of a document in its order. Names come without their prefix. An empty element is opened and closed. */
export interface XmlHandler {
  /** Whether texts are wanted at this place; others are passed over. */
  wantsText: boolean;
  /** @param tag gives the attributes, during this call only. */
  open(name: string, tag: XmlScanner): void;
  close(name: string): void;
  /** Entities are decoded. One text may come in several parts. */
  text(text: string): void;
  /**
   * May take a whole element at once instead of being told of it, where nothing in `text` has to be decoded.
   * @param start of its `<`. @returns the place behind the element, all of which has come; -1 to be told of it.
   */
  take?(text: string, start: number): number;
}

/** Characters of one tag or text. A cell holds 32,767. */
const LONGEST = 4 << 20;
const DEEPEST = 128;
const MOST_ATTRIBUTES = 512;

const NO_TAG = 'a tag that is none';

const QUOTE = 34;
const APOSTROPHE = 39;
const COLON = 58;
const SLASH = 47;
const EQUALS = 61;
const GREATER = 62;

/**
 * Reads XML as it comes, in pieces cut anywhere. No document type, so no entities but the five and the numbered ones; no
 * names but local ones; well-formed enough that nothing of it can be missing.
 * @throws WorkbookFault `damaged` from `write` or `end`.
 */
export class XmlScanner {
  private readonly handler: XmlHandler;
  private buffer = '';
  /** Of the elements that are open. */
  private readonly names: string[] = [];
  /** Whether the buffer has nothing to decode, as most have not. */
  private isPlain = true;
  /** Of each attribute of the present tag: start and end of its name without prefix, start and end of its value. */
  private readonly spots: number[] = [];
  private attributes = 0;

  constructor(handler: XmlHandler) {
    this.handler = handler;
  }

  write(piece: string): void {
    this.buffer = this.buffer === '' ? piece : this.buffer + piece;
    const handler = this.handler;
    const text = this.buffer;
    this.isPlain = !text.includes('&') && !text.includes('\r');
    let done = 0;
    for (let tag = text.indexOf('<'); tag !== -1; tag = text.indexOf('<', done)) {
      if (tag > done && handler.wantsText) handler.text(this.decoded(done, tag));
      done = tag;
      const taken = this.isPlain && handler.take ? handler.take(text, tag) : -1;
      const end = taken === -1 ? this.markup(tag) : taken;
      if (end === -1) break;
      done = end;
    }
    this.buffer = done === 0 ? text : text.slice(done);
    if (this.buffer.length > LONGEST) throw new WorkbookFault('damaged', 'a tag or a text without end');
  }

  end(): void {
    if (this.names.length > 0 || this.buffer.trim() !== '')
      throw new WorkbookFault('damaged', 'XML ends in the middle');
  }

  /** Undefined when the tag has no such attribute. The name is given without prefix. */
  attribute(name: string): string | undefined {
    const { buffer, spots } = this;
    const first = name.charCodeAt(0);
    for (let i = 0; i < this.attributes * 4; i += 4) {
      const start = at(spots, i);
      if (at(spots, i + 1) - start !== name.length || buffer.charCodeAt(start) !== first) continue;
      if (name.length === 1 || buffer.startsWith(name, start)) return this.decoded(at(spots, i + 2), at(spots, i + 3));
    }
    return undefined;
  }

  private decoded(start: number, end: number): string {
    const text = this.buffer.slice(start, end);
    return this.isPlain ? text : decodeXml(text);
  }

  /** Handles what begins at a `<`. The place behind it, or -1 when its end has not come yet. */
  private markup(start: number): number {
    switch (this.buffer.charCodeAt(start + 1)) {
      case SLASH:
        return this.closing(start + 2);
      case 33:
        return this.declaration(start);
      case 63:
        return this.after('?>', start + 2);
      default:
        return this.opening(start + 1);
    }
  }

  private closing(start: number): number {
    const { buffer } = this;
    const end = buffer.indexOf('>', start);
    if (end === -1) return -1;
    const name = this.names.pop();
    if (name === undefined) throw new WorkbookFault('damaged', 'XML closes what was not open');
    // The prefix is not looked at. Blanks before the end are rare.
    const isSame = buffer.startsWith(name, end - name.length) || buffer.slice(start, end).trimEnd().endsWith(name);
    if (!isSame) throw new WorkbookFault('damaged', `XML closes something other than ${name}`);
    this.handler.close(name);
    return end + 1;
  }

  private declaration(start: number): number {
    const { buffer, handler } = this;
    if (buffer.startsWith('<!--', start)) return this.after('-->', start + 4);
    if (buffer.startsWith('<![CDATA[', start)) {
      const end = this.after(']]>', start + 9);
      if (end !== -1 && handler.wantsText) handler.text(buffer.slice(start + 9, end - 3));
      return end;
    }
    if (buffer.length - start >= 9) throw new WorkbookFault('damaged', 'XML with a document type');
    return -1;
  }

  private after(mark: string, from: number): number {
    const end = this.buffer.indexOf(mark, from);
    return end === -1 ? -1 : end + mark.length;
  }

  private opening(start: number): number {
    const nameEnd = this.nameEnd(start);
    const at = this.attributesFrom(nameEnd);
    if (at === -1) return -1;
    const isEmpty = this.buffer.charCodeAt(at) === SLASH;
    const end = isEmpty ? at + 1 : at;
    if (end >= this.buffer.length) return -1;
    if (nameEnd === start || this.buffer.charCodeAt(end) !== GREATER) throw new WorkbookFault('damaged', NO_TAG);
    this.tell(this.localName(start, nameEnd), isEmpty);
    return end + 1;
  }

  private nameEnd(start: number): number {
    let at = start;
    while (isNameCode(this.buffer.charCodeAt(at))) at++;
    return at;
  }

  /** Takes down every attribute. Where the `>` or `/` behind them is, or -1 when it has not come yet. */
  private attributesFrom(start: number): number {
    this.attributes = 0;
    for (let at = this.behindBlanks(start); at !== -1; at = this.behindBlanks(at)) {
      const code = this.buffer.charCodeAt(at);
      if (code === GREATER || code === SLASH) return at;
      at = this.attributeAt(at);
      if (at === -1) break;
    }
    return -1;
  }

  private tell(name: string, isEmpty: boolean): void {
    this.handler.open(name, this);
    if (isEmpty) this.handler.close(name);
    else if (this.names.push(name) > DEEPEST) throw new WorkbookFault('damaged', 'XML is nested too deep');
  }

  /** Takes down where an attribute stands. The place behind it, or -1 when its end has not come yet. */
  private attributeAt(start: number): number {
    const { buffer, spots } = this;
    let name = start;
    let nameEnd = start;
    for (let code = buffer.charCodeAt(nameEnd); isNameCode(code); code = buffer.charCodeAt(++nameEnd))
      if (code === COLON) name = nameEnd + 1;
    const isTight = buffer.charCodeAt(nameEnd) === EQUALS && buffer.charCodeAt(nameEnd + 1) === QUOTE;
    const value = isTight ? nameEnd + 2 : this.valueStart(nameEnd);
    if (value === -1) return -1;
    const end = this.valueEnd(value);
    if (end === -1) return -1;
    if (nameEnd === name) throw new WorkbookFault('damaged', NO_TAG);
    if (this.attributes >= MOST_ATTRIBUTES) throw new WorkbookFault('damaged', 'too many attributes');
    const spot = this.attributes++ * 4;
    spots[spot] = name;
    spots[spot + 1] = nameEnd;
    spots[spot + 2] = value;
    spots[spot + 3] = end;
    return end + 1;
  }

  private valueEnd(start: number): number {
    const quote = this.buffer.charCodeAt(start - 1);
    if (quote === QUOTE) return this.buffer.indexOf('"', start);
    if (quote === APOSTROPHE) return this.buffer.indexOf("'", start);
    throw new WorkbookFault('damaged', NO_TAG);
  }

  /** Behind the sign that should be a quote, after a `=`. */
  private valueStart(nameEnd: number): number {
    const equals = this.behindBlanks(nameEnd);
    if (equals === -1) return -1;
    if (this.buffer.charCodeAt(equals) !== EQUALS) throw new WorkbookFault('damaged', NO_TAG);
    const quote = this.behindBlanks(equals + 1);
    return quote === -1 ? -1 : quote + 1;
  }

  /** The next sign that is no blank, or -1 when none has come yet. */
  private behindBlanks(start: number): number {
    let at = start;
    while (isBlank(this.buffer.charCodeAt(at))) at++;
    return at < this.buffer.length ? at : -1;
  }

  private localName(start: number, end: number): string {
    return this.buffer.slice(this.localStart(start, end), end);
  }

  /** Behind the prefix of a name. */
  private localStart(start: number, end: number): number {
    let from = start;
    for (let i = start; i < end; i++) if (this.buffer.charCodeAt(i) === COLON) from = i + 1;
    return from;
  }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** Whatever does not end a name. NaN, behind the end of the buffer, does. */
function isNameCode(code: number): boolean {
  return code > 32 && code !== GREATER && code !== SLASH && code !== EQUALS && code !== 60;
}
