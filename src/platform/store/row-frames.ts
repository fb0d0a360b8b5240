import type { Frame } from './backup-format';

/** Characters after which a frame is full. */
const FRAME_CHARACTERS = 1 << 20;

/** Rows of a table in frames of about a megabyte, the last one smaller; none for no rows. @param textOf a row as JSON. */
export async function* rowFrames<T>(
  table: string,
  rows: AsyncIterable<T>,
  textOf: (row: T) => string,
): AsyncGenerator<Frame> {
  let texts: string[] = [];
  let size = 0;
  const frame = (): Frame => {
    const payload = new TextEncoder().encode(`[${texts.join(',')}]`);
    const header = { type: 'rows' as const, table, count: texts.length };
    texts = [];
    size = 0;
    return { header, payload };
  };
  for await (const row of rows) {
    const text = textOf(row);
    texts.push(text);
    size += text.length;
    if (size > FRAME_CHARACTERS) yield frame();
  }
  if (texts.length > 0) yield frame();
}
