import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '@/src/domain/tabular/workbook/read-xlsx';
import { WORKBOOK_LIMITS, type WorkbookLimits } from '@/src/domain/tabular/workbook/sheet';
import type { Watch } from '@/src/domain/tabular/workbook/workbook-archive';
import { gunzip } from '@/src/platform/files/gunzip';
import {
  CENTRAL,
  craftedParts,
  craftedRow,
  craftedXlsx,
  END,
  patched,
  type CraftedWorkbook,
} from '@/test/support/workbooks';
import { HANGS, processorTime } from '@/test/support/processor-time';

const ROW = craftedRow(1, ['a', 'b']);
const FINE: CraftedWorkbook = { sheets: [{ data: ROW }] };
const SHEET = 'xl/worksheets/sheet1.xml';
const MB = 1024 * 1024;

const repeated = (text: string, times: number) => text.repeat(times);
const data = (xml: string, more: CraftedWorkbook = {}) => craftedXlsx({ ...more, sheets: [{ data: xml }] });
const withPart = (name: string, part: string | Uint8Array | undefined) =>
  craftedXlsx({ ...FINE, parts: { [name]: part } });
const sheet = (xml: string) => withPart(SHEET, xml);
const fine = () => craftedXlsx(FINE);

/** One number of every directory entry changed. */
const lie = (offset: number, value: number) =>
  patched(fine(), CENTRAL, (view, at) => view.setUint32(at + offset, value, true));
const end = (edit: (view: DataView, at: number) => void) => patched(fine(), END, edit);

/** Every entry claims its sizes in a ZIP64 field that says what is given. */
function zip64(size: bigint): Uint8Array {
  const extra = new Uint8Array(16);
  new DataView(extra.buffer).setBigUint64(0, size, true);
  new DataView(extra.buffer).setBigUint64(8, size, true);
  const parts: Zippable = {};
  for (const [name, part] of Object.entries(craftedParts(FINE)))
    parts[name] = [typeof part === 'string' ? strToU8(part) : part, { extra: { 1: extra } }];
  return patched(zipSync(parts), CENTRAL, (view, at) => {
    view.setUint32(at + 20, 0xffff_ffff, true);
    view.setUint32(at + 24, 0xffff_ffff, true);
  });
}

/** A container of OLE with one entry of the given name. */
function ole(name: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from(name, 'utf16le'), 1152);
  return bytes;
}

