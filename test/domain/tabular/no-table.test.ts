import { describe, expect, it } from 'vitest';
import { looksLikeNoTable } from '@/src/domain/tabular/no-table';
import { encoded } from '@/test/support/encoded';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const SALES = '客户,日期,金额\n青禾岭泵业,2026-01-05,100.50\n渡口书屋,2026-01-06,8.00\n山间茶铺,2026-01-07,9\n';

describe('a file that holds no table', () => {
  it.each<[string, string]>([
    ['a PNG', '\u0089PNG\r\n\u001a\n'],
    ['a JPEG', 'ÿØÿà'],
    ['a GIF', 'GIF89a'],
    ['a TIFF', 'II*\0'],
    ['a TIFF of the other end', 'MM\0*'],
    ['a WEBP', 'RIFF\u0010\0\0\0WEBPVP8 '],
    ['a film', '\0\0\0\u0018ftypmp42'],
    ['a PDF', '%PDF-1.7\n'],
    ['an RTF', '{\\rtf1'],
    ['sound', 'ID3\u0004'],
    ['sound in OGG', 'OggS'],
    ['a 7z archive', '7z¼¯\u0027\u001c'],
    ['a RAR archive', 'Rar!\u001a'],
    ['a program for Windows', 'MZ\u0090\0'],
    ['a program for Linux', '\u007fELF'],
    ['a database', 'SQLite format 3\0'],
  ])('is known by its first bytes: %s', (_, signature) => {
    expect(looksLikeNoTable(bytes(signature))).toBe(true);
    expect(looksLikeNoTable(bytes(`${signature}${'a,b\n'.repeat(50)}`))).toBe(true);
    expect(looksLikeNoTable(bytes(`x${signature}`))).toBe(false);
  });

  it('is known by control characters that no text has', () => {
    const noise = Array.from({ length: 200 }, (_, i) => String.fromCharCode((i * 37) % 256)).join('');

    expect(looksLikeNoTable(bytes(noise))).toBe(true);
    expect(looksLikeNoTable(bytes(noise.slice(0, 63)))).toBe(false);
  });
});

describe('a file that may hold a table', () => {
  it.each<[string, Uint8Array]>([
    ['nothing at all', new Uint8Array()],
    ['text in UTF-8', new TextEncoder().encode(SALES)],
    ['text in GB18030', encoded(SALES, 'gb18030')],
    [
      'text in UTF-16',
      Uint8Array.from(
        `\uFEFF${SALES}`.split('').flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]),
      ),
    ],
    [
      'UTF-16 without its mark',
      Uint8Array.from(
        'a,b\nc,1\n'
          .repeat(20)
          .split('')
          .flatMap((char) => [char.charCodeAt(0), 0]),
      ),
    ],
    ['text padded with NUL', bytes(`${SALES.replaceAll(/[^\n -~]/g, 'x')}${'\0'.repeat(40)}`)],
    ['a ZIP, which workbooks are', bytes(`PK\u0003\u0004${'\u0003\u0004\u0005'.repeat(50)}`)],
    ['gzip', bytes(`\u001f\u008b${'\u0003\u0004\u0005'.repeat(50)}`)],
    ['a workbook of the old kind', bytes(`\u00d0\u00cf\u0011à${'\u0003\u0004\u0005'.repeat(50)}`)],
    ['a column that begins with words like a signature', bytes('GIF,PDF\n1,2\n')],
  ])('is left to the readers: %s', (_, first) => {
    expect(looksLikeNoTable(first)).toBe(false);
  });
});
