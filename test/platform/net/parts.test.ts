import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAfter } from '@/src/platform/net/host-pace';
import { decodePage } from '@/src/platform/net/page-charset';
import { encoded, utf16 } from '@/test/support/encoded';
import { runs } from '@/test/support/runs';

const NOW = Date.UTC(2026, 10, 21, 9, 0, 0);

describe('how long a server wants to be left alone', () => {
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Sat, 21 Nov 2026 09:00:30 GMT', 30_000],
    ['Sat, 21 Nov 2020 09:00:30 GMT', 0],
    ['999999999', 3_600_000],
    ['soon', 60_000],
    ['-5', 0],
    [null, 60_000],
  ])('%s', (header, ms) => {
    expect(retryAfter(header, NOW)).toBe(ms);
  });
});

describe('the encoding of a page', () => {
  const page = (head: string, text: string): string => `<html><head>${head}</head><p>${text}</p></html>`;
  const PHONE = '联系电话：上海市浦东新区世纪大道，欢迎来电洽谈合作';
  const TAIWAN = '聯絡電話：臺北市信義區，歡迎來電洽談合作事宜';
  const JAPAN = 'お問い合わせ：東京都千代田区までご連絡ください';
  it.each([
    ['the header', page('', PHONE), 'gb18030', 'text/html; charset=GBK', PHONE],
    ['the header in quotes', page('', PHONE), 'gb18030', 'text/html;Charset="gb2312"', PHONE],
    ['the header before the page', page('<meta charset="utf-8">', PHONE), 'gb18030', 'text/html; charset=gbk', PHONE],
    ['the page', page('<meta charset=gbk>', PHONE), 'gb18030', 'text/html', PHONE],
    [
      'the page in the old way',
      page('<meta http-equiv="Content-Type" content="text/html; charset=big5">', TAIWAN),
      'big5',
      '',
      TAIWAN,
    ],
    ['an XML declaration', `<?xml version="1.0" encoding="Shift_JIS"?>${page('', JAPAN)}`, 'shift_jis', '', JAPAN],
    [
      'the page, where the header names nonsense',
      page('<meta charset="big5">', TAIWAN),
      'big5',
      'text/html; charset=klingon',
      TAIWAN,
    ],
    ['its bytes, in mainland China', page('', PHONE.repeat(8)), 'gb18030', 'text/html', PHONE],
    ['its bytes, in Taiwan', page('', TAIWAN.repeat(8)), 'big5', 'text/html', TAIWAN],
    ['its bytes, in Japan', page('', JAPAN.repeat(8)), 'shift_jis', 'text/html', JAPAN],
    [
      'a comment does not count',
      page('<!-- <meta charset="big5"> --><meta charset="gbk">', PHONE),
      'gb18030',
      '',
      PHONE,
    ],
  ] as const)('by %s', (...[, text, encoding, type, expected]) => {
    expect(decodePage(encoded(text, encoding), type)).toContain(expected);
  });

  it.each([
    ['a byte order mark before all', '\uFEFF<p>联系</p>', 'text/html; charset=gbk'],
    ['UTF-8 that nobody names', '<p>联系我们 Müller</p>', ''],
    ['a page in UTF-8 that says UTF-16', '<meta charset="utf-16"><p>联系</p>', ''],
  ])('by %s', (_, text, type) => {
    expect(decodePage(new TextEncoder().encode(text), type)).toContain('联系');
  });

  it('by the mark of UTF-16', () => {
    expect(decodePage(new Uint8Array([0xff, 0xfe, ...utf16('<p>联系</p>', 'le')]), '')).toContain('联系');
  });

  it('never fails, whatever the bytes', () => {
    const bytes = fc.uint8Array({ maxLength: 500 });
    fc.assert(
      fc.property(bytes, fc.string({ maxLength: 60 }), (body, type) => {
        expect(typeof decodePage(body, type)).toBe('string');
      }),
      { seed: 5, ...runs(100, 3000) },
    );
  });
});
