import { decodeHtml } from './html-entities';

/** What stands next to each other in a document. Names are in lower case. */
export interface HtmlHandler {
  /** @param tag all of it, without `<` and `>`. */
  open(name: string, tag: string): void;
  close(name: string): void;
  /** Entities are decoded, blanks are as they stand. */
  text(text: string): void;
}

/** Elements whose content is no text of the document. */
const OPAQUE = new Set(['script', 'style', 'title', 'textarea', 'xml', 'noscript', 'select', 'template']);
/** So far into a tag a `<` within quotes is taken for a part of a value. */
const QUOTED = 256;

/**
 * Walks HTML as it is found in the wild: nothing needs to be closed or quoted. Comments, scripts and styles are passed
 * over. A `<` that begins no tag is text. What has no end goes on to the end of the document.
 */
export function walkHtml(text: string, handler: HtmlHandler): void {
  let done = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const end = isMarkup(text.charCodeAt(at + 1)) ? markupEnd(text, at) : at;
    if (end === at) {
      at++;
      continue;
    }
    if (at > done) handler.text(decodeHtml(text.slice(done, at)));
    done = tell(text, { at, end }, handler);
    at = done;
  }
  if (done < text.length) handler.text(decodeHtml(text.slice(done)));
}

/** A letter, `/`, `!` or `?`. */
function isMarkup(code: number): boolean {
  const letter = code | 32;
  return (letter >= 97 && letter <= 122) || code === 47 || code === 33 || code === 63;
}

/** Behind the tag or comment at a `<`; the same place when it is none after all. */
function markupEnd(text: string, at: number): number {
  if (text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at + 4);
    return close === -1 ? text.length : close + 3;
  }
  const end = tagEnd(text, at, true);
  // A quote that is never closed is no quote.
  return end === at ? tagEnd(text, at, false) : end;
}

/** Behind the `>` of a tag; the same place when there is none before the next tag. So all tags together take one walk. */
function tagEnd(text: string, at: number, withQuotes: boolean): number {
  let quote = 0;
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 60 && (quote === 0 || i - at > QUOTED)) return at;
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return i + 1;
    // Only a quote behind `=` opens a value: O'Brien in a broken tag does not swallow the table.
    else if (withQuotes && (code === 34 || code === 39) && text.charCodeAt(i - 1) === 61) quote = code;
  }
  return at;
}

/** Tells the handler of a tag. Where to go on. */
function tell(text: string, { at, end }: { at: number; end: number }, handler: HtmlHandler): number {
  const isClosing = text.charCodeAt(at + 1) === 47;
  const name = nameAt(text, isClosing ? at + 2 : at + 1);
  if (isClosing) handler.close(name);
  else if (OPAQUE.has(name) && text.charCodeAt(end - 2) !== 47) return behindOpaque(text, end, name);
  else if (name !== '') handler.open(name, text.slice(at + 1, end - 1));
  return end;
}

function nameAt(text: string, start: number): string {
  let end = start;
  for (let code = text.charCodeAt(end) | 32; code >= 97 && code <= 122; code = text.charCodeAt(++end) | 32);
  // Of `<h1>` and `<o:p>` the first letters are enough.
  return text.slice(start, end).toLowerCase();
}

/** Behind the end tag, or behind everything. What follows is passed over either way. */
function behindOpaque(text: string, start: number, name: string): number {
  for (let at = text.indexOf('</', start); at !== -1; at = text.indexOf('</', at + 2)) {
    if (nameAt(text, at + 2) !== name) continue;
    const end = text.indexOf('>', at);
    return end === -1 ? text.length : end + 1;
  }
  return text.length;
}

/** The value of an attribute of a tag, decoded; undefined when it has none of that name. */
export function htmlAttribute(tag: string, name: string): string | undefined {
  const lower = tag.toLowerCase();
  for (let at = lower.indexOf(name); at !== -1; at = lower.indexOf(name, at + 1)) {
    const before = lower.charCodeAt(at - 1);
    const [, value] = /^\s{0,9}=\s{0,9}("[^"]*"|'[^']*'|[^\s"'>]+)/.exec(tag.slice(at + name.length)) ?? [];
    if (value !== undefined && (before <= 32 || before === 34 || before === 39))
      return decodeHtml(value.replace(/^["']|["']$/g, ''));
  }
  return undefined;
}
