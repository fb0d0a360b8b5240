import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundParty } from '@/src/domain/capture/found';
import { readMessage } from '@/src/domain/capture/message/read-message';

interface Wanted {
  readonly kind: 'company' | 'person';
  readonly name: string;
  readonly title?: string;
  readonly worksFor?: string;
  readonly phones?: readonly string[];
  readonly emails?: readonly string[];
  readonly addresses?: readonly string[];
  readonly websites?: readonly string[];
  readonly accounts?: readonly string[];
}

const FOLDER = path.resolve('test/fixtures/messages');
const fixtures = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => {
    const text = readFileSync(path.join(FOLDER, file), 'utf8');
    const { parties, hints } = JSON.parse(readFileSync(path.join(FOLDER, file.replace('.txt', '.json')), 'utf8'));
    // Safe: the files are of this shape; a wrong one fails below.
    return {
      name: file.replace('.txt', ''),
      text,
      wanted: parties as readonly Wanted[],
      found: readMessage(text, { hints }),
    };
  });

const FIELD = {
  phones: 'phone',
  emails: 'email',
  addresses: 'address',
  website: 'website',
  accounts: 'account',
} as const;

const nameOf = ({ values }: FoundParty): string => values.find(({ field }) => field === 'name')?.raw ?? '';

/** What was found, one text a value, under the name of whom it belongs to. */
function foundTexts(parties: readonly FoundParty[]): string[] {
  return parties.flatMap((party) => {
    const employer = party.worksFor === undefined ? undefined : parties[party.worksFor];
    const values = party.values.map(
      ({ field, raw, normal }) => `${field in FIELD ? FIELD[field as 'phones'] : field} ${plain(normal ?? raw)}`,
    );
    return [party.kind, ...values, ...(employer ? [`at ${nameOf(employer)}`] : [])].map(
      (one) => `${nameOf(party)}: ${one}`,
    );
  });
}

function wantedTexts(parties: readonly Wanted[]): string[] {
  return parties.flatMap(
    ({ kind, name, title, worksFor, phones = [], emails = [], addresses = [], websites = [], accounts = [] }) =>
      [
        kind,
        `name ${name}`,
        ...(title ? [`title ${title}`] : []),
        ...phones.map((one) => `phone ${one}`),
        ...emails.map((one) => `email ${one}`),
        ...addresses.map((one) => `address ${one}`),
        ...websites.map((one) => `website ${one}`),
        ...accounts.map((one) => `account ${one}`),
        ...(worksFor ? [`at ${worksFor}`] : []),
      ].map((one) => `${name}: ${one}`),
  );
}

const plain = (text: string): string => text.replace(/^https?:\/\/|\/$/gi, '');

describe('pasted messages', () => {
  it('give the fields of everybody they tell of', () => {
    const misses: string[] = [];
    let [found, wanted, right] = [0, 0, 0];
    for (const fixture of fixtures) {
      const [got, all] = [foundTexts(fixture.found), wantedTexts(fixture.wanted)];
      [found, wanted, right] = [
        found + got.length,
        wanted + all.length,
        right + all.filter((one) => got.includes(one)).length,
      ];
      misses.push(...all.filter((one) => !got.includes(one)).map((one) => `${fixture.name}: not found: ${one}`));
      misses.push(...got.filter((one) => !all.includes(one)).map((one) => `${fixture.name}: not wanted: ${one}`));
    }
    const isGood = (2 * right) / (found + wanted) >= 0.95;
    expect({ isGood, misses: isGood ? [] : misses }).toEqual({ isGood: true, misses: [] });
  });

  it.each(fixtures)('tell of as many as there are: $name', ({ found, wanted }) => {
    expect(found.map(({ kind }) => kind)).toEqual(wanted.map(({ kind }) => kind));
  });

  it('say where on the text each value stands', () => {
    for (const { text, found } of fixtures)
      for (const { snippet, at } of found.flatMap(({ values }) => values.flatMap(({ sources }) => sources))) {
        expect(text).toContain(snippet);
        expect(at).toBeTypeOf('number');
      }
  });
});

const LINES = [
  '王建国',
  '销售经理',
  '苏州澄湖机械有限公司',
  '手机：13800138001',
  '电话：0512-65550101',
  'wangjg@chenghu.example',
  '地址：江苏省苏州市工业园区星湖街101号',
  '微信：wangjg_sz',
];

describe('a message of one record', () => {
  it('is read the same in any order of its lines', () => {
    const sorted = (text: string): string[] => foundTexts(readMessage(text)).sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(LINES, { minLength: LINES.length }), (lines) => {
        expect(sorted(lines.join('\n'))).toEqual(sorted(LINES.join('\n')));
      }),
    );
    expect(sorted(LINES.join('\n'))).toContain('王建国: phone +8613800138001');
  });
});

describe('any text', () => {
  const PIECES = [
    '姓名',
    '：',
    '\n',
    '\n\n',
    ' ',
    '王建国',
    '13800138001',
    'a@b.example',
    'GmbH',
    ',',
    '\t',
    '1. ',
    '"',
    'Dr. ',
    '地址',
  ];
  const text = fc.oneof(
    fc.string({ maxLength: 300, unit: 'binary' }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  );

  it('is read without an error, every value with a snippet that stands in it', () => {
    fc.assert(
      fc.property(text, (one) => {
        for (const { values } of readMessage(one))
          for (const { sources } of values) {
            expect(sources.length).toBeGreaterThan(0);
            for (const { snippet } of sources) {
              expect(snippet).not.toBe('');
              expect(one).toContain(snippet);
            }
          }
      }),
    );
  });

  it.each(['', '   \n\n ', 'lorem ipsum dolor', '谢谢！', '@@@@ ... ---- 2024'])(
    'that tells of nobody gives nothing: %j',
    (one) => {
      expect(readMessage(one)).toEqual([]);
    },
  );

  it('counts for its first 200 records', () => {
    const many = Array.from({ length: 300 }, (_, i) => `王建国 138001${String(i).padStart(5, '0')}`).join('\n');
    expect(readMessage(many)).toHaveLength(200);
  });
});
