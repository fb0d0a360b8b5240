/** Small numbers from a seed, the same everywhere (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How a file is written. */
export interface Writing {
  readonly delimiter: string;
  readonly newline: string;
  readonly quote: string;
  readonly escape: string;
  readonly quoteAll: boolean;
}

export const PLAIN: Writing = { delimiter: ',', newline: '\n', quote: '"', escape: '"', quoteAll: false };

/** A file that was written well and then spoilt in one way, and the table that was meant. */
export interface Polluted {
  readonly bytes: Uint8Array;
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Pollution = (clean: Clean, random: () => number) => Uint8Array;

interface Clean {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const NAMES = ['Order no', 'Date', 'Customer', 'Product', 'Quantity', 'Amount', 'Note'];
const CUSTOMERS = ['Northwick Ltd', '青禾岭泵业', 'Tarnhill GmbH', 'Blume, Kurz & Co', '岭南商行', "O'Hara Tools"];
const PRODUCTS = ['Pump P1', 'Valve 3/4', '水泵 A型', 'Seal; small', 'Hose 5 m'];
const NOTES = ['', 'urgent', 'call "Anna" first', 'two\nlines', 'a, b; c', '急件'];

/** 12 to 40 orders, invented. Notes have delimiters, quotes and line ends in them. */
function cleanTable(random: () => number): Clean {
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const rows = Array.from({ length: 12 + Math.floor(random() * 28) }, (_, i) => [
    `SO-${1000 + i}`,
    `2024-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`,
    pick(CUSTOMERS),
    pick(PRODUCTS),
    String(1 + Math.floor(random() * 20)),
    (random() * 900 + 1).toFixed(2),
    pick(NOTES),
  ]);
  return { names: NAMES, rows };
}

function write({ names, rows }: Clean, writing: Partial<Writing> = {}): string {
  const way = { ...PLAIN, ...writing };
  return [names, ...rows].map((row) => lineOf(row, way)).join(way.newline) + way.newline;
}

function lineOf(row: readonly string[], { delimiter, quote, escape, quoteAll }: Writing): string {
  return row
    .map((cell) => {
      const needs = quoteAll || cell.includes(delimiter) || cell.includes(quote) || /[\r\n]/.test(cell);
      return needs ? quote + cell.replaceAll(quote, escape + quote) + quote : cell;
    })
    .join(delimiter);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((char) => [...char].flatMap(unitsOf))]);
const unitsOf = (char: string): number[] =>
  Array.from({ length: char.length }, (_, i) => char.charCodeAt(i)).flatMap((unit) => [unit & 255, unit >> 8]);

/** The text with one data row, which `change` spoils; it gets the cells of the row. */
function oneRow(clean: Clean, random: () => number, change: (cells: string[]) => string): Uint8Array {
  const place = Math.floor(random() * clean.rows.length);
  const lines = clean.rows.map((row, i) => {
    if (i !== place) return lineOf(row, PLAIN);
    return change(row.map((cell) => lineOf([cell], PLAIN)));
  });
  return utf8(`${[lineOf(clean.names, PLAIN), ...lines].join('\n')}\n`);
}

/**
 * The ways in which files are spoilt, after the classes of the Pollock benchmark (Vitagliano and others, VLDB 2023): of the
 * file, its dialect, its layout, or one of its rows.
 */
export const POLLUTIONS: Readonly<Record<string, Pollution>> = {
  'nothing wrong': (clean) => utf8(write(clean)),
  semicolons: (clean) => utf8(write(clean, { delimiter: ';' })),
  tabs: (clean) => utf8(write(clean, { delimiter: '\t' })),
  bars: (clean) => utf8(write(clean, { delimiter: '|' })),
  'two bars': (clean) => utf8(write(clean, { delimiter: '||' })),
  'carriage returns and line feeds': (clean) => utf8(write(clean, { newline: '\r\n' })),
  'carriage returns': (clean) => utf8(write(clean, { newline: '\r' })),
  'mixed line ends': (clean, random) =>
    utf8([clean.names, ...clean.rows].map((row) => lineOf(row, PLAIN) + (random() < 0.5 ? '\r\n' : '\n')).join('')),
  'apostrophes for quotes': (clean) => utf8(write(clean, { quote: "'", escape: "'" })),
  'a backslash before quotes': (clean) => utf8(write(clean, { escape: '\\' })),
  'everything quoted': (clean) => utf8(write(clean, { quoteAll: true })),
  'a byte order mark': (clean) => utf8(`\uFEFF${write(clean)}`),
  'UTF-16': (clean) => utf16(write(clean)),
  'a preamble': (clean) => utf8(`Sales report\nPrinted by Vital Few\n\n${write(clean)}`),
  'a line that names the delimiter': (clean) => utf8(`sep=;\r\n${write(clean, { delimiter: ';', newline: '\r\n' })}`),
  'a footer': (clean) => utf8(`${write(clean)}\nConfidential\n`),
  'a row of groups above the header': (clean) => utf8(`Order,,Who,What,,,\n${write(clean)}`),
  'no line end at the end': (clean) => utf8(write(clean).slice(0, -1)),
  'blank lines': (clean, random) =>
    utf8([clean.names, ...clean.rows].map((row) => `${lineOf(row, PLAIN)}\n${random() < 0.2 ? '\n' : ''}`).join('')),
  'a delimiter at the end of each row': (clean) =>
    utf8([clean.names, ...clean.rows].map((row) => `${lineOf(row, PLAIN)},\n`).join('')),
  'two headers': (clean) => {
    const half = Math.ceil(clean.rows.length / 2);
    const lines = clean.rows.map((row) => lineOf(row, PLAIN));
    const header = lineOf(clean.names, PLAIN);
    return utf8(`${[header, ...lines.slice(0, half), header, ...lines.slice(half)].join('\n')}\n`);
  },
  'a delimiter too many': (clean, random) =>
    oneRow(clean, random, (cells) => cells.toSpliced(1 + Math.floor(random() * 5), 0, '').join(',')),
  'a delimiter too few': (clean, random) =>
    oneRow(clean, random, (cells) => {
      const place = Math.floor(random() * 5);
      return cells.toSpliced(place, 2, `${cells[place] ?? ''}${cells[place + 1] ?? ''}`).join(',');
    }),
  'another delimiter in a row': (clean, random) =>
    oneRow(clean, random, (cells) => cells.join(random() < 0.5 ? ';' : '\t')),
  'a quote that is not closed': (clean, random) =>
    oneRow(clean, random, (cells) => {
      const place = Math.floor(random() * cells.length);
      return cells.map((cell, i) => (i === place ? `"${cell.replaceAll('"', '')}` : cell)).join(',');
    }),
  'a row cut short': (clean, random) =>
    oneRow(clean, random, (cells) => cells.slice(0, 2 + Math.floor(random() * 3)).join(',')),
};

export function polluted(kind: string, seed: number): Polluted {
  const random = seeded(seed);
  const clean = cleanTable(random);
  const pollution = POLLUTIONS[kind];
  if (!pollution) throw new Error(`no pollution ${kind}`);
  return { bytes: pollution(clean, random), names: clean.names, rows: clean.rows };
}
