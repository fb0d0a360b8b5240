import { describe, expect, it } from 'vitest';
import { detectEncoding, type Encoding } from '@/src/domain/tabular/text/encoding';
import { utf8 } from '@/test/support/tabular';

const TEXT = '客户,日期,金额\n甲公司,2024-01-05,12.50\n"乙,丙",2024-01-06,7\n';
const bytes = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const utf16 = (text: string, little: boolean): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((char) => {
      const unit = char.charCodeAt(0);
      return little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
    }),
  );
const withBom = (bom: number[], rest: Uint8Array): Uint8Array => Uint8Array.from([...bom, ...rest]);
/** 客户,金额 and 甲,12 in GB18030. */
const GBK = bytes('bfcdbba72cbdf0b6ee0abcd72c31320a');

describe('detectEncoding', () => {
  it.each<[string, Uint8Array, Encoding]>([
    ['ASCII', utf8('a,b\n1,2\n'), 'utf-8'],
    ['UTF-8', utf8(TEXT), 'utf-8'],
    ['UTF-8 cut inside a character', utf8(TEXT).subarray(0, 4), 'utf-8'],
    ['UTF-8 with one damaged byte', Uint8Array.from([...utf8(TEXT), 0xff, 0x0a]), 'utf-8'],
    ['UTF-8 with a byte order mark', withBom([0xef, 0xbb, 0xbf], utf8(TEXT)), 'utf-8'],
    ['UTF-16 little endian with a mark', withBom([0xff, 0xfe], utf16(TEXT, true)), 'utf-16le'],
    ['UTF-16 big endian with a mark', withBom([0xfe, 0xff], utf16(TEXT, false)), 'utf-16be'],
    ['UTF-16 little endian without one', utf16(TEXT, true), 'utf-16le'],
    ['UTF-16 big endian without one', utf16(TEXT, false), 'utf-16be'],
    ['GB18030', GBK, 'gb18030'],
    ['GB18030 cut inside a character', GBK.subarray(0, 3), 'gb18030'],
    // 客戶名稱,日期,金額 · 台北商行
    ['Big5', bytes('abc8a4e1a657bad92ca4e9b4c12caac3c3420aa578a55fb0d3a6e60a'), 'big5'],
    // 得意先,日付,金額 · 東京商会
    ['Shift-JIS', bytes('93be88d390e62c93fa95742c8be08a7a0a938c8b9e8fa489ef0a'), 'shift_jis'],
    [
      'Windows-1252',
      Uint8Array.from([...'K\u00FCnstler;M\u00FCnchen;Stra\u00DFe'].map((c) => c.charCodeAt(0))),
      'windows-1252',
    ],
    ['Windows-1252 with a euro sign', Uint8Array.from([...utf8('Preis '), 0x80, ...utf8(' 5\n')]), 'windows-1252'],
    ['nothing', new Uint8Array(0), 'utf-8'],
  ])('knows %s', (_, given, encoding) => {
    expect(detectEncoding(given)).toBe(encoding);
  });
});
