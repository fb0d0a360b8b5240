import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { utils, write, type WorkSheet } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { PRESETS } from '@/src/domain/exchange/formats/presets';
import { readContactTable } from '@/src/domain/exchange/read-contact-table';
import type { ReadContacts } from '@/src/domain/exchange/read-contacts';
import { writeContactTable } from '@/src/domain/exchange/write-contact-table';
import { TooLarge, unpacked } from '@/src/platform/files/bounded-zip';
import { readWorkbook, writeWorkbook } from '@/src/platform/files/workbook';
import { CONTACT_FILE_LIMITS, readContactFile } from '@/src/platform/workers/contact-service';
import { contactRows, contactText, fieldsOf } from '@/test/support/contact-files';
import { encoded } from '@/test/support/encoded';

type Part = BlobPart;
const LIMIT = { rows: 1000, columns: 100 };

function file(...parts: Part[]): File {
  return new File(parts, 'contacts.csv');
}

async function read(given: File, home = 'CN'): Promise<ReadContacts> {
  const result = await readContactFile(given, home);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function ofRows(rows: readonly (readonly string[])[], home = 'CN'): ReadContacts {
  const result = readContactTable(rows, { home });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function workbook(
  sheets: Readonly<Record<string, WorkSheet>>,
  bookType: 'xlsx' | 'biff8' | 'ods' | 'html' = 'xlsx',
): Uint8Array<ArrayBuffer> {
  // Safe: `array` gives an ArrayBuffer.
  const data = write({ SheetNames: Object.keys(sheets), Sheets: sheets }, { type: 'array', bookType }) as ArrayBuffer;
  return new Uint8Array(data);
}

describe('readContactFile', () => {
  it.each([
    ['UTF-8', (text: string) => new TextEncoder().encode(text)],
    ['UTF-8 with a byte order mark', (text: string) => new TextEncoder().encode(`\uFEFF${text}`)],
    ['GB18030', (text: string) => encoded(text, 'gb18030')],
    ['UTF-16 LE', (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
    ['UTF-16 BE', (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16())],
  ])('reads a Chinese sheet in %s', async (_, encode) => {
    expect(await read(file(encode(contactText('sheet-hans'))))).toEqual(ofRows(contactRows('sheet-hans')));
  });

  it('reads a sheet in Big5, and one with tabs', async () => {
    const rows = contactRows('sheet-hant');
    const tabs = rows.map((row) => row.join('\t')).join('\r\n');

    expect(fieldsOf(await read(file(encoded(contactText('sheet-hant'), 'big5')), 'TW'))).toEqual(
      fieldsOf(ofRows(rows, 'TW')),
    );
    expect(fieldsOf(await read(file(tabs), 'TW'))).toEqual(fieldsOf(ofRows(rows, 'TW')));
  });

  it.each([...PRESETS.map(({ format }) => format), 'sheet-hans', 'sheet-en'])(
    'reads %s from CSV and from XLSX alike',
    async (name) => {
      const expected = fieldsOf(ofRows(contactRows(name)));
      const sheet = await writeWorkbook(contactRows(name));

      expect(fieldsOf(await read(file(contactText(name))))).toEqual(expected);
      expect(fieldsOf(await read(file(sheet)))).toEqual(expected);
    },
  );

  it.each(['biff8', 'ods', 'html'] as const)('reads %s', async (bookType) => {
    const rows = contactRows('hubspot-companies');
    const bytes = workbook({ Sheet1: utils.aoa_to_sheet(rows) }, bookType);

    expect(fieldsOf(await read(file(bytes))).slice(1)).toEqual(fieldsOf(ofRows(rows)).slice(1));
  });

  it('takes numbers in full, results of formulas, hidden rows, and the first sheet that holds contacts', async () => {
    const sheet = utils.aoa_to_sheet([
      ['通讯录'],
      ['编号', '姓名', '手机', '邮箱', '备注'],
      [
        { t: 'n', v: 123, z: '00000' },
        '王晓岚',
        13800138000,
        { t: 's', v: 'w@qingheling.example', f: 'A1&"x"' },
        '=1+1',
      ],
      [
        { t: 'n', v: 123456789012345680 },
        '欧阳志远',
        { t: 'n', v: 13900138001, z: '0.00E+00' },
        { t: 'e', v: 0x2a },
        '',
      ],
    ]);
    sheet['!rows'] = [{}, {}, { hidden: true }];
    const notes = utils.aoa_to_sheet([['说明'], ['第二页才是通讯录']]);
    const { cards, lost } = await read(file(workbook({ 说明: notes, 通讯录: sheet })));

    expect(cards).toMatchObject([
      {
        name: '王晓岚',
        phones: [{ value: '+8613800138000' }],
        emails: [{ value: 'w@qingheling.example' }],
        note: '=1+1',
        externalIds: ['sheet:00123'],
      },
      { name: '欧阳志远', phones: [{ value: '+8613900138001' }], emails: [], externalIds: [] },
    ]);
    expect(lost).toEqual([{ name: '编号', rows: 1 }]);
  });

  it.each([
    ['nothing', file(), 'empty'],
    ['blank lines', file('\r\n \r\n'), 'empty'],
    ['headings alone', file('姓名,电话\r\n'), 'empty'],
    ['orders', file('日期,客户,金额\r\n2026-01-05,青禾岭,12.50\r\n'), 'not-contacts'],
    ['a picture', file(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 1, 2])), 'not-contacts'],
    ['a picture of a card', file(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70])), 'not-contacts'],
    ['an archive of something else', file(new Uint8Array(zipSync({ 'a.xml': new Uint8Array([60]) }))), 'damaged'],
    ['half a workbook', file(workbook({ a: utils.aoa_to_sheet([['姓名', '电话']]) }).slice(0, 900)), 'damaged'],
  ])('says of %s what it is', async (_, given, code) => {
    expect(await readContactFile(given, 'CN')).toMatchObject({ ok: false, error: { code } });
  });

  it('reads an address book', async () => {
    const result = await readContactFile(
      file('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:王晓岚\r\nTEL:13800138000\r\nEND:VCARD\r\n'),
      'CN',
    );

    expect(result.ok && result.value.cards.map(({ name, phones }) => [name, phones])).toEqual([
      ['王晓岚', [{ value: '+8613800138000' }]],
    ]);
  });

  it('says what it found where it expected contacts', async () => {
    const result = await readContactFile(file('\r\n日期,客户,金额\r\n2026-01-05,青禾岭,12.50\r\n'), 'CN');

    expect(result).toEqual({ ok: false, error: { code: 'not-contacts', found: ['日期', '客户', '金额'] } });
  });

  it('knows a workbook that asks for a password', async () => {
    const { CFB } = await import('@e965/xlsx');
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, 'EncryptedPackage', Buffer.from([1, 2, 3]));
    CFB.utils.cfb_add(container, 'EncryptionInfo', Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]));
    const bytes = CFB.write(container, { type: 'array' }) as number[];

    expect(await readContactFile(file(new Uint8Array(bytes)), 'CN')).toEqual({
      ok: false,
      error: { code: 'encrypted' },
    });
  });

  it('refuses a file beyond its size, packed or unpacked', async () => {
    const huge = { size: CONTACT_FILE_LIMITS.bytes + 1, name: 'x' } as File;
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(4 * 1024 * 1024) }, { level: 9 });

    expect(await readContactFile(huge, 'CN')).toEqual({ ok: false, error: { code: 'too-large' } });
    expect(bomb.length).toBeLessThan(10_000);
    expect(() => unpacked(bomb, 1024 * 1024)).toThrow(TooLarge);
    expect(unpacked(bomb, 5 * 1024 * 1024).length).toBeGreaterThan(4 * 1024 * 1024);
  });

  it('does not walk through a sheet that only claims to be vast', async () => {
    const sheet = await writeWorkbook([
      ['姓名', '电话'],
      ['王晓岚', '13800138000'],
    ]);
    const parts = unzipSync(sheet);
    const path = 'xl/worksheets/sheet1.xml';
    const claim = strFromU8(must(parts[path], 'a sheet')).replace('ref="A1:B2"', 'ref="A1:XFD1048576"');
    const claiming = zipSync({ ...parts, [path]: strToU8(claim) });

    expect(claim).toContain('XFD1048576');
    expect((await read(file(new Uint8Array(claiming)))).cards).toHaveLength(1);
  });
});

describe('writeWorkbook', () => {
  it('makes every cell a text, formulas and ids too, and reads back the same', async () => {
    const rows = [
      ['编号', '姓名', '电话', '备注'],
      ['00123', '=HYPERLINK("http://x.example")', '+8613800138000', '第一行\n"第二行", @x'],
      ['12345678901234567890', '-1', '1.5E+3', ''],
    ];
    const bytes = await writeWorkbook(rows);
    const { read: parse } = await import('@e965/xlsx');
    const sheet = must(parse(bytes, { type: 'array' }).Sheets['Sheet1'], 'a sheet');
    const cells = Object.entries(sheet)
      .filter(([key]) => !key.startsWith('!'))
      .map(([, cell]) => cell as { t: string; f?: string });

    expect(new Set(cells.map(({ t }) => t))).toEqual(new Set(['s']));
    expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
    expect(await readWorkbook(bytes, LIMIT)).toEqual([
      rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1)),
    ]);
  });

  it('carries cards to another program and back', async () => {
    const first = ofRows(contactRows('outlook'));
    const bytes = await writeWorkbook(writeContactTable(first.cards, 'outlook'));

    expect(fieldsOf(await read(file(bytes)))).toEqual(fieldsOf(first));
  });
});
