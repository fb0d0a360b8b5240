import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesAround } from '@/src/domain/capture/text/around';

const PATTERN = /(?<![a-z])(?:[a-c]{1,4} ){0,2}\d{2}(?!\d)/g;

function around(text: string, reach: number): [number, string][] {
  return [...matchesAround(text, PATTERN, { core: /\d\d/g, reach })].map(({ match, at }) => [at, match[0]]);
}

describe('a pattern looked for around its core', () => {
  it('matches what it matches in the whole text, whatever is between', () => {
    const words = fc.array(fc.constantFrom('a', 'bc', 'abc ', ' ', 'x', '1', '23', '\n', 'x'.repeat(30)), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('');
        const whole = [...text.matchAll(PATTERN)].map((match) => [match.index, match[0]]);
        expect(around(text, 16)).toEqual(whole);
      }),
    );
  });

  it('tells where in the whole text it matches, each place once', () => {
    const text = `${'x '.repeat(50)}ab 12 c 34 ${'x '.repeat(50)}a 56`;
    expect(around(text, 20)).toEqual([
      [100, 'ab 12'],
      [106, 'c 34'],
      [211, 'a 56'],
    ]);
  });

  it('is not looked for where its core is not', () => {
    expect(around('a b c', 20)).toEqual([]);
  });
});
