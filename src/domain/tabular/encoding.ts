export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';

const BOMS: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/**
 * How a file's text is encoded, from its first bytes: a byte order mark; else UTF-16 when every other byte is mostly
 * zero; else UTF-8 when it is valid; else GB18030 when bytes above 127 come in pairs, as in Chinese; else Windows-1252.
 *
 * @param sample the beginning of the file. A character cut off at its end does not count against an encoding.
 * @example detectEncoding(new Uint8Array([0xbf, 0xcd, 0xbb, 0xa7])) // 'gb18030' (客户)
 */
export function detectEncoding(sample: Uint8Array): Encoding {
  const bom = BOMS.find(({ bytes }) => bytes.every((byte, i) => sample[i] === byte));
  if (bom) return bom.encoding;
  const utf16 = utf16Of(sample);
  if (utf16) return utf16;
  if (isValid(sample, 'utf-8')) return 'utf-8';
  return looksChinese(sample) && isValid(sample, 'gb18030') ? 'gb18030' : 'windows-1252';
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

/** In GB18030 a byte above 127 starts a pair, so such bytes stand in runs; in a Western text they stand alone. */
function looksChinese(sample: Uint8Array): boolean {
  let runs = 0;
  let single = 0;
  for (let i = 0; i < sample.length; i++) {
    if ((sample[i] ?? 0) < 0x80) continue;
    const start = i;
    while (i + 1 < sample.length && (sample[i + 1] ?? 0) >= 0x80) i++;
    runs++;
    if (i === start) single++;
  }
  return single * 2 < runs;
}
