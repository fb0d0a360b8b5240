import { Unzip, UnzipInflate, zipSync } from 'fflate';

const PIECE = 16 * 1024;
/** What a spreadsheet is made of; pictures, previews and fonts stay packed. */
const PARTS = /\.(?:xml|rels|bin|vml)$|^mimetype$/i;

/** Thrown when more comes out of a packed file than is allowed. */
export class TooLarge extends Error {}

/**
 * The same archive unpacked, every part of a spreadsheet in it at its real size, whatever sizes it claims.
 * @throws TooLarge beyond `limit` bytes. @throws when it is no archive, or a part is packed in an unknown way.
 */
export function unpacked(bytes: Uint8Array, limit: number): Uint8Array {
  const parts: Record<string, Uint8Array[]> = {};
  let total = 0;
  const unzip = new Unzip((entry) => {
    if (!PARTS.test(entry.name)) return;
    const pieces: Uint8Array[] = (parts[entry.name] = []);
    entry.ondata = (fault, data) => {
      if (fault) throw fault;
      total += data.length;
      if (total > limit) throw new TooLarge(entry.name);
      pieces.push(data);
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += PIECE)
    unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
  const whole = Object.entries(parts).map(([name, pieces]) => [name, joined(pieces)] as const);
  return zipSync(Object.fromEntries(whole), { level: 0 });
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
