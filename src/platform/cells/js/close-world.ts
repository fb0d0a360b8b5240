const LANGUAGE =
  'globalThis self undefined NaN Infinity Object Function Array String Number Boolean Symbol BigInt Math JSON Reflect Proxy Date RegExp Intl Promise Map Set WeakMap WeakSet WeakRef FinalizationRegistry Iterator Error AggregateError EvalError RangeError ReferenceError SuppressedError SyntaxError TypeError URIError ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float16Array Float32Array Float64Array BigInt64Array BigUint64Array Atomics Temporal eval isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape constructor';
const PLATFORM =
  'console performance crypto setTimeout clearTimeout setInterval clearInterval queueMicrotask structuredClone atob btoa TextEncoder TextDecoder URL URLSearchParams AbortController AbortSignal DOMException Event EventTarget addEventListener removeEventListener dispatchEvent postMessage dfd';
const KEPT: ReadonlySet<PropertyKey> = new Set(`${LANGUAGE} ${PLATFORM}`.split(' '));

/**
 * Takes out of a worker's world what a computation does not need, and so whatever can reach out of it: requests, other
 * workers, storage, fonts. The policy of the page forbids most of it already; Firefox 140 loads the fonts of a worker in spite of
 * `default-src 'none'`. A worker has no document from which a fresh world could be had.
 */
export function closeWorld(scope: object): void {
  for (let part: object | null = scope; part && part !== Object.prototype; part = Reflect.getPrototypeOf(part))
    for (const name of Reflect.ownKeys(part))
      if (typeof name === 'string' && !KEPT.has(name)) Reflect.deleteProperty(part, name);
}
