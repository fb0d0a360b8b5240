import { intAt } from '@/src/kernel/typed';
import type { ByteTexts } from './byte-texts';

const FIRST_SLOTS = 1 << 12;
const RECENT_BITS = 11;
/** Three words of four bytes hold a value up to this length whole; the last may overlap the others. */
const LONGEST_RECENT = 12;
/** A code of a recent value leaves room for a length beside it. */
const MOST_RECENT_CODES = 1 << 27;

/** How the values came so far, each beside the one before it. */
const SAME = 0;
const RISING = 1;
const FALLING = -1;
const UNKNOWN = 2;
const MIXED = 3;
const UNORDERED = -1;

/**
 * Gives equal runs of bytes equal codes, in the order they first appear. An open hash table over the bytes themselves:
 * no string is made. As long as the values only rise or only fall, as ids and days of an export often do, each is a new one or
 * the one before, and there is no table.
 */
export class ByteDictionary {
  private bytes = new Uint8Array(1 << 16);
  private own = new DataView(this.bytes.buffer);
  private view: DataView = this.own;
  private used = 0;
  /** By code where its bytes end. */
  private ends = new Int32Array(1 << 12);
  private size = 0;
  /** By place the hash and code + 1, which is 0 where the place is free. */
  private slots = new Int32Array(0);
  /** By place the short value last seen there: its three words, then its code + 1 and its length. Most values are among few. */
  private readonly recent = new Int32Array(4 << RECENT_BITS);
  private trend: typeof UNKNOWN | typeof RISING | typeof FALLING | typeof MIXED = UNKNOWN;

  /** Says what bytes the following codes are asked of. A view reads four of them at once. */
  over({ buffer, byteOffset, byteLength }: Uint8Array): void {
    this.view = new DataView(buffer, byteOffset, byteLength);
  }

  /** The code of the bytes from `start` to before `end`. */
  code(start: number, end: number): number {
    if (this.trend !== MIXED) {
      const code = this.inOrder(start, end);
      if (code !== UNORDERED) return code;
    }
    return end - start > LONGEST_RECENT ? this.find(start, end) : this.short(start, end);
  }

  /** A value of at most LONGEST_RECENT bytes: compared by its words, it needs no look at what is kept. */
  private short(start: number, end: number): number {
    const { view, recent } = this;
    const length = end - start;
    let first = 0;
    let last = 0;
    let middle = 0;
    if (length >= 4) {
      first = view.getInt32(start, true);
      last = view.getInt32(end - 4, true);
      if (length > 8) middle = view.getInt32(start + 4, true);
    } else for (let i = start; i < end; i++) first = (first << 8) | view.getUint8(i);
    const mixed = Math.imul(first, 0x01000193) ^ Math.imul(last, -2048144777) ^ Math.imul(middle, -1028477387) ^ length;
    const slot = (Math.imul(mixed, -1640531535) >>> (32 - RECENT_BITS)) << 2;
    const entry = intAt(recent, slot + 3);
    const isKnown =
      (entry & 15) === length &&
      entry !== 0 &&
      intAt(recent, slot) === first &&
      intAt(recent, slot + 1) === last &&
      intAt(recent, slot + 2) === middle;
    if (isKnown) return (entry >> 4) - 1;
    const code = this.find(start, end);
    if (code + 1 >= MOST_RECENT_CODES) return code;
    recent[slot] = first;
    recent[slot + 1] = last;
    recent[slot + 2] = middle;
    recent[slot + 3] = ((code + 1) << 4) | length;
    return code;
  }

  finish(): ByteTexts {
    return { bytes: this.bytes.slice(0, this.used), ends: this.ends.slice(0, this.size) };
  }

  /** From the end: texts of one column begin alike (SO-2024-0001) more often than they end alike. */
  private equals(code: number, start: number, end: number): boolean {
    const { view, own, ends } = this;
    const from = code === 0 ? 0 : intAt(ends, code - 1);
    let j = intAt(ends, code);
    if (j - from !== end - start) return false;
    let i = end;
    for (; i - start >= 4; i -= 4, j -= 4) if (view.getInt32(i - 4, true) !== own.getInt32(j - 4, true)) return false;
    while (i > start) if (view.getUint8(--i) !== own.getUint8(--j)) return false;
    return true;
  }

