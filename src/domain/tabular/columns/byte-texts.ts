import { byteAt, intAt } from '@/src/kernel/typed';
import { decoderOf } from '../text/decoder-of';

/** Distinct texts as bytes, one after the other. */
export interface ByteTexts {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each text ends; it begins where the one before ends. */
  readonly ends: Int32Array<ArrayBuffer>;
}

/** What a text that the encoding could not read becomes in part. */
const DAMAGE = '\uFFFD';

/**
 * The texts as strings. All are read at once where every byte is a character of its own, which is many times as fast as
 * one by one. A text in which the encoding finds no sense has U+FFFD in it.
 */
export function textsOf({ bytes, ends }: ByteTexts, encoding: string): string[] {
  if (isAscii(bytes)) return slicesOf(new TextDecoder('ascii').decode(bytes), ends);
  return (encoding === 'utf-8' ? wholeOf({ bytes, ends }) : undefined) ?? decodedOf({ bytes, ends }, encoding);
}

/** Texts in UTF-8, read together; undefined where something in them is damaged or a mark, which each has to itself. */
function wholeOf({ bytes, ends }: ByteTexts): string[] | undefined {
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (/[\uFFFD\uFEFF]/.test(whole)) return undefined;
  const unitEnds = new Int32Array(ends.length);
  let units = 0;
  for (let i = 0, byte = 0; i < ends.length; i++) {
    // Characters begin with a byte that is no 10xxxxxx; those of four bytes are two units of a string.
    for (const end = intAt(ends, i); byte < end; byte++) {
      const value = byteAt(bytes, byte);
      if (value < 0x80 || value >= 0xc0) units += value >= 0xf0 ? 2 : 1;
    }
    unitEnds[i] = units;
  }
  return slicesOf(whole, unitEnds);
}

function slicesOf(whole: string, ends: Int32Array): string[] {
  const texts: string[] = [];
  let start = 0;
  for (let i = 0; i < ends.length; i++) {
    const end = intAt(ends, i);
    texts.push(whole.slice(start, end));
    start = end;
  }
  return texts;
}

function decodedOf({ bytes, ends }: ByteTexts, encoding: string): string[] {
  // A mark in the middle of a file, where two were joined, is no text.
  const decode = decoderOf(encoding);
  const texts: string[] = [];
  let start = 0;
  for (let i = 0; i < ends.length; i++) {
    const end = intAt(ends, i);
    texts.push(decode(bytes.subarray(start, end)));
    start = end;
  }
  return texts;
}

/** The inverse, in UTF-8. */
export function bytesOf(texts: readonly string[]): ByteTexts {
  const encoder = new TextEncoder();
  const ends = new Int32Array(texts.length);
  let bytes = new Uint8Array(1 << 16);
  let used = 0;
  texts.forEach((text, i) => {
    if (used + text.length * 3 > bytes.length) {
      const larger = new Uint8Array((used + text.length * 3) * 2);
      larger.set(bytes);
      bytes = larger;
    }
    used += encoder.encodeInto(text, bytes.subarray(used)).written;
    ends[i] = used;
  });
  return { bytes: bytes.slice(0, used), ends };
}

/** Some of the texts, in the order of `codes`. */
export function pickTexts({ bytes, ends }: ByteTexts, codes: readonly number[]): ByteTexts {
  const startOf = (code: number): number => (code === 0 ? 0 : intAt(ends, code - 1));
  let length = 0;
  for (const code of codes) length += intAt(ends, code) - startOf(code);
  const picked = new Uint8Array(length);
  const pickedEnds = new Int32Array(codes.length);
  let used = 0;
  codes.forEach((code, i) => {
    picked.set(bytes.subarray(startOf(code), intAt(ends, code)), used);
    used += intAt(ends, code) - startOf(code);
    pickedEnds[i] = used;
  });
  return { bytes: picked, ends: pickedEnds };
}

/** Whether nothing in the bytes could have been damaged: plain ASCII never is. */
export function isAscii(bytes: Uint8Array): boolean {
  const { buffer, byteOffset, length } = bytes;
  let i = 0;
  let all = 0;
  if (byteOffset % 4 === 0) {
    const words = new Int32Array(buffer, byteOffset, length >> 2);
    for (; i < words.length; i++) all |= intAt(words, i);
    i *= 4;
  }
  for (; i < length; i++) all |= byteAt(bytes, i);
  return (all & 0x80808080) === 0;
}

/** The characters of a text that its encoding could not read. */
export function damageIn(text: string): number {
  let count = 0;
  for (let i = text.indexOf(DAMAGE); i >= 0; i = text.indexOf(DAMAGE, i + 1)) count++;
  return count;
}
