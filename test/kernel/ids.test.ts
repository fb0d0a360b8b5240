import fc from 'fast-check';
import { expect, it } from 'vitest';
import { timeOrderedId } from '@/src/kernel/ids';

const random = fc.uint8Array({ minLength: 10, maxLength: 10 });

it('has the form of a ULID', () => {
  expect(timeOrderedId(0, new Uint8Array(10))).toBe('0'.repeat(26));
  expect(timeOrderedId(281_474_976_710_655, new Uint8Array(10).fill(255))).toBe(`7${'Z'.repeat(25)}`);
  // The example of the specification: 1469918176385 is 01ARYZ6S41.
  expect(timeOrderedId(1_469_918_176_385, new Uint8Array(10)).slice(0, 10)).toBe('01ARYZ6S41');
});

it('sorts by time and differs whenever the random bytes differ', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 40), fc.nat(2 ** 40), random, random, (a, b, x, y) => {
      const first = timeOrderedId(a, x);
      const second = timeOrderedId(b, y);

      expect(first).toHaveLength(26);
      if (a < b) expect(first < second).toBe(true);
      expect(first === second).toBe(a === b && x.join() === y.join());
    }),
  );
});