  /** The code of a value that is the last one, or on the same side of it as each was of the one before; UNORDERED of another. */
  private inOrder(start: number, end: number): number {
    if (this.size === 0) return this.append(start, end);
    const side = this.sideOfLast(start, end);
    if (side === SAME) return this.size - 1;
    if (this.trend === UNKNOWN) this.trend = side;
    if (this.trend === side) return this.append(start, end);
    this.trend = MIXED;
    this.index(FIRST_SLOTS);
    return UNORDERED;
  }

  /** Shorter values stand before longer ones, as 9 does before 10; others by their bytes. */
  private sideOfLast(start: number, end: number): typeof SAME | typeof RISING | typeof FALLING {
    const { view, own, used, ends, size } = this;
    let j = size === 1 ? 0 : intAt(ends, size - 2);
    const difference = end - start - (used - j);
    if (difference !== 0) return difference > 0 ? RISING : FALLING;
    let i = start;
    for (; i + 4 <= end && view.getInt32(i) === own.getInt32(j); i += 4) j += 4;
    for (; i < end; i++, j++) {
      const byte = view.getUint8(i) - own.getUint8(j);
      if (byte !== 0) return byte > 0 ? RISING : FALLING;
    }
    return SAME;
  }

  private find(start: number, end: number): number {
    const hash = hashOf(this.view, start, end);
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    for (let entry = intAt(slots, slot + 1); entry !== 0; entry = intAt(slots, slot + 1)) {
      if (slots[slot] === hash && this.equals(entry - 1, start, end)) return entry - 1;
      slot = (slot + 2) & mask;
    }
    const code = this.append(start, end);
    slots[slot] = hash;
    slots[slot + 1] = code + 1;
    if (this.size * 4 > slots.length) this.spread();
    return code;
  }

  /** Copies the bytes behind the others. @returns their code. */
  private append(start: number, end: number): number {
    const needed = this.used + end - start;
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
      larger.set(this.bytes);
      this.bytes = larger;
      this.own = new DataView(larger.buffer);
    }
    // Most texts are short: cheaper by hand than a view and a call for each.
    const { own, view } = this;
    let i = start;
    let j = this.used;
    for (; i + 4 <= end; i += 4, j += 4) own.setInt32(j, view.getInt32(i, true), true);
    for (; i < end; i++, j++) own.setUint8(j, view.getUint8(i));
    this.used = needed;
    if (this.size === this.ends.length) {
      const larger = new Int32Array(this.size * 2);
      larger.set(this.ends);
      this.ends = larger;
    }
    this.ends[this.size] = needed;
    return this.size++;
  }

  /** A table of all values, with so many places at least. */
  private index(places: number): void {
    const { ends, size } = this;
    let enough = places;
    while (enough < size * 4) enough *= 2;
    this.slots = new Int32Array(enough * 2);
    let start = 0;
    for (let code = 0; code < size; code++) {
      const end = intAt(ends, code);
      this.place(hashOf(this.own, start, end), code + 1);
      start = end;
    }
  }

  /** Twice the places, each code at its new one. */
  private spread(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2);
    for (let i = 0; i < old.length; i += 2) if (old[i + 1] !== 0) this.place(intAt(old, i), intAt(old, i + 1));
  }

  private place(hash: number, entry: number): void {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
    slots[slot] = hash;
    slots[slot + 1] = entry;
  }
}

/** Eight bytes at a time, in two chains that do not wait for each other; every bit of them reaches the low ones. */
function hashOf(view: DataView, start: number, end: number): number {
  let hash = end - start;
  let other = 0x9e3779b9 | 0;
  let i = start;
  for (; i + 8 <= end; i += 8) {
    hash = Math.imul(hash ^ view.getInt32(i, true), -1640531535);
    other = Math.imul(other ^ view.getInt32(i + 4, true), -2048144777);
    hash ^= hash >>> 15;
    other ^= other >>> 13;
  }
  if (i + 4 <= end) {
    hash = Math.imul(hash ^ view.getInt32(i, true), -1640531535);
    hash ^= hash >>> 15;
    i += 4;
  }
  for (; i < end; i++) other = Math.imul(other ^ view.getUint8(i), 16777619);
  hash = Math.imul(hash ^ other ^ (other >>> 16), -1028477387);
  return hash ^ (hash >>> 16);
}
