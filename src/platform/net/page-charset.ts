import { decoderOf } from '@/src/domain/tabular/text/decoder-of';
import { detectEncoding } from '@/src/domain/tabular/text/encoding';

/** Where a page names its encoding, in bytes. The standard asks for 1024; pages with long heads need more. */
const HEAD_BYTES = 4096;
const SAMPLE_BYTES = 64_000;

/**
 * The text of a page: by its byte order mark; else by what the server says; else by what the page says of itself; else by what
 * its bytes speak for. Names that no browser knows are passed over.
 * @param contentType the header of that name, empty where there is none.
 */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const encoding =
    markOf(bytes) ?? known(charsetIn(contentType)) ?? metaOf(bytes) ?? detectEncoding(bytes.subarray(0, SAMPLE_BYTES));
  return decoderOf(encoding)(bytes);
}

function markOf(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

function charsetIn(text: string): string {
  return /charset\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})/i.exec(text.slice(0, 500))?.[1] ?? '';
}

function metaOf(bytes: Uint8Array): string | undefined {
  const head = decoderOf('windows-1252')(bytes.subarray(0, HEAD_BYTES)).replace(/<!--[\s\S]{0,4096}?-->/g, '');
  for (const [tag] of head.matchAll(/<(?:meta|\?xml)\s[^>]{0,500}>/gi)) {
    const name = known(charsetIn(tag.replace(/encoding\s{0,9}=/i, 'charset=')));
    // Bytes that could be read so far are not of two each.
    if (name !== undefined) return name.startsWith('utf-16') ? 'utf-8' : name;
  }
  return undefined;
}

function known(label: string): string | undefined {
  if (label === '') return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    // No such encoding.
    return undefined;
  }
}
