import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOrder } from '@/src/domain/records/text-order';

const HAN = Array.from('王李张刘陈杨黄赵周吴重长行乐曾单翟覃仇朴龘㐀𠮷𠀀一丁七万丈三上下不与丐丑专且世丘丙业丛东');
const SIGNS = [
  ...Array.from('aAbBzZeE09 -_.,&()/#\'"'),
  ...HAN,
  'é',
  'É',
  'ü',
  'ß',
  'æ',
  'Ø',
  '（',
  'ａ',
  '㈱',
  'か',
  '한',
  '\u0301',
  '\u200b',
];

describe('the order of texts', () => {
  it.each(['en', 'zh-CN', 'zh-TW', 'de'])('is that of the collator in %s, ties as they came', (language) => {
    const { compare, sorted } = textOrder(language);
    const text = fc.array(fc.constantFrom(...SIGNS), { maxLength: 5 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), (texts) => {
        const expected = texts.toSorted(compare);
        const found = sorted(texts);
        expect(found.toSorted()).toEqual(texts.toSorted());
        found.forEach((one, i) => expect(compare(one, expected[i] ?? '')).toBe(0));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps equal plain texts as they came, changes nothing given, and takes an empty list', () => {
    const given = Object.freeze(['b', 'a', 'b', 'A', 'a']);
    expect(textOrder('en').sorted(given)).toEqual(['a', 'a', 'A', 'b', 'b']);
    expect(textOrder('en').sorted([])).toEqual([]);
  });

  it('puts Chinese names by their pinyin, and by strokes in Taiwan', () => {
    const names = ['张丽', '王伟', '李娜', '陈静', 'Zoe', 'amy'];
    expect(textOrder('zh-CN').sorted(names)).toEqual(['陈静', '李娜', '王伟', '张丽', 'amy', 'Zoe']);
    expect(textOrder('zh-TW').sorted(['張麗', '王偉', '李娜', '丁一'])).toEqual(['丁一', '王偉', '李娜', '張麗']);
  });
});
