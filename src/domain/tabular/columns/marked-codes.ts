import { byteAt, intAt } from '@/src/kernel/typed';
import type { ByteTexts } from './byte-texts';
import type { TextColumn } from './column';

const BLANK = 32;

/**
 * By code 1 where `test` holds for the value. Values need not be strings for it: where `never` says of all of them, run
 * together as bytes of one character each, that none can pass, nothing is looked at.
 */
export function markedCodes(
  column: TextColumn,
  test: (value: string) => boolean,
  never: (texts: ByteTexts) => boolean = () => false,
): Uint8Array {
  const marked = new Uint8Array(column.size);
  const plain = column.plainTexts();
  if (plain && never(plain)) return marked;
  const { values } = column;
  for (let code = 0; code < marked.length; code++) if (test(values[code] ?? '')) marked[code] = 1;
  return marked;
}

/** Whether all texts are longer than `length`, and none has a blank around it. */
export function areLong({ bytes, ends }: ByteTexts, length: number): boolean {
  let start = 0;
  for (let i = 0; i < ends.length; i++) {
    const end = intAt(ends, i);
    if (end - start <= length || byteAt(bytes, start) <= BLANK || byteAt(bytes, end - 1) <= BLANK) return false;
    start = end;
  }
  return true;
}

/** Whether no text matches, looked for in all of them run together: false may only mean that two of them match as one. */
export function noneMatches({ bytes }: ByteTexts, pattern: RegExp): boolean {
  return !pattern.test(new TextDecoder('ascii').decode(bytes));
}

/** Whether a text may hold `part`, looked for in all of them run together. */
export function holds({ bytes }: ByteTexts, part: string): boolean {
  return new TextDecoder('ascii').decode(bytes).includes(part);
}

/** Whether all texts are shorter than `length` and none has the byte of `sign` in it. */
export function areShortWithout({ bytes, ends }: ByteTexts, length: number, sign: string): boolean {
  let start = 0;
  for (let i = 0; i < ends.length; i++) {
    const end = intAt(ends, i);
    if (end - start >= length) return false;
    start = end;
  }
  return !bytes.includes(sign.charCodeAt(0));
}
