/** How files begin that hold no table: pictures, documents, sound, archives other than ZIP, programs, databases. */
const SIGNATURES: readonly (readonly [at: number, signature: string])[] = [
  [0, '\u0089PNG\r\n\u001a\n'],
  [0, 'ÿØÿ'],
  [0, 'GIF8'],
  [0, 'II*\0'],
  [0, 'MM\0*'],
  [8, 'WEBP'],
  [4, 'ftyp'],
  [0, '%PDF-'],
  [0, '{\\rtf'],
  [0, 'ID3'],
  [0, 'OggS'],
  [0, '7z¼¯'],
  [0, 'Rar!'],
  [0, 'MZ\u0090\0'],
  [0, '\u007fELF'],
  [0, 'SQLite format 3\0'],
];
/** Control characters of which text has hardly any. NUL is none of them: some programs pad with it. */
const CONTROL = /[\u0002-\u0008\u000e-\u001a\u001c-\u001f]/g;
const MOST_CONTROL = 0.05;
/** Fewer bytes than this say nothing by their kind. */
const ENOUGH = 64;

/**
 * Whether a file is something else than a table, from its first bytes: a picture, a PDF, a program. Text in any encoding,
 * workbooks and gzip are not; nor is an empty file.
 * @example looksLikeNoTable(new TextEncoder().encode('%PDF-1.7')) // true
 */
export function looksLikeNoTable(first: Uint8Array): boolean {
  const text = Array.from(first.subarray(0, 4096), (byte) => String.fromCharCode(byte)).join('');
  if (SIGNATURES.some(([at, signature]) => text.startsWith(signature, at))) return true;
  return first.length >= ENOUGH && !isPacked(first) && (text.match(CONTROL)?.length ?? 0) > text.length * MOST_CONTROL;
}

/** ZIP, gzip, OLE and bare BIFF: what is in them shows when they are read. UTF-16 has bytes of any kind. */
function isPacked(first: Uint8Array): boolean {
  const [a = 0, b = 0] = first;
  const zeros = first.filter((byte) => byte === 0).length;
  return (
    (a === 0x50 && b === 0x4b) ||
    (a === 0x1f && b === 0x8b) ||
    (a === 0xd0 && b === 0xcf) ||
    a === 9 ||
    isWide(a, b, zeros / first.length)
  );
}

function isWide(a: number, b: number, zeros: number): boolean {
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || zeros > 0.1;
}
