import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanLines } from '@/src/kernel/text';
import type { ContactCard } from '@/src/domain/exchange/contact-card';
import type { ReadCard } from '@/src/domain/exchange/read-contacts';
import { readVcards } from '@/src/domain/exchange/read-vcard';
import { writeVcards, type VcardVersion } from '@/src/domain/exchange/write-vcard';
import { normalisePhone } from '@/src/domain/identity/phone-number';
import { CHANNELS } from '@/src/domain/parties/company.kind';
import { CONTACT_LABELS } from '@/src/domain/parties/contact-values';
import { runs } from '@/test/support/runs';

const AT = '2026-11-21T09:00:00.000Z';
const NONE = { phones: [], emails: [], addresses: [], registrationIds: [], accounts: [], tags: [], externalIds: [] };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, home = 'CN') => readVcards(bytesOf(text), { home });
const cardOf = (lines: readonly string[], version = '3.0'): string =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n');
const only = (lines: readonly string[], version?: string): ReadCard => {
  const { cards } = read(cardOf(lines, version));
  return cards.length === 1 && cards[0] ? cards[0] : expect.fail(`${cards.length} cards`);
};

/** A text as bytes, each character above 127 as two bytes of GBK, for the few characters used here. */
const GBK: Readonly<Record<string, string>> = { 王: '=CD=F5', 晓: '=CF=FE', 岚: '=E1=B0', 泵: '=B1=C3', 业: '=D2=B5' };
const quotedGbk = (text: string): string => Array.from(text, (char) => GBK[char] ?? char).join('');
const rawGbk = (text: string): number[] =>
  Array.from(text).flatMap((char) =>
    (GBK[char] ?? '')
      .split('=')
      .slice(1)
      .map((hex) => Number.parseInt(hex, 16)),
  );

