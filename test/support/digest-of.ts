import { createHash } from 'node:crypto';

/** The SHA-256 of a file, as the digest worker gives it. */
export async function digestOf(file: Blob): Promise<string> {
  return createHash('sha256')
    .update(new Uint8Array(await file.arrayBuffer()))
    .digest('hex');
}
