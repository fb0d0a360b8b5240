/*
 * `array[index]` of typed arrays, for an index the caller knows to be in range. One function for each type of array: an
 * engine learns for each function what it is given, and one that has seen every type reads all of them slowly.
 */

export function byteAt(bytes: Uint8Array, index: number): number {
  // Safe by the contract above; kernels call these for every cell.
  return bytes[index] as number;
}

export function intAt(ints: Int32Array, index: number): number {
  // Safe by the contract above.
  return ints[index] as number;
}

export function floatAt(floats: Float64Array, index: number): number {
  // Safe by the contract above.
  return floats[index] as number;
}

/** Whether each number is its own position: 0, 1, 2 …; so is none. */
export function isIdentity(ints: Int32Array): boolean {
  for (let i = 0; i < ints.length; i++) if (intAt(ints, i) !== i) return false;
  return true;
}
