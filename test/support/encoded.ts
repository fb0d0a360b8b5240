import { must } from '@/src/kernel/assert';

/** Encodings that browsers decode but do not write. */
type Written = 'gb18030' | 'big5' | 'shift_jis' | 'windows-1252';

/** Text in an encoding of one or two bytes a character. */
export function encoded(text: string, encoding: Written): Uint8Array<ArrayBuffer> {
  const table = tableOf(encoding);
  return new Uint8Array(
    Array.from(text).flatMap((char) => {
      const code = char.charCodeAt(0);
      return code < 0x80 ? [code] : must(table.get(char), `${char} in ${encoding}`);
    }),
  );
}

/** Text in UTF-16 without a byte order mark. */
export function utf16(text: string, order: 'le' | 'be'): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), order === 'le');
  return new Uint8Array(view.buffer);
}

const tables = new Map<string, Map<string, number[]>>();

function tableOf(encoding: Written): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  const add = (...bytes: number[]): void => {
    // As a stream: some runtimes take windows-1252 for Latin-1 otherwise. A character cut in half is none.
    const char = decoder.decode(new Uint8Array(bytes), { stream: encoding === 'windows-1252' });
    if (Array.from(char).length === 1 && char !== '\uFFFD' && !table.has(char)) table.set(char, bytes);
  };
  for (let high = 0x80; high <= 0xff; high++) {
    if (encoding === 'windows-1252') add(high);
    else for (let low = 0x40; low <= 0xfe; low++) add(high, low);
  }
  tables.set(encoding, table);
  return table;
}
