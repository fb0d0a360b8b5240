export type Container = 'xlsx' | 'xls' | 'html' | 'xml-spreadsheet' | 'gzip' | 'text';

/** Bytes looked at; a caller needs to give no more. */
export const CONTAINER_SAMPLE = 16 * 1024;

/**
 * What a file is by its content. The name plays no part: half of what is called .xls is something else.
 *
 * `xlsx` is any ZIP, `xls` any OLE container or bare BIFF; what is in it shows when it is read. Byte order marks and
 * blanks before the first tag are passed over, UTF-16 is seen through. No bytes: `text`.
 *
 * @example containerOf(new TextEncoder().encode('<table><tr><td>客户')) // 'html'
 */
export function containerOf(first: Uint8Array): Container {
  if (isLike(first, [0x50, 0x4b, 3, 4]) || isLike(first, [0x50, 0x4b, 5, 6])) return 'xlsx';
  if (isLike(first, OLE) || isBareBiff(first)) return 'xls';
  if (isLike(first, [0x1f, 0x8b])) return 'gzip';
  const text = asciiOf(first.subarray(0, CONTAINER_SAMPLE));
  return text.startsWith('<') ? ofMarkup(text) : 'text';
}

/** How every OLE container begins. */
export const OLE: readonly number[] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Whether the bytes begin so. */
export function isLike(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, i) => bytes[i] === byte);
}

/** Excel 2 to 4 wrote its records without a container; Excel 5 could. */
function isBareBiff(bytes: Uint8Array): boolean {
  const [first, version = 255, length = 0, zero] = bytes;
  return first === 9 && [0, 2, 4, 8].includes(version) && length >= 4 && length <= 16 && zero === 0;
}

/** Letters below 128 in lower case from the first that is no blank on. Zeros go, which leaves the text of UTF-16. */
function asciiOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    if (byte === 0) continue;
    if (byte < 128 && !(text === '' && byte <= 32)) text += String.fromCharCode(byte);
    else if (text === '' && byte >= 128 && !BOM.has(byte)) return '';
  }
  return text.toLowerCase();
}

const BOM = new Set([0xef, 0xbb, 0xbf, 0xff, 0xfe]);

const HTML_START =
  /^<(?:!doctype html|html|head|meta|title|style|script|link|body|table|thead|tbody|tr|div|center|font|form|p|h\d|br|b|span)[\s/>]/;

function ofMarkup(text: string): Container {
  if (HTML_START.test(text)) return 'html';
  if (text.startsWith('<?') || text.startsWith('<!--') || /^<[\w:]*workbook\b/.test(text)) {
    if (text.includes('urn:schemas-microsoft-com:office:spreadsheet') && /<[\w:]*workbook\b/.test(text))
      return text.includes('<html') ? 'html' : 'xml-spreadsheet';
    return /<(?:html|head|body|table)\b/.test(text) ? 'html' : 'text';
  }
  return 'text';
}
