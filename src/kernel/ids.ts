/** A string that names one thing of one sort, so that the id of a record is never passed where a batch is meant. */
export type Id<Sort extends string> = string & { readonly sort: Sort };

export type RecordId = Id<'record'>;
export type BatchId = Id<'batch'>;
export type DeviceId = Id<'device'>;

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A ULID: 26 characters, sortable by time (48 bits of milliseconds), then 80 random bits.
 *
 * @param ms milliseconds since 1970, 0 ≤ ms < 2^48.
 * @param random ten bytes.
 * @source https://github.com/ulid/spec
 * @example timeOrderedId(0, new Uint8Array(10)) // '00000000000000000000000000'
 */
export function timeOrderedId(ms: number, random: Uint8Array): string {
  let time = '';
  for (let rest = ms, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = ALPHABET.charAt(rest % 32) + time;
  let tail = '';
  let bits = 0;
  let width = 0;
  for (const byte of random.subarray(0, 10)) {
    bits = (bits << 8) | byte;
    for (width += 8; width >= 5; width -= 5) tail += ALPHABET.charAt((bits >>> (width - 5)) & 31);
    bits &= (1 << width) - 1;
  }
  return time + tail;
}
