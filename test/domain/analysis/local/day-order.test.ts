import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOrderOf, floatsByDay, intsByDay, rowNumbersByDay } from '@/src/domain/analysis/local/day-order';

const spanOf = (days: readonly number[]): { first: number; last: number } => ({
  first: Math.min(...days),
  last: Math.max(...days),
});

it('puts rows in the order of days, those of one day as they stand', () => {
  const day = Int32Array.of(12, 10, 12, 11);
  const order = dayOrderOf(day, { first: 10, last: 12 });

  expect(order).toEqual(Int32Array.of(2, 0, 3, 1));
  expect(intsByDay(day, order)).toEqual(Int32Array.of(10, 11, 12, 12));
  expect(floatsByDay(Float64Array.of(0.5, 1.5, 2.5, 3.5), order)).toEqual(Float64Array.of(1.5, 3.5, 0.5, 2.5));
  expect(rowNumbersByDay(order)).toEqual(Int32Array.of(1, 3, 0, 2));
});

it.each([
  ['in order', [7, 7, 9]],
  ['one row', [7]],
])('leaves rows where they stand: %s', (_, days) => {
  const day = Int32Array.from(days);
  const order = dayOrderOf(day, spanOf(days));

  expect(order).toBeUndefined();
  expect(intsByDay(day, order)).toBe(day);
  expect(rowNumbersByDay(order)).toBeUndefined();
});

it('has no order of no rows', () => {
  expect(dayOrderOf(new Int32Array(0), undefined)).toBeUndefined();
});

it('is a stable sort, also of days before 1970', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 60 }), (days) => {
      const rows = days.map((_, row) => row).sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0) || a - b);
      const order = dayOrderOf(Int32Array.from(days), spanOf(days));

      expect([...intsByDay(Int32Array.from(days.keys()), order)]).toEqual(rows);
    }),
  );
});
