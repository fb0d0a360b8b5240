import { intAt } from '@/src/kernel/typed';
import { growingInts } from './growing';
import type { ByteTexts } from './byte-texts';

const FIRST_SLOTS = 1 << 12;
const RECENT_BITS = 11;

/** How the values came so far. */
const UNKNOWN = 0;
const RISING = 1;
const FALLING = -1;
const MIXED = 2;

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
  private readonly ends = growingInts();
  /** By place the hash and code + 1, which is 0 where the place is free. */
  private slots = new Int32Array(0);
  /** Code + 1 of the value last seen at each place: most values of a file are among few, which need no whole hash. */
  private readonly recent = new Int32Array(1 << RECENT_BITS);
  private trend = UNKNOWN;

  /** Says what bytes the following codes are asked of. A view reads four of them at once. */
  over({ buffer, byteOffset, byteLength }: Uint8Array): void {
    this.view = new DataView(buffer, byteOffset, byteLength);
  }

  /** The code of the bytes from `start` to before `end`. */
  code(start: number, end: number): number {
    const { recent } = this;
    const slot = recentSlot(this.view, start, end);
    const entry = intAt(recent, slot);
    if (entry !== 0 && this.equals(entry - 1, start, end)) return entry - 1;
    const isNew = this.trend !== MIXED && this.goesOn(start, end);
    const code = isNew ? this.append(start, end) : this.find(start, end);
    recent[slot] = code + 1;
    return code;
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

  /** Whether the value, which is not the last one, is on the same side of it as each was of the one before. */
  private goesOn(start: number, end: number): boolean {
    if (this.ends.length === 0) return true;
    const side = this.sideOfLast(start, end);
    if (this.trend === UNKNOWN) this.trend = side;
    if (this.trend === side) return true;
    this.trend = MIXED;
    this.index(FIRST_SLOTS);
    return false;
  }

  /** Shorter values stand before longer ones, as 9 does before 10; others by their bytes. */
  private sideOfLast(start: number, end: number): typeof RISING | typeof FALLING {
    const { view, own, used } = this;
    const { items, length } = this.ends;
    const from = length === 1 ? 0 : intAt(items, length - 2);
    const difference = end - start - (used - from);
    if (difference !== 0) return difference > 0 ? RISING : FALLING;
    let [i, j] = [start, from];
    while (i + 4 <= end && view.getInt32(i) === own.getInt32(j)) [i, j] = [i + 4, j + 4];
    while (view.getUint8(i) === own.getUint8(j)) [i, j] = [i + 1, j + 1];
    return view.getUint8(i) > own.getUint8(j) ? RISING : FALLING;
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
    if (this.ends.length * 4 > slots.length) this.spread();
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
    const { bytes, view } = this;
    for (let i = start, j = this.used; i < end; i++, j++) bytes[j] = view.getUint8(i);
    this.used = needed;
    this.ends.push(needed);
    return this.ends.length - 1;
  }

  /** A table of all values, with so many places at least. */
  private index(places: number): void {
    const { length, items } = this.ends;
    let size = places;
    while (size < length * 4) size *= 2;
    this.slots = new Int32Array(size * 2);
    let start = 0;
    for (let code = 0; code < length; code++) {
      const end = intAt(items, code);
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

/** By length, beginning and end of the value. */
function recentSlot(view: DataView, start: number, end: number): number {
  const length = end - start;
  const ends = length >= 4 ? view.getInt32(start, true) ^ Math.imul(view.getInt32(end - 4, true), 0x01000193) : 0;
  const short = length > 0 && length < 4 ? view.getUint8(start) ^ (view.getUint8(end - 1) << 8) : 0;
  return Math.imul(ends ^ short ^ length, -1640531535) >>> (32 - RECENT_BITS);
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
