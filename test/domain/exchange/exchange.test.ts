import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { contactCard, type ContactCard } from '@/src/domain/exchange/contact-card';
import { contactTable } from '@/src/domain/exchange/contact-table';
import { writeVcards } from '@/src/domain/exchange/write-vcard';
import { typedValue } from '@/src/domain/records/evidence';

const AT = '2026-11-21T09:00:00.000Z';
const EMPTY = { phones: [], emails: [], addresses: [], registrationIds: [], accounts: [], tags: [], externalIds: [] };
const WANG: ContactCard = {
  ...EMPTY,
  id: 'r1',
  kind: 'person',
  name: '王晓岚',
  title: '采购经理; 华东',
  company: '上海青禾岭泵业有限公司',
  phones: [{ value: '+8613800138000' }, { value: '021-5555 0101' }],
  emails: [{ value: 'wang.xl@qingheling.example' }],
};
const QINGHE: ContactCard = {
  ...EMPTY,
  id: 'r2',
  kind: 'company',
  name: '青禾岭',
  legalName: '上海青禾岭泵业有限公司',
  website: 'https://qingheling.example/',
  addresses: [{ value: '上海市浦东新区云麓路 188 号, 3 楼' }],
  registrationIds: ['91310115MA1K4B0X3P'],
};

/** Reads what RFC 6350 §3.2 says: lines unfolded, parameters apart, values unescaped. Written apart from the writer. */
function readLines(text: string): [name: string, value: string][] {
  return text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => {
      const colon = (/^(?:[^":]|"[^"]*")*/.exec(line)?.[0] ?? '').length;
      const value = line.slice(colon + 1).replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
      return [line.slice(0, colon), value];
    });
}

describe('writeVcards', () => {
  it('writes a Chinese person as 4.0', () => {
    expect(writeVcards([WANG], '4.0', AT)).toBe(
      [
        'BEGIN:VCARD',
        'VERSION:4.0',
        'PRODID:-//Vital Few//EN',
        'UID:vital-few:r1',
        'KIND:individual',
        'FN:王晓岚',
        'N:王;晓岚;;;',
        'ORG:上海青禾岭泵业有限公司',
        'TITLE:采购经理\\; 华东',
        'TEL;VALUE=uri;TYPE=cell;X-KA-LABEL=none:tel:+8613800138000',
        'TEL;TYPE=voice:021-5555 0101',
        'EMAIL:wang.xl@qingheling.example',
        'REV:20261121T090000Z',
        'END:VCARD',
        '',
      ].join('\r\n'),
    );
  });

  it('writes a company as 3.0', () => {
    expect(readLines(writeVcards([QINGHE], '3.0', AT))).toEqual([
      ['BEGIN', 'VCARD'],
      ['VERSION', '3.0'],
      ['PRODID', '-//Vital Few//EN'],
      ['UID', 'vital-few:r2'],
      ['X-ABShowAs', 'COMPANY'],
      ['FN', '青禾岭'],
      ['N', ';;;;'],
      ['ORG', '上海青禾岭泵业有限公司'],
      ['URL', 'https://qingheling.example/'],
      ['ADR', ';;上海市浦东新区云麓路 188 号, 3 楼;;;;'],
      ['X-REGISTRATION-ID', '91310115MA1K4B0X3P'],
      ['REV', '20261121T090000Z'],
      ['END', 'VCARD'],
    ]);
  });

  it.each([
    ['欧阳海燕', '欧阳;海燕;;;'],
    ['Olivia Mary Grant', 'Grant;Olivia Mary;;;'],
    ['Plato', 'Plato;;;;'],
  ])('takes %s apart', (name, parts) => {
    expect(writeVcards([{ ...WANG, name }], '4.0', AT)).toContain(`\r\nN:${parts}\r\n`);
  });

  it('gives back every text, in lines of 75 bytes at most, whatever is in it', () => {
    const text = fc.string({ minLength: 1, maxLength: 120, unit: 'grapheme' }).filter((one) => !one.includes('\r'));
    fc.assert(
      fc.property(text, text, fc.constantFrom('4.0' as const, '3.0' as const), (name, address, version) => {
        const written = writeVcards(
          [{ ...QINGHE, name, legalName: name, addresses: [{ value: address }] }],
          version,
          AT,
        );
        const read = readLines(written);

        expect(read.find(([key]) => key === 'FN')?.[1]).toBe(name);
        expect(read.find(([key]) => key.startsWith('ADR'))?.[1]).toBe(`;;${address};;;;`);
        expect(written.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
      }),
    );
  });

  it('of nobody is empty, and a line break in a web address makes no line of its own', () => {
    expect(writeVcards([], '4.0', AT)).toBe('');
    expect(writeVcards([{ ...QINGHE, website: 'https://x.example/\r\nNOTE:evil' }], '4.0', AT)).not.toContain(
      '\r\nNOTE',
    );
  });
});

describe('contactTable', () => {
  it('has as many columns as the fullest card needs', () => {
    expect(contactTable([QINGHE, WANG], (key) => key.toUpperCase())).toEqual([
      [
        'KIND',
        'NAME',
        'LEGALNAME',
        'COMPANY',
        'TITLE',
        'DEPARTMENT',
        'WEBSITE',
        'INDUSTRY',
        'OWNER',
        'NOTE',
        'PHONES 1',
        'PHONES 2',
        'EMAILS',
        'ADDRESSES',
        'REGISTRATIONIDS',
        'ACCOUNTS',
        'TAGS',
      ],
      [
        'COMPANY',
        '青禾岭',
        '上海青禾岭泵业有限公司',
        '',
        '',
        '',
        'https://qingheling.example/',
        '',
        '',
        '',
        '',
        '',
        '',
        '上海市浦东新区云麓路 188 号, 3 楼',
        '91310115MA1K4B0X3P',
        '',
        '',
      ],
      [
        'PERSON',
        '王晓岚',
        '',
        '上海青禾岭泵业有限公司',
        '采购经理; 华东',
        '',
        '',
        '',
        '',
        '',
        '+86 138 0013 8000',
        '021-5555 0101',
        'wang.xl@qingheling.example',
        '',
        '',
        '',
        '',
      ],
    ]);
  });
});

describe('contactCard', () => {
  it('takes the plain values of a record', () => {
    const value = (text: string) => typedValue(text, AT);
    const row = {
      id: 'r3' as RecordId,
      kind: 'person',
      fields: { name: value('Olivia Grant'), title: value('Buyer'), phones: { a: value('+12025550123') } },
    };

    expect(contactCard(row, 'Northwick')).toEqual({
      ...EMPTY,
      id: 'r3',
      kind: 'person',
      name: 'Olivia Grant',
      title: 'Buyer',
      company: 'Northwick',
      phones: [{ value: '+12025550123' }],
    });
  });
});
