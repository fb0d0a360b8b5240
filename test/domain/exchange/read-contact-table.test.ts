import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { PRESETS } from '@/src/domain/exchange/formats/presets';
import { readContactTable, TABLE_LIMITS } from '@/src/domain/exchange/read-contact-table';
import type { ReadContacts } from '@/src/domain/exchange/read-contacts';
import { contactRows, fieldsOf } from '@/test/support/contact-files';

const FIXTURES: readonly (readonly [file: string, format: string, home: string])[] = [
  ...PRESETS.map(({ format }) => [format, format, 'CN'] as const),
  ['sheet-hans', 'sheet', 'CN'],
  ['sheet-hant', 'sheet', 'TW'],
  ['sheet-en', 'sheet', 'CN'],
];

function read(rows: readonly (readonly string[])[], home = 'CN'): ReadContacts {
  const result = readContactTable(rows, { home });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Without the fields that hold nothing, which would hide the others. */
function short(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(short);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => !(Array.isArray(one) && one.length === 0));
  return Object.fromEntries(entries.map(([key, one]) => [key, short(one)]));
}

describe('readContactTable', () => {
  it.each(FIXTURES)('takes every field of %s as written beside it', (file, format, home) => {
    const expected: unknown = JSON.parse(
      readFileSync(new URL(`../../fixtures/contacts/${file}.json`, import.meta.url), 'utf8'),
    );
    const { cards, faults, lost, ...rest } = read(contactRows(file), home);

    expect(rest.format).toBe(format);
    expect({ cards: short(cards), faults: faults.map(({ place, reason }) => [place, reason]), lost }).toEqual(expected);
  });

  it('knows the headings whatever their order, case, blanks and width', () => {
    const [headings = [], ...rows] = contactRows('outlook');
    const turned = [headings, ...rows].map((row) => row.toReversed());
    const shouted = [headings.map((one) => ` ${one.toUpperCase()}\uFEFF`), ...rows];

    expect(fieldsOf(read(turned))).toEqual(fieldsOf(read([headings, ...rows])));
    expect(fieldsOf(read(shouted))).toEqual(fieldsOf(read([headings, ...rows])));
  });

  it('takes the names of the Data Loader for those of Salesforce', () => {
    const { format, cards } = read([
      ['Id', 'LastName', 'FirstName', 'Company', 'Email', 'MobilePhone', 'LeadSource', 'Status', 'OwnerId'],
      ['00Q1', '王', '晓岚', '青禾岭', 'w@qingheling.example', '13800138000', 'Web', 'Open', '005'],
    ]);

    expect(format).toBe('salesforce-leads');
    expect(cards.map(({ name }) => name)).toEqual(['青禾岭', '王晓岚']);
    expect(must(cards[1], 'the person').phones).toEqual([{ value: '+8613800138000', label: 'mobile' }]);
  });

  it.each([
    ['138 0013 8000', [{ value: '+8613800138000' }]],
    ['１３８００１３８０００', [{ value: '+8613800138000' }]],
    ["'+86 138 0013 8000", [{ value: '+8613800138000' }]],
    ["'13800138000", [{ value: '+8613800138000' }]],
    ['="13800138000"', [{ value: '+8613800138000' }]],
    ['13800138000.0', [{ value: '+8613800138000' }]],
    ['1.3800138E+10', []],
    ['1.3800138000E+10', [{ value: '+8613800138000' }]],
    ['138****8000', [{ value: '138****8000' }]],
    ['021-5555 0101/02', [{ value: '021-5555 0101/02' }]],
    ['021-5555 0101、021-5555 0102', [{ value: '+862155550101' }, { value: '+862155550102' }]],
    ['13800138000\n13900138001', [{ value: '+8613800138000' }, { value: '+8613900138001' }]],
    ['021-5555 0101 转 8012', [{ value: '021-5555 0101 转 8012' }]],
    [
      '手机：13800138000；传真:021-5555 0109',
      [
        { value: '+8613800138000', label: 'mobile' },
        { value: '+862155550109', label: 'fax' },
      ],
    ],
    ['13800138000, 13800138000', [{ value: '+8613800138000' }]],
    ['无', []],
    ['电话待查', []],
  ])('files the phones of %j', (cell, phones) => {
    const { cards, lost } = read([
      ['姓名', '电话'],
      ['王晓岚', cell],
    ]);

    expect(must(cards[0], 'a card').phones).toEqual([...phones].sort((a) => (a.value.includes('0109') ? 1 : 0)));
    expect(lost).toEqual(phones.length > 0 || cell === '无' ? [] : [{ name: '电话', rows: 1 }]);
  });

  it('finds headings under titles, and gives back rows without a name', () => {
    const { cards, faults, headings } = read([
      ['客户名单', '', ''],
      ['', '', ''],
      ['公司', '电话', '网址'],
      ['青禾岭', '', 'qingheling.example'],
      ['', '021-5555 0101', ''],
      ['东麓', '021-5555 0102', '', 'one cell too many'],
      ['合计', '2', ''],
    ]);

    expect(headings).toEqual(['公司', '电话', '网址']);
    expect(cards.map(({ name, website, place }) => [name, website, place])).toEqual([
      ['青禾岭', 'https://qingheling.example', 1],
    ]);
    expect(faults).toEqual([
      { place: 2, reason: 'no-name', row: ['', '021-5555 0101', ''] },
      { place: 3, reason: 'unreadable', row: ['东麓', '021-5555 0102', '', 'one cell too many'] },
      { place: 4, reason: 'no-name', row: ['合计', '2', ''] },
    ]);
  });

  it('makes one company of the rows of its people, by id before name, and says what had no room', () => {
    const headings = ['Contact ID', 'Last Name', 'Account Name', 'Account ID', 'Mailing City', 'Account Owner'];
    const { cards, lost } = read([
      headings,
      ['c1', 'Grant', 'Northwick', 'a1', 'Springfield', 'Lu'],
      ['c2', 'Hale', 'NORTHWICK', 'a1', 'Springfield', 'Fang'],
      ['c3', 'Moss', 'Northwick', 'a2', 'Dover', ''],
    ]);

    expect(cards.map(({ id, name, companyId }) => [id, name, companyId])).toEqual([
      ['salesforce:a1', 'Northwick', undefined],
      ['salesforce:c1', 'Grant', 'salesforce:a1'],
      ['salesforce:c2', 'Hale', 'salesforce:a1'],
      ['salesforce:a2', 'Northwick', undefined],
      ['salesforce:c3', 'Moss', 'salesforce:a2'],
    ]);
    expect(lost).toEqual([{ name: 'Account Owner', rows: 1 }]);
  });

  it('leaves the second person of a row alone rather than mix the two', () => {
    const { cards, lost } = read([
      ['客户名称', '联系人1', '手机1', '联系人2', '手机2'],
      ['青禾岭', '王晓岚', '13800138000', '欧阳志远', '13900138001'],
    ]);

    expect(must(cards[1], 'the person').phones).toEqual([{ value: '+8613800138000', label: 'mobile' }]);
    expect(lost.map(({ name }) => name)).toEqual(['联系人2', '手机2']);
  });

  it.each([
    [[], 'empty'],
    [[['', ' ']], 'empty'],
    [[['姓名', '电话']], 'empty'],
    [
      [
        ['日期', '客户', '金额'],
        ['2026-01-05', '青禾岭', '12.50'],
      ],
      'unknown-format',
    ],
    [
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      'unknown-format',
    ],
    [[Array.from({ length: TABLE_LIMITS.columns + 1 }, () => '姓名')], 'too-large'],
  ])('refuses %j as %s', (rows, code) => {
    expect(readContactTable(rows, { home: 'CN' })).toEqual({ ok: false, error: { code } });
  });

  it('sets a row aside whose cell is longer than a cell may be', () => {
    const note = 'x'.repeat(TABLE_LIMITS.cellCharacters + 1);

    expect(
      read([
        ['姓名', '电话', '备注'],
        ['王晓岚', '', note],
        ['周末', '110', ''],
      ]).faults.map(({ reason }) => reason),
    ).toEqual(['too-long']);
  });

  it('puts every row that says anything among the cards or the faults, whatever the cells are', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(
        '',
        '王',
        'Acme',
        '=1+1',
        '13800138000',
        'a@b.example',
        '"',
        '\r\n',
        '1.2E+9',
        '联系人',
        '公司',
        '* x',
      ),
    );
    const format = fc.constantFrom(...FIXTURES.map(([file]) => file));
    fc.assert(
      fc.property(format, fc.array(fc.array(cell, { maxLength: 30 }), { maxLength: 12 }), (file, rows) => {
        const fixture = contactRows(file);
        const top = fixture.slice(0, file === 'sheet-hans' ? 3 : 1);
        const result = readContactTable([...top, ...rows], { home: 'CN' });
        if (!result.ok) return;
        const places = new Set([...result.value.cards, ...result.value.faults].map(({ place }) => place));
        const given = rows.flatMap((row, i) => (row.some((one) => one.trim() !== '') ? i + 1 : []));

        expect([...places].sort((a, b) => a - b)).toEqual(given);
      }),
    );
  });

  it('never throws over a table without any known heading', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 8 }), { maxLength: 40 }),
        (rows) => {
          const result = readContactTable(rows, { home: 'XX' });
          const isBlank = rows.every((row) => row.every((cell) => cell.trim() === ''));
          expect(result).toEqual({ ok: false, error: { code: isBlank ? 'empty' : 'unknown-format' } });
        },
      ),
    );
  });
});
