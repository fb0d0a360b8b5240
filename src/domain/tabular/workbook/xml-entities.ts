/** The five entities of XML. */
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** XML text with its five entities and numbered characters decoded, and line ends as XML has them. Others stay as they are. */
export function decodeXml(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!lines.includes('&')) return lines;
  return lines.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, decimal, hex, name) => {
    // Safe: a group that did not take part is undefined, and each of them is text otherwise.
    const [number, letters] = [(decimal ?? hex) as string | undefined, name as string | undefined];
    if (letters !== undefined) return NAMED[letters] ?? whole;
    return number === undefined ? whole : characterOf(parseInt(number, decimal === undefined ? 16 : 10));
  });
}

/** The character of a number; a mark for what is none, among them halves of characters and 0. */
export function characterOf(code: number): string {
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\uFFFD';
}
