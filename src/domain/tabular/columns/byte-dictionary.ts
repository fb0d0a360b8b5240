import { intAt } from '@/src/kernel/typed';
import { growingInts } from './growing';
import type { ByteTexts } from './byte-texts';

const FIRST_SLOTS = 1 << 12;

/**
 * Gives equal runs of bytes equal codes, in the order they first appear. An open hash table over the bytes themselves:
 * no string is made.
 */
export class ByteDictionary {
  private bytes = new Uint8Array(1 << 16);
  private own = new DataView(this.bytes.buffer);
  private view: DataView = this.own;
  private used = 0;
  private readonly ends = growingInts();
  /** By place the hash and code + 1, which is 0 where the place is free. */
  private slots = new Int32Array(FIRST_SLOTS * 2);
  private lastCode = -1;

  /** Says what bytes the following codes are asked of. A view reads four of them at once. */
  over({ buffer, byteOffset, byteLength }: Uint8Array): void {
    this.view = new DataView(buffer, byteOffset, byteLength);
  }

  /** The code of the bytes from `start` to before `end`. */
  code(start: number, end: number): number {
    // Exports are often sorted: the value before is the likeliest.
    if (this.lastCode >= 0 && this.equals(this.lastCode, start, end)) return this.lastCode;
    const hash = hashOf(this.view, start, end);
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    for (let entry = intAt(slots, slot + 1); entry !== 0; entry = intAt(slots, slot + 1)) {
      if (slots[slot] === hash && this.equals(entry - 1, start, end)) return (this.lastCode = entry - 1);
      slot = (slot + 2) & mask;
    }
    return (this.lastCode = this.insert(hash, slot, this.keep(start, end)));
  }

  finish(): ByteTexts {
    return { bytes: this.bytes.slice(0, this.used), ends: this.ends.finish() };
  }

  /** From the end: texts of one column begin alike (SO-2024-0001) more often than they end alike. */
  private equals(code: number, start: number, end: number): boolean {
    const { view, own } = this;
    const ends = this.ends.items;
    const from = code === 0 ? 0 : intAt(ends, code - 1);
    let j = intAt(ends, code);
    if (j - from !== end - start) return false;
    let i = end;
    for (; i - start >= 4; i -= 4, j -= 4) if (view.getInt32(i - 4, true) !== own.getInt32(j - 4, true)) return false;
    while (i > start) if (view.getUint8(--i) !== own.getUint8(--j)) return false;
    return true;
  }

  /** Copies the bytes behind the others. @returns where they end. */
  private keep(start: number, end: number): number {
    const needed = this.used + end - start;
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
      larger.set(this.bytes);
      this.bytes = larger;
      this.own = new DataView(larger.buffer);
    }
    // Most texts are short: cheaper by hand than a view and a call for each.
    const { bytes, view } = this;
    for (let i = start, j = this.used; i < end; i++, j++) bytes[j] = view.getUint8(i);
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
function hashOf(view: DataView, start: number, end: number): number {
  let hash = end - start;
  let i = start;
  for (; i + 4 <= end; i += 4) {
    hash = Math.imul(hash ^ view.getInt32(i, true), -1640531535);
    hash ^= hash >>> 15;
  }
  for (; i < end; i++) hash = Math.imul(hash ^ view.getUint8(i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 13), -1028477387);
  return hash ^ (hash >>> 16);
}
