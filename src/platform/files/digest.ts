import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { piecesOf } from './read-pieces';

/** A file up to this size is taken into memory whole: the browser's own digest takes a tenth of the time, and wants it so. */
const AT_ONCE = 128 << 20;

/** SHA-256 in hexadecimal, by the browser itself. */
export async function digestOf(data: ArrayBuffer): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', data)));
}

/** The same of a file of any size. */
export async function digestOfFile(file: Blob, atOnce = AT_ONCE): Promise<string> {
  if (file.size <= atOnce) return digestOf(await file.arrayBuffer());
  const hash = sha256.create();
  for await (const piece of piecesOf(file.stream())) hash.update(piece);
  return bytesToHex(hash.digest());
}
