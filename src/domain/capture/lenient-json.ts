const WRAPPERS_BEFORE = /^(?:\s|\uFEFF|<!--|\/\*\s{0,9}<!\[CDATA\[\s{0,9}\*\/|\/\/<!\[CDATA\[|<!\[CDATA\[)+/;
const WRAPPERS_AFTER = /(?:\s|-->|\/\*\s{0,9}\]\]>\s{0,9}\*\/|\/\/\]\]>|\]\]>|;)+$/;
/** Wrappers are short: looking at more than the ends would cost time on hostile text. */
const ENDS = 200;

/**
 * JSON as sites really write it: in CDATA or HTML comments, with comments, raw control characters, trailing commas.
 * @returns undefined when it cannot be read even so.
 */
export function parseLeniently(text: string): unknown {
  const bare = unwrapped(text);
  for (const attempt of [() => bare, () => mended(mended(bare)), () => mended(mended(text))]) {
    try {
      return JSON.parse(attempt());
    } catch {
      // Not JSON as it stands; the next attempt is milder, and after the last the block says nothing.
    }
  }
  return undefined;
}

function unwrapped(text: string): string {
  const head = text.slice(0, ENDS).replace(WRAPPERS_BEFORE, '');
  const whole = head + text.slice(ENDS);
  return whole.slice(0, -ENDS) + whole.slice(-ENDS).replace(WRAPPERS_AFTER, '');
}

/** Outside strings: comments and trailing commas dropped. Inside: raw control characters made blanks. One pass. */
function mended(text: string): string {
  const out: string[] = [];
  let kept = 0;
  const dropTo = (from: number, to: number): number => {
    out.push(text.slice(kept, from));
    kept = to;
    return to;
  };
  for (let i = 0; i < text.length;) {
    const char = text[i];
    if (char === '"') i = endOfString(text, i);
    else if (COMMENT_STARTS.some((start) => text.startsWith(start, i))) i = dropTo(i, endOfComment(text, i));
    else if (char === ',' && /^,\s{0,1000}[}\]]/.test(text.slice(i, i + 1002))) i = dropTo(i, i + 1);
    else i++;
  }
  out.push(text.slice(kept));
  return out.join('').replace(/[\u0000-\u001F]/g, ' ');
}

function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return i + 1;
}

const COMMENT_STARTS = ['//', '/*', '<!--'];
const COMMENT_ENDS: Readonly<Record<string, string>> = { '//': '\n', '/*': '*/', '<!': '-->' };

function endOfComment(text: string, start: number): number {
  const close = COMMENT_ENDS[text.slice(start, start + 2)] ?? '\n';
  const end = text.indexOf(close, start + 2);
  return end < 0 ? text.length : end + (close === '\n' ? 0 : close.length);
}