describe('readVcards', () => {
  it('reads a person and makes the company they work for', () => {
    const text = cardOf([
      'UID:urn:uuid:4f2a',
      'N:王;晓岚;;;',
      'FN:王晓岚',
      'ORG:青禾岭泵业;采购部',
      'TITLE:采购经理\\, 华东',
      'TEL;TYPE=CELL:138 0013 8000',
      'TEL;TYPE=WORK;TYPE=FAX:021-5555 0102',
      'EMAIL;TYPE=INTERNET,WORK:Wang.XL@qingheling.example',
      'ADR;TYPE=WORK:;3 楼;云麓路 188 号;上海市;上海市;200120;中国',
      'ADR;TYPE=HOME:;;隐秘路 1 号;上海市;;;',
      'CATEGORIES:重点,展会\\,2026',
      'NOTE:第一行\\n第二行\\; 完',
      'BDAY:1988-03-04',
      'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ',
      'X-QQ:10001',
    ]);

    expect(read(text)).toEqual({
      format: 'vcard-3',
      headings: [],
      faults: [],
      cards: [
        {
          ...NONE,
          id: '#1.company',
          place: 1,
          kind: 'company',
          name: '青禾岭泵业',
          addresses: [{ value: '中国上海市云麓路 188 号3 楼 200120' }],
        },
        {
          ...NONE,
          id: 'vcard:4f2a',
          place: 1,
          kind: 'person',
          name: '王晓岚',
          title: '采购经理, 华东',
          department: '采购部',
          company: '青禾岭泵业',
          companyId: '#1.company',
          note: '第一行\n第二行; 完',
          phones: [
            { value: '+8613800138000', label: 'mobile' },
            { value: '+862155550102', label: 'fax' },
          ],
          emails: [{ value: 'wang.xl@qingheling.example', label: 'work' }],
          accounts: ['qq:10001'],
          tags: ['重点', '展会,2026'],
          externalIds: ['vcard:4f2a'],
        },
      ],
      lost: [
        { name: 'BDAY', rows: 1 },
        { name: 'PHOTO', rows: 1 },
        { name: 'ADR;TYPE=HOME', rows: 1 },
      ],
    });
  });

  it('reads quoted-printable of 2.1 in GBK over soft line breaks, and types without a name', () => {
    const text = [
      'BEGIN:VCARD',
      'VERSION:2.1',
      `N;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:${quotedGbk('王')};=CF=`,
      `=FE${quotedGbk('岚')};;;`,
      `ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=GB2312:${quotedGbk('泵业')}`,
      'TEL;CELL;VOICE:13800138000',
      'NOTE;ENCODING=QUOTED-PRINTABLE:first=0D=0Asecond=',
      ' third',
      'TITLE:C:\\new',
      'END:VCARD',
    ].join('\n');
    const { format, cards } = read(text);

    expect(format).toBe('vcard-2.1');
    expect(cards.map(({ name }) => name)).toEqual(['泵业', '王晓岚']);
    expect(cards[1]).toMatchObject({
      title: 'C:\\new',
      note: 'first\nsecond third',
      phones: [{ value: '+8613800138000', label: 'mobile' }],
    });
  });

  it.each([
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...bytesOf(cardOf(['FN:王晓岚']))], 'CN', '王晓岚'],
    [
      'UTF-16',
      [0xff, 0xfe, ...new Uint8Array(Uint16Array.from(cardOf(['FN:王晓岚']), (c) => c.charCodeAt(0)).buffer)],
      'CN',
      '王晓岚',
    ],
    ['GBK in China', [...bytesOf('BEGIN:VCARD\nFN:'), ...rawGbk('王晓岚'), ...bytesOf('\nEND:VCARD')], 'CN', '王晓岚'],
    ['Windows-1252 elsewhere', [...bytesOf('BEGIN:VCARD\nFN:J'), 0xf6, ...bytesOf('rg\nEND:VCARD')], 'DE', 'Jörg'],
    ['an encoding that does not exist', [...bytesOf(cardOf(['FN;CHARSET=MARTIAN:Ada']))], 'DE', 'Ada'],
  ])('reads %s', (_, bytes, home, name) => {
    expect(readVcards(Uint8Array.from(bytes), { home }).cards.map((card) => card.name)).toEqual([name]);
  });

  it('joins lines that were folded in the middle of a character', () => {
    const whole = bytesOf('FN:王晓岚');
    const bytes = [
      ...bytesOf('BEGIN:VCARD\r\n'),
      ...whole.slice(0, 4),
      ...bytesOf('\r\n '),
      ...whole.slice(4, 8),
      ...bytesOf('\r\n\t'),
      ...whole.slice(8),
      ...bytesOf('\r\nEND:VCARD\r\n'),
    ];

    expect(readVcards(Uint8Array.from(bytes), { home: 'CN' }).cards[0]?.name).toBe('王晓岚');
  });

  it('reads every grouped web address and the labels of groups', () => {
    const card = only([
      'FN:Olivia Grant',
      'item1.URL:https://northwick.example/',
      'item1.X-ABLabel:_$!<HomePage>!$_',
      'item2.URL:https://www.linkedin.com/in/olivia-grant',
      'item3.URL:https\\://blog.example/olivia',
      'item4.TEL:+1 202-555-0123',
      'item4.X-ABLabel:_$!<Work>!$_',
      'item5.TEL;type=pref:+1 202-555-0124',
      'item5.X-ABLabel:Loading dock',
    ]);

    expect(card).toMatchObject({
      website: 'https://northwick.example/',
      accounts: ['linkedin:https://www.linkedin.com/in/olivia-grant', 'web:https://blog.example/olivia'],
      phones: [{ value: '+12025550123', label: 'work' }, { value: '+12025550124' }],
    });
  });

  it.each([
    ['TEL;VALUE=uri;TYPE="voice,work":tel:+86-21-5555-0101;ext=12', '+862155550101 ext. 12', 'work'],
    ['TEL;TYPE=work:021-5555 0101 转 801', '+862155550101 ext. 801', 'work'],
    ['TEL:+1 202-555-0123 x9', '+12025550123 ext. 9', undefined],
    ['TEL;TYPE=HOME,FAX:tel:+12025550123', '+12025550123', 'fax'],
    ['TEL;TYPE=pager:ask the desk', 'ask the desk', 'other'],
    ['TEL;TYPE="main-number":+12025550123', '+12025550123', 'main'],
    ['TEL;WORK;X-KA-LABEL=assistant:+12025550123', '+12025550123', 'assistant'],
  ])('reads the number %s', (line, value, label) => {
    expect(only(['FN:A', line], '4.0').phones).toEqual([label ? { value, label } : { value }]);
  });

  it.each([
    [
      'X-SOCIALPROFILE;type=linkedin;x-user=wang:https://www.linkedin.com/in/wang',
      'linkedin:https://www.linkedin.com/in/wang',
    ],
    ['SOCIALPROFILE;SERVICE-TYPE=WeChat;VALUE=text:wang88', 'wechat:wang88'],
    ['IMPP;X-SERVICE-TYPE=QQ;type=pref:x-apple:10001', 'qq:10001'],
    ['IMPP:xmpp:wang@chat.example', 'xmpp:wang@chat.example'],
    ['X-SOCIAL-PROFILE;TYPE=WeChat;X-USER=wang88:', 'wechat:wang88'],
    ['X-WECHAT:wang88', 'wechat:wang88'],
    ['SOCIALPROFILE:https://cn.linkedin.com/in/wang', 'linkedin:https://cn.linkedin.com/in/wang'],
  ])('reads the account %s', (line, account) => {
    expect(only(['FN:A', line], '4.0').accounts).toEqual([account]);
  });

  it.each([
    ['FN wins', ['FN:Dr. Ada B.', 'N:Byron;Ada;;;'], 'person', 'Dr. Ada B.'],
    ['given name first', ['N:Grant;Olivia;Mary;;'], 'person', 'Olivia Mary Grant'],
    ['family name first in Chinese', ['N:王;晓岚;;;'], 'person', '王晓岚'],
    ['the kind says so', ['KIND:org', 'FN:Acme'], 'company', 'Acme'],
    ['Apple says so', ['X-ABShowAs:COMPANY', 'FN:Acme', 'N:;;;;', 'ORG:Acme'], 'company', 'Acme'],
    ['only a company is named', ['ORG:Acme'], 'company', 'Acme'],
    ['named as its own company', ['FN:ACME', 'N:;;;;', 'ORG:Acme'], 'company', 'ACME'],
  ])('knows who it is: %s', (_, lines, kind, name) => {
    expect(only(lines)).toMatchObject({ kind, name });
  });

  it('puts a company before its people, once, also when its card comes last', () => {
    const text = [
      cardOf(['FN:Olivia Grant', 'ORG:Northwick Ltd', 'ADR;TYPE=WORK:;;1 Mill Lane;Northwick;;NW1;UK']),
      cardOf(['FN:Noah Reed', 'ORG:NORTHWICK  LTD', 'ADR;TYPE=WORK:;;1 Mill Lane;Northwick;;NW1;UK']),
      cardOf(['FN:Northwick', 'ORG:Northwick Ltd', 'KIND:org', 'UID:77']),
    ].join('');
    const { cards } = read(text);

    expect(cards.map(({ id, name, companyId }) => [id, name, companyId])).toEqual([
      ['vcard:77', 'Northwick', undefined],
      ['#1', 'Olivia Grant', 'vcard:77'],
      ['#2', 'Noah Reed', 'vcard:77'],
    ]);
    expect(cards[0]).toMatchObject({
      legalName: 'Northwick Ltd',
      addresses: [{ value: '1 Mill Lane, NW1 Northwick, UK' }],
    });
  });

  it('gives back what is no contact, and counts what lands nowhere', () => {
    const text = [
      cardOf(['TEL:+12025550123']),
      cardOf(['KIND:group', 'FN:Friends', 'MEMBER:urn:uuid:1'], '4.0'),
      cardOf([
        'FN:A',
        'ADR:;;1 Mill Lane;;;;',
        'GENDER:F',
        'no property',
        'AGENT:',
        'BEGIN:VCARD',
        'FN:Inner',
        'END:VCARD',
      ]),
      'BEGIN:VCARD\r\nFN:Cut\r\n',
      cardOf(['FN:B']),
      'BEGIN:VCARD\r\nFN:Last',
    ].join('');
    const { cards, faults, lost } = read(text);

    expect(cards.map(({ name, place }) => [name, place])).toEqual([
      ['A', 3],
      ['B', 5],
    ]);
    expect(faults).toEqual([
      { place: 1, reason: 'no-name', row: ['VERSION:3.0', 'TEL:+12025550123'] },
      { place: 4, reason: 'unreadable', row: ['BEGIN:VCARD', 'FN:Cut'] },
      { place: 6, reason: 'unreadable', row: ['BEGIN:VCARD', 'FN:Last'] },
    ]);
    expect(lost).toEqual([
      { name: 'KIND:group', rows: 1 },
      { name: 'GENDER', rows: 1 },
      { name: '?', rows: 1 },
      { name: 'ADR', rows: 1 },
    ]);
  });

  it('holds its limits', () => {
    const many = Array.from({ length: 1001 }, (_, i) => `NOTE:${i}`);
    const photo = Array.from({ length: 2000 }, () => ` ${'A'.repeat(70)}`);
    const text = cardOf(['FN:A', ...many]) + cardOf(['FN:B', 'PHOTO;ENCODING=b:', ...photo, 'TITLE:Buyer']);
    const { cards, faults, lost } = read(text);

    expect(cards).toMatchObject([{ name: 'B', title: 'Buyer' }]);
    expect(faults).toMatchObject([{ place: 1, reason: 'too-long' }]);
    expect(lost).toEqual([{ name: 'PHOTO', rows: 1 }]);
    expect(readVcards(new Uint8Array(50 * 1024 * 1024 + 1), { home: 'CN' })).toMatchObject({
      cards: [],
      faults: [{ place: 1, reason: 'too-long' }],
    });
    expect(read('BEGIN:VCARD\nFN:x\nEND:VCARD\n'.repeat(100_001))).toMatchObject({
      faults: [{ place: 100_001, reason: 'too-long' }],
    });
  });

  it('never throws and accounts for every card, whatever the bytes', () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 30 }),
      fc
        .constantFrom(
          'BEGIN:VCARD\n',
          'END:VCARD\n',
          'FN:',
          'N:;;',
          'TEL;',
          'QUOTED-PRINTABLE:',
          '=\n',
          '"',
          ':',
          '\n ',
          '\\',
          'ORG:a;b\n',
          'AGENT:\n',
          'ADR:;;x',
        )
        .map(bytesOf),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const bytes = Uint8Array.from(pieces.flatMap((one) => [...one]));
        const { cards, faults } = readVcards(bytes, { home: 'CN' });
        const ids = cards.map(({ id }) => id);

        expect(new Set(ids).size).toBe(ids.length);
        expect(cards.every(({ companyId, name }, i) => name !== '' && (!companyId || ids.indexOf(companyId) < i))).toBe(
          true,
        );
        expect(faults.every(({ place }) => place > 0)).toBe(true);
      }),
      runs(300, 5000),
    );
  });
});