type Made = () => Uint8Array;
const REFUSED: readonly (readonly [string, string, Made])[] = [
  ['nothing', 'not-a-workbook', () => new Uint8Array(0)],
  ['text', 'not-a-workbook', () => strToU8('订单号,金额\n1,2\n')],
  ['HTML under the name of XLS', 'not-a-workbook', () => strToU8('<html><table><tr><td>1</table>')],
  ['a container that is not locked', 'not-a-workbook', () => ole('Workbook')],
  ['a text document', 'not-a-workbook', () => zipSync({ 'word/document.xml': strToU8('<document/>') })],
  [
    'an OpenDocument',
    'not-a-workbook',
    () => zipSync({ mimetype: strToU8('application/x'), 'content.xml': strToU8('<x/>') }),
  ],
  ['an archive of nothing', 'not-a-workbook', () => zipSync({})],
  ['another document where the workbook should be', 'not-a-workbook', () => withPart('xl/workbook.xml', '<document/>')],
  ['a package that asks for a password', 'encrypted', () => ole('EncryptedPackage')],
  ['locked parts', 'encrypted', () => patched(fine(), CENTRAL, (view, at) => view.setUint16(at + 8, 1, true))],
  ['a file cut in half', 'damaged', () => fine().slice(0, 600)],
  ['a file without its last bytes', 'damaged', () => fine().slice(0, -5)],
  ['the first bytes of an archive alone', 'damaged', () => new Uint8Array([0x50, 0x4b, 3, 4])],
  ['a directory that is somewhere else', 'damaged', () => end((view, at) => view.setUint32(at + 16, 7, true))],
  ['a directory behind the end', 'damaged', () => end((view, at) => view.setUint32(at + 16, 0xffff_0000, true))],
  ['a directory of more parts than it has', 'damaged', () => end((view, at) => view.setUint16(at + 10, 1999, true))],
  ['a directory of too many parts', 'too-large', () => end((view, at) => view.setUint16(at + 10, 65_000, true))],
  [
    'two thousand parts too many',
    'too-large',
    () => zipSync(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`p${i}`, new Uint8Array(0)]))),
  ],
  ['parts that start behind the end', 'damaged', () => lie(42, 0x7fff_ffff)],
  ['parts that start in the middle of others', 'damaged', () => lie(42, 3)],
  ['packed sizes beyond the file', 'damaged', () => lie(20, 0x7000_0000)],
  ['packed sizes of nothing', 'damaged', () => lie(20, 0)],
  ['packed sizes a little too small', 'damaged', () => patched(fine(), CENTRAL, shrink)],
  ['sizes too small', 'damaged', () => lie(24, 10)],
  ['sizes too large', 'damaged', () => lie(24, 4000)],
  ['sizes of four gigabytes', 'too-large', () => lie(24, 0xffff_fff0)],
  ['check sums of something else', 'damaged', () => lie(16, 12345)],
  [
    'a way of packing that nobody knows',
    'damaged',
    () => patched(fine(), CENTRAL, (v, at) => v.setUint16(at + 10, 99, true)),
  ],
  ['ZIP64 sizes beyond all files', 'damaged', () => zip64(2n ** 63n)],
  ['ZIP64 sizes of a terabyte', 'damaged', () => zip64(2n ** 40n)],
  ['bytes changed in the middle', 'damaged', () => scrambled(data(repeated(ROW, 200)))],
  ['a bomb of zeros', 'too-large', () => sheet(repeated(' ', 8 * MB))],
  ['a bomb of rows', 'too-large', () => data(repeated('<row/>', 2_000_000))],
  ['a bomb in the shared strings', 'too-large', () => data('', { strings: repeated('<si><t/></si>', 400_000) })],
  ['a bomb that hides its size', 'damaged', () => hidden(sheet(repeated(' ', 8 * MB)))],
  [
    'a document type',
    'damaged',
    () => sheet(`<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData>${ROW}</sheetData></worksheet>`),
  ],
  [
    'entities that hold each other',
    'damaged',
    () => withPart('xl/sharedStrings.xml', '<!DOCTYPE l [<!ENTITY a "&b;&b;">]><sst/>'),
  ],
  ['a sheet that ends in the middle', 'damaged', () => sheet('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>')],
  ['a sheet that ends within a tag', 'damaged', () => sheet('<worksheet><sheetData><row r="1"><c r="A')],
  ['tags that cross', 'damaged', () => data('<row r="1"><c r="A1"></row></c>')],
  ['text where a workbook should be', 'damaged', () => withPart('xl/workbook.xml', 'hello')],
  ['bytes that are no UTF-8', 'damaged', () => sheet2(new Uint8Array([60, 97, 62, 0xff, 0xfe, 60, 47, 97, 62]))],
  ['elements in each other without end', 'damaged', () => sheet(repeated('<a>', 1000))],
  [
    'an element of a thousand attributes',
    'damaged',
    () => sheet(`<a ${Array.from({ length: 1000 }, (_, i) => `b${i}=""`).join(' ')}/>`),
  ],
  ['no workbook', 'damaged', () => withPart('xl/workbook.xml', undefined)],
  ['a listed sheet that is missing', 'damaged', () => withPart(SHEET, undefined)],
  ['a listed sheet without a relation', 'damaged', () => withPart('xl/_rels/workbook.xml.rels', '<Relationships/>')],
  [
    'a shared string out of range',
    'damaged',
    () => data('<row r="1"><c r="A1" t="s"><v>1</v></c></row>', { strings: '<si><t>a</t></si>' }),
  ],
  ['a shared string of a negative number', 'damaged', () => data('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>')],
  ['shared strings that are missing', 'damaged', () => data('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')],
  ['row 0', 'damaged', () => data('<row r="0"><c r="A1"><v>1</v></c></row>')],
  ['row one and a half', 'damaged', () => data('<row r="1.5"><c r="A1"><v>1</v></c></row>')],
  ['a cell outside of a row', 'damaged', () => data('<c r="A1"><v>1</v></c>')],
  ['a cell without a column', 'damaged', () => data('<row r="1"><c r="1"><v>1</v></c></row>')],
  ['a row beyond the last', 'too-large', () => data('<row r="1048577"><c r="A1"><v>1</v></c></row>')],
  ['a row beyond all numbers', 'too-large', () => data('<row r="1e300"><c r="A1"><v>1</v></c></row>')],
  ['a column beyond the last', 'too-large', () => data('<row r="1"><c r="XFE1"><v>1</v></c></row>')],
  ['a column beyond all letters', 'damaged', () => data('<row r="1"><c r="AAAAAAA1"><v>1</v></c></row>')],
  [
    'rows with nothing but their last cell',
    'too-large',
    () =>
      data(
        Array.from(
          { length: 2100 },
          (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>${i * 7919}</v></c></row>`,
        ).join(''),
      ),
  ],
  [
    'sheets with nothing but their last row',
    'too-large',
    () =>
      craftedXlsx({
        sheets: Array.from({ length: 33 }, () => ({ data: '<row r="1048576"><c r="A1"><v>1</v></c></row>' })),
      }),
  ],
];

function shrink(view: DataView, at: number): void {
  view.setUint32(at + 20, view.getUint32(at + 20, true) - 8, true);
}

/** With some packed bytes of the sheet changed. */
function scrambled(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  // The name stands in front of the data first.
  const at = Buffer.from(copy).indexOf('sheet1.xml');
  for (let i = 60; i < 70; i++) copy[at + i] = (copy[at + i] ?? 0) ^ 0x5a;
  return copy;
}

/** Every part says that a little comes out of it. */
function hidden(bytes: Uint8Array): Uint8Array {
  return patched(bytes, CENTRAL, (view, at) => {
    if (view.getUint32(at + 24, true) > MB) view.setUint32(at + 24, 900_000, true);
  });
}

function sheet2(bytes: Uint8Array): Uint8Array {
  return withPart(SHEET, bytes);
}

/** By the library, and by what the browser has. */
const UNPACKERS: readonly (readonly [string, Watch])[] = [
  ['unpacked by the library', {}],
  ['unpacked by the platform', { gunzip }],
];

describe.each(UNPACKERS)('a crafted workbook, %s', (_, watch) => {
  it.each(REFUSED)('of %s is refused as %s', async (_name, code, make) => {
    const bytes = make();
    const spent = processorTime();
    const result = await readXlsx(bytes, WORKBOOK_LIMITS, watch);
    const took = spent();

    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(took).toBeLessThan(HANGS);
  });
});

describe('a crafted workbook', () => {
  it.each<[string, Made, readonly (readonly string[])[]]>([
    [
      'a range that is not its own',
      () => craftedXlsx({ sheets: [{ data: ROW, before: '<dimension ref="A1:XFD1048576"/>' }] }),
      [['a', 'b']],
    ],
    ['no styles', () => withPart('xl/styles.xml', undefined), [['a', 'b']]],
    ['styles that nobody wrote down', () => data('<row r="1"><c r="A1" s="4000000000"><v>1</v></c></row>'), [['1']]],
    [
      'a million styles',
      () => data('<row r="1"><c r="A1" s="999999"><v>1</v></c></row>', { parts: { 'xl/styles.xml': millionStyles() } }),
      [['2', '1']].map(() => ['1900-01-01']),
    ],
    [
      'errors where values should be',
      () => data('<row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1"><v>1</v></c></row>'),
      [['', '1']],
    ],
    ['names that lead out of the archive', () => withPart('../../../etc/passwd', 'x'), [['a', 'b']]],
    ['an entity that nobody declared', () => data('<row r="1"><c r="A1" t="str"><v>&xxe;</v></c></row>'), [['&xxe;']]],
    [
      'characters that are none',
      () => data('<row r="1"><c r="A1" t="str"><v>&#0;&#xD800;&#x110000;</v></c></row>'),
      [['\uFFFD\uFFFD\uFFFD']],
    ],
    ['a number that is none', () => data('<row r="1"><c r="A1"><v>one</v></c></row>'), [['one']]],
    [
      'a comment behind it',
      () => new Uint8Array([...patched(fine(), END, (v, at) => v.setUint16(at + 20, 3, true)), 1, 2, 3]),
      [['a', 'b']],
    ],
    ['the same row twice', () => data(ROW + ROW), [['a', 'b']]],
    [
      'a picture as a bomb, which nobody unpacks',
      () => withPart('xl/media/image1.png', new Uint8Array(20 * MB)),
      [['a', 'b']],
    ],
  ])('with %s is read', async (_, make, expected) => {
    const bytes = make();
    const spent = processorTime();
    const result = await readXlsx(bytes, WORKBOOK_LIMITS, { gunzip });
    const took = spent();

    expect(result.ok && result.value.map(({ rows }) => rows)).toEqual([expected]);
    expect(took).toBeLessThan(HANGS);
  });

  it.each<[keyof WorkbookLimits, number, number]>([
    ['rows', 3, 2],
    ['columns', 2, 1],
    ['cells', 9, 8],
    ['sharedStrings', 2, 1],
    ['entries', 7, 6],
    ['inflated', 10_000, 900],
  ])('may be as large as allowed and no larger: %s', async (name, enough, tooFew) => {
    const rows = [1, 2, 3].map(
      (row) => `<row r="${row}"><c r="A${row}" t="s"><v>0</v></c><c r="B${row}" t="s"><v>1</v></c></row>`,
    );
    const bytes = data(rows.join(''), { strings: '<si><t>a</t></si><si><t>b</t></si>' });

    expect(await readXlsx(bytes, { ...WORKBOOK_LIMITS, [name]: enough }, { gunzip })).toMatchObject({ ok: true });
    expect(await readXlsx(bytes, { ...WORKBOOK_LIMITS, [name]: tooFew }, { gunzip })).toMatchObject({
      ok: false,
      error: { code: 'too-large' },
    });
  });
});

/** The last of them is a day. Different enough not to be packed too tightly. */
function millionStyles(): string {
  const styles = Array.from({ length: 999_999 }, (_, i) => `<xf numFmtId="${(i * 7919) % 997}"/>`).join('');
  return `<styleSheet><cellXfs>${styles}<xf numFmtId="14"/></cellXfs></styleSheet>`;
}
