import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, compareCodePoints, foldKey } from '@/src/kernel/text';

const text = fc.string({ unit: 'binary' });

describe('foldKey', () => {
  it.each([
    ['  Acme  GmbH ', 'Acme GmbH'],
    ['ＡＢＣ１２３', 'ABC123'],
    ['上海　华源', '上海 华源'],
    ['acme', 'acme'],
    ['', ''],
  ])('%j becomes %j', (given, expected) => {
    expect(foldKey(given)).toBe(expected);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(text, (s) => {
        expect(foldKey(foldKey(s))).toBe(foldKey(s));
      }),
    );
  });
});

describe('compareCodePoints', () => {
  it('puts U+FB01 before U+20BB7, where the < of JavaScript does not', () => {
    const [astral = '', ligature = ''] = ['𠮷', 'ﬁ'];

    expect(astral < ligature).toBe(true);
    expect(compareCodePoints(astral, ligature)).toBeGreaterThan(0);
  });

  it('is the order of the lists of code points', () => {
    const byCodePoint = (a: string, b: string): number => {
      const x = [...a].map((c) => c.codePointAt(0) ?? 0);
      const y = [...b].map((c) => c.codePointAt(0) ?? 0);
      const i = x.findIndex((point, index) => point !== y[index]);
      return i < 0 ? x.length - y.length : i >= y.length ? 1 : (x[i] ?? 0) - (y[i] ?? 0);
    };
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(byCodePoint(a, b)));
      }),
    );
  });
});

describe('cleanLine', () => {
  it('removes what is invisible or turns the text around', () => {
    expect(cleanLine('a\u202Eb\u200Bc\u0007\n d', 50)).toBe('abc d');
  });

  it('never gives more than the limit', () => {
    fc.assert(
      fc.property(text, fc.nat(40), (s, limit) => {
        expect(cleanLine(s, limit).length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
