/** One property of a vCard or an iCalendar object: `group.NAME;PARAM=a,b:value`. */
export interface ContentHead {
  readonly group?: string;
  /** Upper case. */
  readonly name: string;
  /** By upper-case name. Bare ones, as vCard 2.1 has them, are under TYPE. Quotes and commas are resolved. */
  readonly params: ReadonlyMap<string, readonly string[]>;
}

const LINE = 75;
const MAX_PARAMS = 50;
const NAME = /^[A-Za-z0-9-]{1,64}$/;
/** What 2.1 writes without `ENCODING=`. */
const BARE_ENCODING = /^(?:quoted-printable|base64|8bit|7bit)$/i;

/** A text value: commas, semicolons and backslashes marked, line breaks as `\n`. */
export function escapedText(text: string): string {
  return text.replace(/[\\,;]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');
}

/** The inverse of {@link escapedText}. A backslash before anything else stands for itself. */
export function unescapedText(text: string): string {
  return text.replace(/\\([\\,;:nN])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}

/** The parts of a value between the signs that are not marked, each still marked. @example splitValue('a\\;b;c', ';') // ['a\\;b', 'c'] */
export function splitValue(value: string, sign: ';' | ','): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i < value.length; i++) {
    if (value[i] === '\\') i++;
    else if (value[i] === sign) {
      parts.push(value.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, value.slice(start)];
}

/** The line with its CRLF; what is longer than 75 bytes goes on behind a blank, and no character is cut. */
export function foldedLine(line: string): string {
  let text = '';
  let bytes = 0;
  for (const char of line) {
    const size = bytesOf(char);
    if (bytes + size > LINE) {
      text += '\r\n ';
      bytes = 1;
    }
    text += char;
    bytes += size;
  }
  return `${text}\r\n`;
}

/** In UTF-8. */
function bytesOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** What stands before the colon. @returns undefined when that is no property. */
export function readHead(head: string): ContentHead | undefined {
  const [first = '', ...rest] = splitOutsideQuotes(head, ';');
  const dot = first.lastIndexOf('.');
  const name = first.slice(dot + 1).trim();
  if (!NAME.test(name)) return undefined;
  const params = new Map<string, string[]>();
  for (const text of rest.slice(0, MAX_PARAMS)) {
    const equals = text.indexOf('=');
    const bare = BARE_ENCODING.test(text.trim()) ? 'ENCODING' : 'TYPE';
    const key = equals < 0 ? bare : text.slice(0, equals).trim().toUpperCase();
    const values = splitOutsideQuotes(text.slice(equals + 1), ',').flatMap((one) => unquoted(one).split(','));
    params.set(key, [...(params.get(key) ?? []), ...values.map((one) => one.trim())]);
  }
  return { ...(dot > 0 ? { group: first.slice(0, dot).toLowerCase() } : {}), name: name.toUpperCase(), params };
}

function splitOutsideQuotes(text: string, sign: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    else if (text[i] === sign && !quoted) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)];
}

function unquoted(text: string): string {
  return text.replaceAll('"', '');
}
