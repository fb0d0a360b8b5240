import { byteAt, intAt } from '@/src/kernel/typed';
import { growingInts } from './growing';
import type { ByteTexts } from './byte-texts';

const FIRST_SLOTS = 1 << 12;

/**
 * Gives equal runs of bytes equal codes, in the order they first appear. An open hash table over the bytes themselves:
 * no string is made.
 */
export class ByteDictionary {
  private bytes = new Uint8Array(1 << 16);
  private used = 0;
  private readonly ends = growingInts();
  /** By place the hash and code + 1, which is 0 where the place is free. */
  private slots = new Int32Array(FIRST_SLOTS * 2);
  private lastCode = -1;

  /** The code of `bytes[start…end)`. */
  code(bytes: Uint8Array, start: number, end: number): number {
    // Exports are often sorted: the value before is the likeliest.
    if (this.lastCode >= 0 && this.equals(this.lastCode, bytes, start, end)) return this.lastCode;
    const hash = hashOf(bytes, start, end);
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    for (let entry = intAt(slots, slot + 1); entry !== 0; entry = intAt(slots, slot + 1)) {
      if (slots[slot] === hash && this.equals(entry - 1, bytes, start, end)) return (this.lastCode = entry - 1);
      slot = (slot + 2) & mask;
    }
    return (this.lastCode = this.insert(hash, slot, this.keep(bytes, start, end)));
  }

  finish(): ByteTexts {
    return { bytes: this.bytes.slice(0, this.used), ends: this.ends.finish() };
  }

  /** From the end: texts of one column begin alike (SO-2024-0001) more often than they end alike. */
  private equals(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const own = this.bytes;
    const ends = this.ends.items;
    const from = code === 0 ? 0 : intAt(ends, code - 1);
    let j = intAt(ends, code);
    if (j - from !== end - start) return false;
    for (let i = end; i > start;) if (bytes[--i] !== own[--j]) return false;
    return true;
  }

  /** Copies the bytes behind the others. @returns where they end. */
  private keep(bytes: Uint8Array, start: number, end: number): number {
    const needed = this.used + end - start;
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    // Most texts are short: cheaper by hand than a view and a call for each.
    const own = this.bytes;
    for (let i = start, j = this.used; i < end; i++, j++) own[j] = byteAt(bytes, i);
    this.used = needed;
    return needed;
  }

  private insert(hash: number, slot: number, end: number): number {
    this.ends.push(end);
    const code = this.ends.length - 1;
    this.slots[slot] = hash;
    this.slots[slot + 1] = code + 1;
    if (this.ends.length * 4 > this.slots.length) this.spread();
    return code;
  }

  /** Twice the places, each code at its new one. */
  private spread(): void {
    const old = this.slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 1;
    for (let i = 0; i < old.length; i += 2) {
      if (old[i + 1] === 0) continue;
      let slot = (intAt(old, i) << 1) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = intAt(old, i);
      slots[slot + 1] = intAt(old, i + 1);
    }
    this.slots = slots;
  }
}

/** Four bytes at a time; every bit of them reaches the low ones. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  let i = start;
  for (; i + 4 <= end; i += 4) {
    const four =
      byteAt(bytes, i) | (byteAt(bytes, i + 1) << 8) | (byteAt(bytes, i + 2) << 16) | (byteAt(bytes, i + 3) << 24);
    hash = Math.imul(hash ^ four, -1640531535);
    hash ^= hash >>> 15;
  }
  for (; i < end; i++) hash = Math.imul(hash ^ byteAt(bytes, i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 13), -1028477387);
  return hash ^ (hash >>> 16);
}
