/** Stops the program when a fact that the code relies on does not hold. For bugs only, never for bad input. */
export function assert(condition: unknown, fact: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${fact}`);
}

/** `array[index]` for an index the caller knows to be in range, without the `undefined` that the type would add. */
export function at<T>(array: ArrayLike<T>, index: number): T {
  // Safe by the contract above; checked in tests, not here, because kernels call this per row.
  return array[index] as T;
}

/** `map.get(key)` for a key the caller knows to be present. Throws when it is not. */
export function must<T>(value: T | undefined | null, fact: string): T {
  assert(value !== undefined && value !== null, fact);
  return value;
}
