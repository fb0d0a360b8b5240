import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { piecesOf } from '../files/read-pieces';

/** SHA-256 of a file of any size, in hex, a piece at a time: WebCrypto would want it whole in memory. */
export async function digestOfFile(file: Blob): Promise<string> {
  const hash = sha256.create();
  for await (const piece of piecesOf(file.stream())) hash.update(piece);
  return bytesToHex(hash.digest());
}
