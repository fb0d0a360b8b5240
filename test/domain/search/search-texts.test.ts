import { describe, expect, it } from 'vitest';
import { typedValue } from '@/src/domain/records/evidence';
import { field, many, required } from '@/src/domain/records/field';
import { defineKind } from '@/src/domain/records/kind';
import { searchTextsOf } from '@/src/domain/search/search-texts';
import { wordsOf } from '@/src/domain/search/words';

const visit = defineKind({
  name: 'visit',
  evidence: false,
  fields: {
    place: field.text(),
    title: required(field.text()),
    stage: field.choice(['open', 'done']),
    phones: many(field.phone()),
    when: field.date(),
    company: field.company(),
    worth: field.money(),
  },
});

describe('the texts of a record', () => {
  it('are its texts and numbers, the title first, several in the order they were added', () => {
    const fields = {
      place: 'Bremen',
      title: 'First visit',
      stage: 'open',
      phones: { b: '+12025550102', a: '+12025550101' },
      when: '2026-11-22',
      company: 'c1',
      worth: { amount: '1', currency: 'EUR' },
    };
    expect(searchTextsOf(visit, fields)).toEqual([
      { field: 'title', type: 'text', text: 'First visit', isName: true },
      { field: 'place', type: 'text', text: 'Bremen', isName: false },
      { field: 'phones', type: 'phone', text: '+12025550101', isName: false },
      { field: 'phones', type: 'phone', text: '+12025550102', isName: false },
    ]);
  });

  it('are read out of their evidence, and are bounded', () => {
    const noted = defineKind({ name: 'noted', evidence: true, fields: { notes: many(field.text({ lines: true })) } });
    const notes = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`n${1000 + i}`, typedValue('x'.repeat(5000), '')]),
    );
    const texts = searchTextsOf(noted, { notes });
    expect(texts).toHaveLength(200);
    expect(texts[0]?.text).toHaveLength(2000);
    expect(searchTextsOf(noted, {})).toEqual([]);
  });
});

describe('the words of a text', () => {
  it.each([
    ['text', 'Ｎorthwick 華源', ['northwick', '华', '源']],
    ['text', 'Jörg’s Café', ['joerg', 's', 'cafe']],
    ['text', '3M中国', ['3m', '中', '国']],
    ['url', 'https://www.huay-pumps.example/a', ['huay', 'pumps', 'example', 'a']],
    ['email', 'O.Grant@northwick.example', ['o', 'grant', 'northwick', 'example']],
    ['phone', '+86 21 5555 0123', ['862155550123']],
    ['phone', '021-5555 0123', ['2155550123']],
    ['phone', 'ask at the desk', ['ask', 'at', 'the', 'desk']],
    ['text', ' \u0000 -- ', []],
  ] as const)('%s %s', (type, text, words) => {
    expect(wordsOf(text, type)).toEqual(words);
  });
});
