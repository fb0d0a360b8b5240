import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, textsOf } from '@/src/domain/tabular/columns/byte-texts';
import { TextColumn } from '@/src/domain/tabular/columns/column';
import { areLong, holds, markedCodes, noneMatches } from '@/src/domain/tabular/columns/marked-codes';
import { LATIN_TOTAL, isTotalWord } from '@/src/domain/tabular/total-words';
import { areSurelyWhole, looksDamaged } from '@/src/domain/tabular/values/damaged-ids';
import { isMissing, LONGEST_MISSING } from '@/src/domain/tabular/values/missing-values';
import { runs } from '@/test/support/runs';

/** A column as it is read from a file. */
function stored(values: readonly string[]): TextColumn {
  return new TextColumn(new Int32Array(values.length), { ...bytesOf(values), encoding: 'utf-8' });
}

const words =
  'Total|grand total|Acme Total|sub-total|Summe|-|N/A|null| - |合计|SO-000001|1.2E+17|123456789012345000'.split('|');
const values = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 24 })), {
  maxLength: 8,
});

describe('values that are ruled out over their bytes', () => {
  it('are those, and only those, for which nothing holds', () => {
    fc.assert(
      fc.property(values, (list) => {
        const naive = (test: (value: string) => boolean): number[] => list.map((value) => (test(value) ? 1 : 0));
        expect([...markedCodes(stored(list), isMissing, (texts) => areLong(texts, LONGEST_MISSING))]).toEqual(
          naive(isMissing),
        );
        expect([...markedCodes(stored(list), isTotalWord, (texts) => noneMatches(texts, LATIN_TOTAL))]).toEqual(
          naive(isTotalWord),
        );
        const isName = (value: string): boolean => value.trim() === 'Total';
        expect([...markedCodes(stored(list), isName, (texts) => !holds(texts, 'Total'))]).toEqual(naive(isName));
        if (areSurelyWhole(bytesOf(list))) expect(looksDamaged(list)).toBe(0);
      }),
      { ...runs(300, 5000), seed: 17 },
    );
  });

  it('are not looked at as strings', () => {
    const asked: string[] = [];
    const marked = markedCodes(
      stored(['SO-000001', 'SO-000002']),
      (value) => asked.push(value) > 0,
      (texts) => areLong(texts, LONGEST_MISSING),
    );

    expect([...marked]).toEqual([0, 0]);
    expect(asked).toEqual([]);
  });
});

describe('texts read together', () => {
  it('are what they are one by one, with marks, damage and characters of two units among them', () => {
    const units = fc.array(fc.constantFrom('a', 'é', '客', '𠮷', '\uFEFF', '\uFFFD', '😀'), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(units), (lists) => {
        const texts = lists.map((list) => list.join(''));
        const decoder = new TextDecoder();
        const oneByOne = texts.map((text) => decoder.decode(new TextEncoder().encode(text)));
        expect(textsOf(bytesOf(texts), 'utf-8')).toEqual(oneByOne);
      }),
      { ...runs(200, 3000), seed: 19 },
    );
  });

  it('keep damage where it is', () => {
    const bytes = new Uint8Array([0x61, 0xe5, 0xae, 0x62, 0xe5, 0xae, 0xa2]);
    expect(textsOf({ bytes, ends: Int32Array.of(3, 7) }, 'utf-8')).toEqual(['a\uFFFD', 'b客']);
  });
});