/** What a record can hold: texts as they are filed. */
const word = fc
  .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
  .map((text) => cleanLine(text, 500))
  .filter((text) => text !== '');
const label = fc.option(fc.constantFrom(...CONTACT_LABELS), { nil: undefined });
const labelled = (value: fc.Arbitrary<string>) =>
  fc
    .uniqueArray(fc.record({ value, label }), { maxLength: 3, selector: (one) => one.value })
    .map((list) => list.map(({ value, label }) => (label ? { value, label } : { value })));
const phone = fc.oneof(
  fc.integer({ min: 0, max: 99_999_999 }).map((n) => `+86138${String(n).padStart(8, '0')}`),
  fc
    .tuple(fc.integer({ min: 100, max: 199 }), fc.integer({ min: 1, max: 9999 }))
    .map(([n, e]) => `+12025550${n} ext. ${e}`),
  fc.constantFrom('ask the desk', '138****8000', '(0)'),
);
const valid = phone.filter((text) => !text.startsWith('+86') || normalisePhone(text, []) === text);
const note = fc
  .array(fc.string({ maxLength: 60, unit: 'grapheme' }), { maxLength: 4 })
  .map((list) => cleanLines(list.join('\n'), 1000));
const optional = (text: fc.Arbitrary<string>) =>
  fc.option(
    text.filter((one) => one !== ''),
    { nil: undefined },
  );
