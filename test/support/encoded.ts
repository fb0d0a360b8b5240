import { must } from '@/src/kernel/assert';

/** Text in an encoding of two bytes a character, which browsers decode but do not write. */
export function encoded(text: string, encoding: 'gb18030' | 'big5'): Uint8Array<ArrayBuffer> {
  const table = tableOf(encoding);
  return new Uint8Array(
    Array.from(text).flatMap((char) => {
      const code = char.charCodeAt(0);
      return code < 0x80 ? [code] : must(table.get(char), `${char} in ${encoding}`);
    }),
  );
}

const tables = new Map<string, Map<string, number[]>>();

function tableOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const char = decoder.decode(new Uint8Array([high, low]));
      if (Array.from(char).length === 1 && char !== '\uFFFD' && !table.has(char)) table.set(char, [high, low]);
    }
  tables.set(encoding, table);
  return table;
}
