import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { SearchIndex } from '@/src/domain/search/search-index';
import type { SearchText } from '@/src/domain/search/search-texts';
import { pinyinReadings } from '@/src/platform/workers/pinyin-readings';
import { runs } from '../../support/runs';
import { HANGS, processorTime } from '@/test/support/processor-time';

const rid = (name: string): RecordId => name as RecordId;
const name = (text: string): SearchText => ({ field: 'name', type: 'text', text, isName: true });
const other = (type: SearchText['type'], text: string): SearchText => ({ field: type, type, text, isName: false });

const RECORDS: Readonly<Record<string, readonly SearchText[]>> = {
  huayuan: [
    name('上海华源泵业有限公司'),
    other('url', 'https://www.huay-pumps.example/'),
    other('phone', '+862155550123'),
    other('text', '91310115MA1K3ABC2X'),
  ],
  northwick: [
    name('Northwick Instruments Ltd'),
    other('email', 'sales@northwick.example'),
    other('phone', '+12025550147'),
  ],
  muller: [name('Müller Werkzeugbau GmbH'), other('text', 'Lindenstraße 4, Bremen')],
  lu: [name('吕绿洲'), other('email', 'lv.lvzhou@mail.example')],
  chong: [name('重庆长江机械'), other('text', '上海市人民路 1 号')],
  grant: [name('Olivia Grant'), other('text', 'Head of Purchasing'), other('email', 'o.grant@northwick.example')],
};

function indexOf(records: Readonly<Record<string, readonly SearchText[]>>): SearchIndex {
  const index = new SearchIndex(pinyinReadings);
  for (const [id, texts] of Object.entries(records)) index.put(rid(id), texts);
  return index;
}

const found = (text: string, index = indexOf(RECORDS)): string[] => index.find(text, 10).map(({ id }) => id);

describe('what is found', () => {
  it.each([
    // pinyin: initials, whole, apart, mixed, a syllable begun, another reading, ü
    ['shhy', ['huayuan']],
    ['huayuan', ['huayuan']],
    ['hua yuan', ['huayuan']],
    ['hua yuan beng', ['huayuan']],
    ['shanghaihy', ['huayuan']],
    ['huayu', ['huayuan']],
    ['chongqing', ['chong']],
    ['cqcj', ['chong']],
    ['zhongqing', ['chong']],
    ['lvlvzhou', ['lu']],
    ['lü', ['lu']],
    // characters: simplified, traditional, of the same sound, with a gap, other width
    ['华源', ['huayuan']],
    ['華源', ['huayuan']],
    ['華源泵業', ['huayuan']],
    ['华园', ['huayuan']],
    ['华源有限', ['huayuan']],
    ['長江', ['chong']],
    // letters: case, width, accents, errors, the inside of a word
    ['Northwick', ['northwick', 'grant']],
    ['ＮＯＲＴＨＷＩＣＫ', ['northwick', 'grant']],
    ['Northwik', ['northwick', 'grant']],
    ['nortwhick', ['northwick', 'grant']],
    ['Nrothwick inst', ['northwick']],
    ['mueller', ['muller']],
    ['Müller', ['muller']],
    ['zeugbau', ['muller']],
    ['north wick', ['northwick', 'grant']],
    // numbers and addresses
    ['0123', ['huayuan']],
    ['5555 0123', ['huayuan']],
    ['021-5555 0123', ['huayuan']],
    ['+86 21 5555 0123', ['huayuan']],
    ['(202) 555-0147', ['northwick']],
    ['sales@northwick.example', ['northwick']],
    ['northwick.example', ['northwick', 'grant']],
    ['https://www.huay-pumps.example/', ['huayuan']],
    ['91310115MA1K3ABC2X', ['huayuan']],
    ['1k3abc', ['huayuan']],
    // several pieces in several values
    ['grant purchasing', ['grant']],
    ['上海 0123', ['huayuan']],
    // nothing
    ['', []],
    ['  -- !', []],
    ['zzzzzz', []],
    ['9999', []],
    ['鑫', []],
  ])('%s', (text, ids) => {
    expect(found(text)).toEqual(ids);
  });

  it('says which text answers, the least obvious of several', () => {
    const [hit] = indexOf(RECORDS).find('grant northwick', 5);
    expect(hit).toMatchObject({ id: 'grant', text: 2 });
  });
});