const shared = {
  name: word,
  website: optional(fc.webUrl()),
  owner: optional(word),
  note: optional(note),
  phones: labelled(valid),
  emails: labelled(fc.emailAddress().map((address) => address.toLowerCase())),
  tags: fc.uniqueArray(word, { maxLength: 3 }),
  externalIds: fc.uniqueArray(fc.oneof(word, fc.constantFrom('hubspot:1', 'vcard:a\\,b')), { maxLength: 2 }),
};
const account = fc.oneof(
  word,
  fc.constantFrom('wechat:wang88', 'linkedin:https://x.example/a,b', 'qq:x:y', 'pref:a', ':', 'a:'),
);
const card: fc.Arbitrary<Omit<ContactCard, 'id'>> = fc
  .oneof(
    fc.record({
      ...shared,
      kind: fc.constant('person' as const),
      title: optional(word),
      department: optional(word),
      accounts: fc.uniqueArray(account, { maxLength: 3 }),
    }),
    fc.record({
      ...shared,
      kind: fc.constant('company' as const),
      legalName: optional(word),
      industry: optional(word),
      channel: optional(fc.constantFrom(...CHANNELS)),
      legalRepresentative: optional(word),
      registeredCapital: optional(word),
      founded: optional(fc.constantFrom('1998-02-28', '2015-03-12', '2024-02-29')),
      registrationState: optional(word),
      accounts: fc.uniqueArray(account, { maxLength: 3 }),
      addresses: labelled(word),
      registrationIds: fc.uniqueArray(word, { maxLength: 2 }),
    }),
  )
  .map((fields) => {
    const present = Object.entries(fields).filter(([, held]) => held !== undefined);
    return Object.assign({ ...NONE, kind: fields.kind, name: fields.name }, Object.fromEntries(present));
  });

