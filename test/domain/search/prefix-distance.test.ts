import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similarity } from '@/src/domain/identity/similarity';
import { prefixDistance } from '@/src/domain/search/prefix-distance';
import { runs } from '../../support/runs';

describe('the distance to the beginning of a word', () => {
  it.each([
    ['northwick', 'northwick', 0],
    ['north', 'northwick', 0],
    ['nortwhi', 'northwick', 1],
    ['northwik', 'northwick', 1],
    ['nrothwik', 'northwick', 2],
    ['orthwick', 'northwick', 1],
    ['oxbow', 'northwick', 3],
    ['northwicker', 'north', 3],
  ])('%s to %s: %i', (typed, word, edits) => {
    expect(prefixDistance(typed, 2)(word)).toBe(edits);
  });

  it('is the least of the distances to all beginnings', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(letters, letters, (typed, word) => {
        const distances = Array.from({ length: word.length + 1 }, (_, i) => {
          const part = word.slice(0, i);
          return Math.round((1 - similarity(typed, part)) * Math.max(typed.length, part.length));
        });
        expect(prefixDistance(typed, 2)(word)).toBe(Math.min(3, ...distances));
      }),
      runs(300, 5000),
    );
  });
});
