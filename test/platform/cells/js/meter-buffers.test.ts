import { describe, expect, it, vi } from 'vitest';
import { meterBuffers } from '@/src/platform/cells/js/meter-buffers';

/** The constructors of a world of their own, so that those of the tests stay as they are. */
function ownWorld(): { ArrayBuffer: typeof ArrayBuffer; Float64Array: typeof Float64Array } {
  class OwnBuffer extends ArrayBuffer {}
  class OwnFloats extends Float64Array {}
  return { ArrayBuffer: OwnBuffer, Float64Array: OwnFloats as unknown as typeof Float64Array }; // Safe: a subclass.
}

describe('meterBuffers', () => {
  it('lets buffers be made as before until two gigabytes were asked for', () => {
    const world = ownWorld();
    const onFull = vi.fn<() => void>();
    meterBuffers(world, onFull);
    const floats = new world.Float64Array([1, 2]);

    expect([...floats]).toEqual([1, 2]);
    expect(floats).toBeInstanceOf(world.Float64Array);
    expect(floats.constructor).toBe(world.Float64Array);
    expect(new world.ArrayBuffer(8).byteLength).toBe(8);
    expect(new world.Float64Array(1000)).toHaveLength(1000);
    expect(onFull).not.toHaveBeenCalled();
    expect(() => new world.Float64Array(250_000_000)).toThrow('out of memory');
    expect(onFull).toHaveBeenCalledOnce();
  });
});
