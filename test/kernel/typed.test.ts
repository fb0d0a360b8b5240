import { describe, expect, it } from 'vitest';
import { isIdentity } from '@/src/kernel/typed';

describe('numbers that are their own positions', () => {
  it.each([
    { ints: [], is: true },
    { ints: [0, 1, 2], is: true },
    { ints: [1], is: false },
    { ints: [0, 1, 1], is: false },
    { ints: [0, 2, 1], is: false },
  ])('$ints: $is', ({ ints, is }) => {
    expect(isIdentity(Int32Array.from(ints))).toBe(is);
  });
});
