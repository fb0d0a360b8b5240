import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { expose } from 'comlink';
import { piecesOf } from '../files/read-pieces';

/** The SHA-256 of a file of any size in hexadecimal, beside the worker that reads it. */
async function digest(file: Blob): Promise<string> {
  const hash = sha256.create();
  for await (const piece of piecesOf(file.stream())) hash.update(piece);
  return bytesToHex(hash.digest());
}

export type Digest = typeof digest;

expose(digest);
