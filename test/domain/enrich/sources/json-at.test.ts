import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listAt, textAt, valueAt, type JsonPath } from '@/src/domain/enrich/sources/json-at';
import { runs } from '@/test/support/runs';

const ANSWER: unknown = JSON.parse(
  '{"name":" Quill\\u202e  Tools\\n","size":7,"none":null,"empty":" \\u200b ","list":[{"id":"a"},["b"]],"__proto__":{"own":"yes"}}',
);

describe('a path into an answer', () => {
  it.each<[string, JsonPath, string | undefined]>([
    ['a text, cleaned', ['name'], 'Quill Tools'],
    ['into a list', ['list', 0, 'id'], 'a'],
    ['into a list of a list', ['list', 1, 0], 'b'],
    ['a name that the answer itself has', ['__proto__', 'own'], 'yes'],
    ['a number', ['size'], undefined],
    ['nothing', ['none'], undefined],
    ['beyond nothing', ['none', 'name'], undefined],
    ['what only looks empty', ['empty'], undefined],
    ['no such name', ['other'], undefined],
    ['the list itself', ['list'], undefined],
    ['past the end', ['list', 2], undefined],
    ['before the beginning', ['list', -1], undefined],
    ['what all lists have', ['list', 'length'], undefined],
    ['a place in an object', [0], undefined],
    ['a letter of a text', ['name', 0], undefined],
    ['what all objects have', ['constructor', 'name'], undefined],
    ['how objects are written', ['toString', 'name'], undefined],
    ['nowhere', [], undefined],
  ])('%s', (_, path, text) => {
    expect(textAt(ANSWER, ...path)).toBe(text);
  });

  it('takes a text of 500 characters and none that is longer', () => {
    expect(textAt('x'.repeat(500))).toHaveLength(500);
    expect(textAt('x'.repeat(501))).toBeUndefined();
    expect(textAt('x'.repeat(5_000_000))).toBeUndefined();
    expect(textAt(`${'\u200b'.repeat(2000)}x`)).toBeUndefined();
  });

  it('takes the first hundred items of a list, and no list elsewhere', () => {
    expect(listAt({ all: Array.from({ length: 101 }, (_, i) => i) }, 'all').at(-1)).toBe(99);
    expect([listAt({ all: 'abc' }, 'all'), listAt({ all: { length: 3 } }, 'all'), listAt(undefined)]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('finds in any answer at any path only texts that are safe to show, and never fails', () => {
    const step = fc.oneof(fc.string(), fc.integer({ min: -2, max: 5 }), fc.constantFrom('__proto__', 'length'));
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(step, { maxLength: 4 }), (json, path) => {
        const text = textAt(json, ...path);
        if (text === undefined) return;
        expect(valueAt(json, ...path)).toBeTypeOf('string');
        expect(text.length).toBeLessThanOrEqual(500);
        expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e]|^\s|\s$/u);
      }),
      { seed: 41, ...runs(300, 10_000) },
    );
  });
});