describe('the order', () => {
  it('puts the exact before the beginning before a later word before an error, and names before the rest', () => {
    const index = indexOf({
      typo: [name('Tarnhil')],
      later: [name('Old Tarnhill')],
      begins: [name('Tarnhill Optik')],
      exact: [name('Tarnhill')],
      elsewhere: [name('Oxbow'), other('text', 'Tarnhill Optik')],
    });
    expect(found('Tarnhill', index)).toEqual(['exact', 'begins', 'later', 'elsewhere']);
  });

  it('orders equals by name in code points, then by id', () => {
    const index = indexOf({ d: [name('Oak b')], c: [name('Oak b')], a: [name('Oak 𠮷')], b: [name('Oak ﬁ')] });
    expect(found('oak', index)).toEqual(['c', 'd', 'b', 'a']);
  });

  it('gives no more than the limit, the best', () => {
    const index = indexOf(
      Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`r${i}`, [name(`Oak ${String(i).padStart(2, '0')}`)]])),
    );
    expect(index.find('oak', 3).map(({ id }) => id)).toEqual(['r0', 'r1', 'r2']);
    expect(index.find('oak', 0)).toEqual([]);
  });
});

describe('whatever comes', () => {
  const word = fc.constantFrom('华', '源', '華', '上海', 'north', 'Wick', 'ü', '0123', '+8621', 'hua', '吕', ' ', '-');
  const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(''));
  const edit = fc.record({ id: fc.integer({ min: 0, max: 12 }), texts: fc.option(fc.array(text, { maxLength: 3 })) });

  it('an index after any changes answers like one made anew', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 60 }), fc.array(text, { maxLength: 8 }), (edits, queries) => {
        const changed = new SearchIndex(pinyinReadings);
        const last = new Map<RecordId, readonly SearchText[]>();
        for (const { id, texts } of edits) {
          const held = texts?.map((one, i) => (i === 0 ? name(one) : other('text', one)));
          if (held) {
            changed.put(rid(`r${id}`), held);
            last.set(rid(`r${id}`), held);
          } else {
            changed.remove(rid(`r${id}`));
            last.delete(rid(`r${id}`));
          }
        }
        const anew = new SearchIndex(pinyinReadings);
        for (const [id, texts] of last) anew.put(id, texts);
        expect(changed.size).toBe(anew.size);
        for (const query of queries) expect(changed.find(query, 20)).toEqual(anew.find(query, 20));
      }),
      runs(150, 3000),
    );
  });

  it('packs what many removals left behind, and still answers', () => {
    const index = new SearchIndex(pinyinReadings);
    for (let i = 0; i < 6000; i++) index.put(rid(`r${i}`), [name(`Oak Hollins Number ${i} 上海华源`)]);
    expect(index.find('hollins 17', 1)).toMatchObject([{ id: 'r17' }]);
    for (let i = 0; i < 5990; i++) index.remove(rid(`r${i}`));
    expect(index.find('hollins', 20).map(({ id }) => id)).toEqual(Array.from({ length: 10 }, (_, i) => `r${5990 + i}`));
    expect(index.find('hollins 17', 5)).toEqual([]);
    expect(index.size).toBe(10);
  });

  it('finds the record with the whole word also where too many begin with it to be weighed', () => {
    const index = new SearchIndex(pinyinReadings);
    for (let i = 0; i < 12_500; i++) index.put(rid(`r${i}`), [name(`Shaw${i} Ltd`)]);
    index.put(rid('whole'), [name('Sh')]);
    expect(found('sh', index)[0]).toBe('whole');
    expect(found('shaw12499', index)).toEqual(['r12499']);
  });

  it('never throws, and long texts take no longer than short ones', () => {
    const index = indexOf(RECORDS);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), text), (query) => {
        index.put(rid('any'), [name(query)]);
        expect(index.find(query, 5).length).toBeLessThanOrEqual(5);
      }),
      runs(300, 5000),
    );
    const spent = processorTime();
    for (const one of ['a', 'an', '华', '华 ', 'a ', '1', '1 ', '\u0301', 'shi', '(((', '..\\'])
      index.find(one.repeat(10_240 / one.length), 20);
    expect(spent()).toBeLessThan(HANGS);
  });
});
