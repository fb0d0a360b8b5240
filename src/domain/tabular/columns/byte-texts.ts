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
  return isAscii(bytes) ? slicesOf(new TextDecoder('ascii').decode(bytes), ends) : decodedOf({ bytes, ends }, encoding);
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

/** Whether nothing in the bytes could have been damaged: plain ASCII never is. */
export function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (byteAt(bytes, i) >= 0x80) return false;
  return true;
}

/** The characters of a text that its encoding could not read. */
export function damageIn(text: string): number {
  let count = 0;
  for (let i = text.indexOf(DAMAGE); i >= 0; i = text.indexOf(DAMAGE, i + 1)) count++;
  return count;
}
