import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordGrams } from '@/src/domain/search/word-grams';

function visited(grams: WordGrams, piece: string, words: readonly string[]): Set<string> {
  const seen = new Set<string>();
  grams.visit(piece, words, (number) => seen.add(words[number] ?? ''));
  return seen;
}

const WORD = fc.string({ unit: fc.constantFrom('a', 'b', '1', 'é', '泵'), minLength: 1, maxLength: 8 });

describe('words by their parts', () => {
  it('visits every word that begins with a piece, and from three signs on every one that holds it', () => {
    fc.assert(
      fc.property(fc.array(WORD, { minLength: 1, maxLength: 60 }), WORD, (words, piece) => {
        // So many words that they are listed, and some that came since.
        const filler = Array.from({ length: 20_001 }, (_, i) => `x${i}`);
        const grams = new WordGrams();
        const known = [...filler, ...words.slice(0, words.length / 2)];
        visited(grams, piece, known);
        const seen = visited(grams, piece, [...known, ...words.slice(words.length / 2)]);
        const answers = words.filter((word) => (piece.length < 3 ? word.startsWith(piece) : word.includes(piece)));
        for (const word of answers) expect(seen).toContain(word);
      }),
      { numRuns: 20 },
    );
  });

  it('passes over most of the words that do not answer', () => {
    const words = Array.from({ length: 30_000 }, (_, i) => `name${i}`);
    expect(visited(new WordGrams(), 'me29', words).size).toBeLessThan(4000);
    expect(visited(new WordGrams(), 'xy', words).size).toBeLessThan(100);
  });
});
