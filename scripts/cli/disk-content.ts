import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import type { FileContent } from '@/src/domain/tabular/file-content';

const PIECE = 8 << 20;

/** A file on disk, unpacked when it is gzip. */
export function diskContent(file: string): FileContent {
  return {
    name: path.basename(file),
    size: statSync(file).size,
    first: (count) => firstBytes(file, count),
    pieces: () => plainBytes(file),
  };
}

async function* plainBytes(file: string): AsyncGenerator<Uint8Array> {
  const packed = createReadStream(file, { highWaterMark: PIECE });
  yield* (await isGzip(file)) ? packed.pipe(createGunzip({ chunkSize: PIECE })) : packed;
}

async function firstBytes(file: string, count: number): Promise<{ bytes: Uint8Array; whole: boolean }> {
  const bytes = new Uint8Array(count);
  let filled = 0;
  for await (const piece of plainBytes(file)) {
    const part = piece.subarray(0, count - filled);
    bytes.set(part, filled);
    filled += part.length;
    if (part.length < piece.length) return { bytes, whole: false };
  }
  return { bytes: bytes.subarray(0, filled), whole: true };
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(new Uint8Array(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}
