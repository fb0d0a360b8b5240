/** Bytes of buffers that one run may ask for, all together. What it gives back is not counted off. */
const MOST_BYTES = 2_000_000_000;

const METERED = [
  'ArrayBuffer',
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
] as const;

/**
 * Counts what buffers are asked for. The browser ends a worker that runs out of objects, but lets buffers grow until the
 * machine has no memory left. @param onFull called once; the run is to be ended then.
 */
export function meterBuffers(scope: Readonly<Record<string, unknown>>, onFull: () => void): void {
  let asked = 0;
  const charge = (size: number): void => {
    asked += size;
    if (asked <= MOST_BYTES) return;
    onFull();
    throw new RangeError('out of memory');
  };
  for (const name of METERED) {
    const original = scope[name];
    if (typeof original !== 'function') continue;
    const size: unknown = Reflect.get(original, 'BYTES_PER_ELEMENT') ?? 1;
    const metered: object = new Proxy(original, {
      construct(target, given: readonly unknown[], newTarget) {
        if (typeof given[0] === 'number') charge(given[0] * Number(size));
        return Reflect.construct(target, given, newTarget === metered ? target : newTarget) as object; // Safe: a constructor gives an object.
      },
    });
    Object.defineProperty(original.prototype, 'constructor', { value: metered });
    Object.defineProperty(scope, name, { value: metered });
  }
}
