import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupRows } from '@/src/domain/analysis/local/grouped-rows';

it('puts rows of one number next to each other, in the order of the file', () => {
  expect(groupRows(Int32Array.of(2, 0, 2, 0), 4)).toEqual({
    starts: Int32Array.of(0, 2, 2, 4, 4),
    rows: Int32Array.of(1, 3, 0, 2),
  });
});

it('of no rows and no numbers there is nothing', () => {
  expect(groupRows(new Int32Array(0), 0)).toEqual({ starts: Int32Array.of(0), rows: new Int32Array(0) });
});

it('grouping by one number and then by another sorts by both', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(5)), { maxLength: 60 }), (pairs) => {
      const [outer, inner] = [0, 1].map((i) => Int32Array.from(pairs, (pair) => pair[i] ?? 0));
      if (!outer || !inner) throw new Error('both are there');
      const { rows } = groupRows(outer, 4, groupRows(inner, 6).rows);
      const sorted = pairs.map((_, row) => row).sort((a, b) => compare(pairs[a], pairs[b]) || a - b);

      expect([...rows]).toEqual(sorted);
    }),
  );
});

function compare([a, b]: readonly [number, number] = [0, 0], [c, d]: readonly [number, number] = [0, 0]): number {
  return a - c || b - d;
}