/** Without what only the reading knows. */
const written = (cards: readonly ReadCard[]): ContactCard[] =>
  cards.map(({ place, companyId, ...card }) => (place > 0 || companyId ? card : expect.fail('no place')));
const VERSIONS: readonly VcardVersion[] = ['3.0', '4.0'];

describe('cards written and read again', () => {
  it.each(VERSIONS)('come back in %s with every value and label, whatever is in them', (version) => {
    fc.assert(
      fc.property(fc.array(card, { maxLength: 5 }), (drafts) => {
        const cards = drafts.map((draft, i): ContactCard => ({ ...draft, id: `01ABC${i}` }));
        const text = writeVcards(cards, version, AT);
        const { cards: back, faults, lost } = readVcards(bytesOf(text), { home: 'CN' });
        const inOrder = (list: readonly ContactCard[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));

        expect(inOrder(written(back))).toEqual(inOrder(cards));
        expect([faults, lost]).toEqual([[], []]);
        expect(text.split('\r\n').every((line) => bytesOf(line).length <= 75)).toBe(true);
      }),
      runs(200, 2000),
    );
  });

  it.each(VERSIONS)('500 people of 50 companies come back in %s, and a second time as the same', (version) => {
    const companies = Array.from({ length: 50 }, (_, i): ContactCard => ({
      ...NONE,
      id: `c${i}`,
      kind: 'company',
      name: `青禾岭${i}号泵业`,
      legalName: `上海青禾岭${i}号泵业股份有限公司（华东区域总部及其下属各分支机构）`,
      addresses: [{ value: `上海市浦东新区云麓路 ${i} 号, 3 楼`, label: 'work' }],
    }));
    const people = Array.from({ length: 450 }, (_, i): ContactCard => ({
      ...NONE,
      id: `p${i}`,
      kind: 'person',
      name: `王晓岚${i}`,
      company: `青禾岭${i % 50}号泵业`,
      department: '采购部',
      phones: [{ value: `+86138001${String(i).padStart(5, '0')}`, label: 'mobile' }],
      note: '第一行\n'.repeat(10).trim(),
    }));
    const first = readVcards(bytesOf(writeVcards([...companies, ...people], version, AT)), { home: 'CN' });
    const second = readVcards(bytesOf(writeVcards(first.cards, version, AT)), { home: 'CN' });

    expect(written(first.cards)).toEqual([...companies, ...people]);
    expect(first.cards.at(-1)).toMatchObject({ id: 'p449', companyId: 'c49' });
    expect(second).toEqual(first);
  });
});
