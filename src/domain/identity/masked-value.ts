const MASK = /[*＊•●]+|(?<=\d)[xX]{2,}(?=\d|$)/g;
const LIMIT = 320;

/**
 * Whether a value was made unreadable in part by its source: `138****0101`, `w***@acme.cn`, `王*`. It fills an empty field,
 * but never replaces or joins a value that it may stand for.
 */
export function isMasked(value: string): boolean {
  return value.slice(0, LIMIT).search(MASK) >= 0;
}

/**
 * Whether `full` may be what `masked` hides. Blanks, dashes, brackets, and a country code in place of
 * the leading 0 are passed over.
 * @example mayHide('138****0101', '+8613855550101') // true
 */
export function mayHide(masked: string, full: string): boolean {
  if (!isMasked(masked) || isMasked(full)) return false;
  const [head = '', ...rest] = bare(masked)
    .split(MASK)
    .map((part) => part ?? '');
  const tail = rest.at(-1) ?? '';
  const text = bare(full);
  return [head, head.replace(/^0/, '')].some((front) => {
    const from = text.indexOf(front);
    const isAhead = from === 0 || /^\d{1,3}$/.test(text.slice(0, Math.max(0, from)));
    return from >= 0 && isAhead && text.endsWith(tail) && text.length >= from + front.length + tail.length;
  });
}

function bare(value: string): string {
  return value
    .slice(0, LIMIT)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()+.-]/g, (sign) => (sign === '.' ? '.' : ''));
}
