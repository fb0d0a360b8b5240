import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growingInts } from '@/src/domain/tabular/columns/growing';
import { runs } from '@/test/support/runs';

describe('numbers added at the end', () => {
  it('come out in their order, whatever was expected, and however often', () => {
    const part = fc.record({ numbers: fc.array(fc.integer(), { maxLength: 200 }), expected: fc.nat(2000) });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const growing = growingInts();
        for (const { numbers, expected } of parts) {
          for (const number of numbers) growing.push(number);
          growing.expect(expected);
        }
        expect([...growing.finish()]).toEqual(parts.flatMap(({ numbers }) => numbers));
      }),
      runs(100, 2000),
    );
  });

  it('come out of several pieces', () => {
    const count = 200_000;
    const growing = growingInts();
    for (let i = 0; i < count; i++) growing.push(i);
    growing.expect(count + 1);
    growing.push(count);
    expect(growing.finish()).toEqual(Int32Array.from({ length: count + 1 }, (_, i) => i));
  });

  it('are not copied where as many came as were expected', () => {
    const growing = growingInts();
    growing.expect(100_000);
    for (let i = 0; i < 95_000; i++) growing.push(i);
    expect(growing.finish().buffer).toBe(growing.items.buffer);
  });

  it('keep no room that they do not need', () => {
    const growing = growingInts();
    growing.expect(100_000);
    growing.push(7);
    expect(growing.finish().buffer.byteLength).toBe(4);
  });

  it('may be none', () => {
    const growing = growingInts();
    growing.expect(0);
    expect(growing.finish()).toEqual(new Int32Array());
  });
});
