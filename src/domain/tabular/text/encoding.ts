import { likelihoods } from './encoding-evidence';

export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'shift_jis', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

export type Encoding = (typeof ENCODINGS)[number];

const BOMS: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
  { encoding: 'gb18030', bytes: [0x84, 0x31, 0x95, 0x33] },
];
/** Of the bytes above 127, how many must be well-formed UTF-8 for the rest to be damage in a UTF-8 file. */
const MOSTLY = 0.9;

/**
 * How a file's text is encoded, from its first bytes: a byte order mark; else UTF-16 when every other byte is mostly
 * zero; else UTF-8 when it is valid, or damaged in few places; else what its bytes above 127 speak for most: GB18030, Big5,
 * Shift-JIS or Windows-1252.
 *
 * @param sample the beginning of the file. A character cut off at its end does not count against an encoding.
 * @example detectEncoding(new Uint8Array([0xbf, 0xcd, 0xbb, 0xa7])) // 'gb18030' (客户)
 */
export function detectEncoding(sample: Uint8Array): Encoding {
  const bom = BOMS.find(({ bytes }) => bytes.every((byte, i) => sample[i] === byte));
  if (bom) return bom.encoding;
  const utf16 = utf16Of(sample);
  if (utf16) return utf16;
  if (isValid(sample, 'utf-8') || shareOfUtf8(sample) > MOSTLY) return 'utf-8';
  const likely = likelihoods(sample).filter(({ encoding }) => isValid(sample, encoding));
  const best = likely.reduce((a, b) => (b.score > a.score ? b : a), { encoding: 'windows-1252' as const, score: 0 });
  return best.encoding;
}

/** Whether the byte order mark of its encoding begins the file. */
export function markLength(sample: Uint8Array): number {
  return BOMS.find(({ bytes }) => bytes.every((byte, i) => sample[i] === byte))?.bytes.length ?? 0;
}

/** ASCII text in UTF-16 has a zero in every pair, always on the same side; no other text has zeros. */
function utf16Of(sample: Uint8Array): Encoding | undefined {
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const enough = sample.length / 10;
  if (odd > enough && odd > even * 5) return 'utf-16le';
  return even > enough && even > odd * 5 ? 'utf-16be' : undefined;
}

function isValid(sample: Uint8Array, encoding: Encoding): boolean {
  try {
    // As a stream: a character that the sample cuts off at its end is no fault.
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    // Bytes that this encoding does not have: that is the answer.
    return false;
  }
}

/** Of all bytes above 127 the share in sequences that UTF-8 can have. */
function shareOfUtf8(sample: Uint8Array): number {
  let high = 0;
  let formed = 0;
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] ?? 0;
    if (byte < 0x80) continue;
    high++;
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    const following = sample.subarray(i + 1, i + 1 + more);
    if (more === 0 || following.length < more || following.some((one) => one < 0x80 || one > 0xbf)) continue;
    high += more;
    formed += more + 1;
    i += more;
  }
  return high === 0 ? 1 : formed / high;
}
