import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeKey, codesOf, type CompanySigns } from '@/src/domain/enrich/own-data/company-signs';
import { CustomerIndex, type FoundCustomers } from '@/src/domain/enrich/own-data/find-customers';
import type { CustomerTexts } from '@/src/domain/enrich/own-data/judge-customer';
import { CROWD } from '@/src/domain/parties/group-duplicates';
import { runs } from '@/test/support/runs';

const company = (signs: Partial<CompanySigns>): CompanySigns => ({
  name: [],
  legalName: [],
  website: [],
  emails: [],
  registrationIds: [],
  externalIds: [],
  customers: [],
  ...signs,
});
const customer = (key: string, label = key, more: Partial<CustomerTexts> = {}): CustomerTexts => ({
  key,
  label,
  emails: [],
  websites: [],
  codes: [],
  ...more,
});
const find = (
  customers: readonly CustomerTexts[],
  signs: Partial<CompanySigns>,
  without: readonly string[] = [],
): FoundCustomers => new CustomerIndex(customers).find(company(signs), new Set(without));
/** Key, tier and rules of each candidate. */
type Told = readonly [key: string, tier: string, reasons: readonly string[], doubts: readonly string[]];
const told = ({ candidates }: FoundCustomers): Told[] =>
  candidates.map(({ key, tier, reasons, doubts }) => [
    key,
    tier,
    reasons.map(({ rule }) => rule),
    doubts.map(({ rule }) => rule),
  ]);

describe('a customer code', () => {
  it.each([
    ['10023', '10023'],
    ['００1 0023', '10023'],
    ['K-0042', 'k-0042'],
    ['042', undefined],
    ['0', undefined],
    ['', undefined],
  ])('%j is compared as %j', (text, key) => {
    expect(codeKey(text)).toBe(key);
  });

  it('is a key in another file, what stands behind the name of a program, or a number of a register that is not known well', () => {
    const codes = codesOf(
      company({
        customers: ['Quill Tools', '7'],
        externalIds: ['sap:0010023', 'K-77'],
        registrationIds: ['HRB 1234', 'DE123456788'],
      }),
    );

    expect(codes).toEqual([
      { rule: 'known-customer', raw: 'Quill Tools', key: 'quilltools' },
      { rule: 'code', raw: 'sap:0010023', key: '10023' },
      { rule: 'code', raw: 'K-77', key: 'k-77' },
      { rule: 'code', raw: 'HRB 1234', key: 'hrb1234' },
    ]);
  });
});

const QINGHE = { name: ['青禾岭泵业'], legalName: ['上海青禾岭泵业股份有限公司'] };

describe('the customers that a company may be', () => {
  it.each<[string, CustomerTexts, Partial<CompanySigns>, unknown[]]>([
    [
      'code and name',
      customer('10023', '上海青禾岭泵业'),
      { ...QINGHE, externalIds: ['sap:10023'] },
      ['same', ['code', 'name'], []],
    ],
    [
      'code in a file without names',
      customer('10023'),
      { name: ['Quill'], externalIds: ['sap:10023'] },
      ['likely', ['code'], []],
    ],
    [
      'code and another name',
      customer('10023', 'Oxbow Ltd'),
      { name: ['Quill'], externalIds: ['sap:10023'] },
      ['possible', ['code'], ['other-name']],
    ],
    [
      'code beside the key',
      customer('Quill Tools Ltd', 'Quill Tools Ltd', { codes: ['10023'] }),
      { name: ['Quill Tools'], externalIds: ['sap:10023'] },
      ['same', ['code', 'name'], []],
    ],
    [
      'the key in another file',
      customer('10023'),
      { name: ['Quill'], customers: ['10023'], externalIds: ['sap:10023'] },
      ['likely', ['known-customer'], []],
    ],
    [
      'the key in another file, of somebody else here',
      customer('10023', 'Oxbow'),
      { name: ['Quill'], customers: ['10023'] },
      ['possible', ['known-customer'], ['other-name']],
    ],
    [
      'register number as the key',
      customer('DE123456788'),
      { name: ['Quill'], registrationIds: ['DE 123 456 788'] },
      ['same', ['registration'], []],
    ],
    ['legal form and script', customer('K1', '上海青禾嶺泵業有限公司'), QINGHE, ['possible', ['name'], []]],
    [
      'legal form in Latin',
      customer('K1', 'QUILL TOOLS G.m.b.H.'),
      { name: ['Quill Tools'] },
      ['possible', ['name'], []],
    ],
    ['a name alike', customer('K1', 'Quil Tools Ltd'), { name: ['Quill Tools'] }, ['possible', ['similar-name'], []]],
    [
      'domain of a web site',
      customer('K1', 'QT', { websites: ['www.quill-tools.com/shop'] }),
      { name: ['Quill'], website: ['https://quill-tools.com/'] },
      ['likely', ['domain'], []],
    ],
    [
      'domain of a mailbox, and the name',
      customer('K1', 'Quill Tools', { emails: ['Buying@Quill-Tools.com'] }),
      { name: ['Quill Tools'], website: ['https://quill-tools.com/'] },
      ['same', ['domain', 'name'], []],
    ],
    [
      'mailbox at a provider',
      customer('K1', 'QT', { emails: ['quill@163.com'] }),
      { name: ['Quill'], emails: ['quill@163.com'] },
      ['likely', ['email'], []],
    ],
    [
      'the same name, another register number',
      customer('K1', 'Quill Tools', { codes: ['DE123456788'] }),
      { name: ['Quill Tools'], registrationIds: ['DE987654321'] },
      ['never', ['name'], ['other-registration']],
    ],
  ])('by %s', (_, texts, signs, [tier, reasons, doubts]) => {
    expect(told(find([customer('K9', 'Somebody Else'), texts], signs))).toEqual([[texts.key, tier, reasons, doubts]]);
  });

  it.each<[string, CustomerTexts, Partial<CompanySigns>]>([
    ['another name', customer('K1', 'Oxbow'), { name: ['Quill'] }],
    ['a code that is like the name', customer('360'), { name: ['360'] }],
    [
      'a provider of mailboxes',
      customer('K1', 'Oxbow', { emails: ['a@163.com'] }),
      { name: ['Quill'], emails: ['b@163.com'] },
    ],
    [
      'a number in two other columns',
      customer('K1', 'Oxbow', { codes: ['12'] }),
      { name: ['Quill'], externalIds: ['sap:12'] },
    ],
    ['nothing at all', customer(''), { name: [''] }],
  ])('not by %s', (_, texts, signs) => {
    expect(find([texts], signs)).toEqual({ candidates: [], equallySure: 0, onlyExact: false });
  });

  it('are told with both values, as the record and the file have them', () => {
    const { candidates } = find([customer('0010023', 'QUILL TOOLS Ltd', { websites: ['shop.quill-tools.com'] })], {
      name: ['Quill Tools'],
      website: ['https://www.quill-tools.com/'],
      externalIds: ['sap:10023'],
    });

    expect(candidates[0]?.reasons).toEqual([
      { rule: 'code', own: 'sap:10023', theirs: '0010023' },
      { rule: 'domain', own: 'quill-tools.com', theirs: 'shop.quill-tools.com' },
      { rule: 'name', own: 'Quill Tools', theirs: 'QUILL TOOLS Ltd' },
    ]);
  });

  it('stand in the order of how sure they are, and several that are as sure are counted', () => {
    const customers = [
      customer('K5', 'Quil Tools'),
      customer('K4', 'Quill Tools', { codes: ['DE123456788'] }),
      customer('K3', 'Quill Tools Ltd'),
      customer('K2', 'Quill Tools Inc'),
      customer('K1', 'QT', { websites: ['quill-tools.com'] }),
    ];
    const signs = { name: ['Quill Tools'], registrationIds: ['DE987654321'] };

    expect(told(find(customers, signs)).map(([key, tier]) => [key, tier])).toEqual([
      ['K2', 'possible'],
      ['K3', 'possible'],
      ['K5', 'possible'],
      ['K4', 'never'],
    ]);
    expect(find(customers, signs).equallySure).toBe(2);
    expect(find(customers, { ...signs, website: ['quill-tools.com'] }).equallySure).toBe(1);
    expect(find(customers.slice(1, 2), signs).equallySure).toBe(0);
  });

  it('are never more than a handful, and none that was said not to be it', () => {
    const branches = Array.from({ length: 9 }, (_, i) => customer(`K${i}`, `Quill Tools ${'ab'.repeat(i)}`));
    const signs = { name: ['Quill Tools'] };

    expect(find(branches, signs).candidates).toHaveLength(5);
    expect(find(branches, signs, ['K0', 'K1']).candidates.map(({ key }) => key)).not.toContain('K0');
  });

  it('are not known by a domain that everybody has', () => {
    const shop = (count: number): CustomerTexts[] =>
      Array.from({ length: count }, (_, i) => customer(`K${i}`, `Z${i}`, { websites: ['our-shop.example.com'] }));

    expect(find(shop(CROWD), { website: ['example.com'] }).candidates).toHaveLength(5);
    expect(find(shop(CROWD + 1), { website: ['example.com'] }).candidates).toEqual([]);
  });

  it('of very many are looked for by what is the same alone, which is said', () => {
    const index = new CustomerIndex([customer('K1', 'Quil Tools'), customer('K2', 'Quill Tools Ltd')], 1);
    const found = index.find(company({ name: ['Quill Tools'] }), new Set());

    expect([found.onlyExact, told(found)]).toEqual([true, [['K2', 'possible', ['name'], []]]]);
  });
});

describe('of any customers', () => {
  const text = fc.constantFrom(
    'Quill Tools',
    'Quill Ltd',
    'Quil Tools GmbH',
    '青禾岭泵业',
    '青禾嶺泵業有限公司',
    'Oxbow',
    '360',
    '',
  );
  const site = fc.constantFrom('quill.com', 'https://www.quill.com', 'a@quill.com', 'b@163.com', 'nonsense', '');
  const code = fc.constantFrom('10023', '0010023', 'DE123456788', 'DE987654321', '7');
  const texts = fc.array(
    fc.record({
      label: text,
      emails: fc.array(site, { maxLength: 2 }),
      websites: fc.array(site, { maxLength: 1 }),
      codes: fc.array(code, { maxLength: 2 }),
    }),
    { maxLength: 12 },
  );
  const signs = fc.record({
    name: fc.array(text, { minLength: 1, maxLength: 1 }),
    legalName: fc.array(text, { maxLength: 1 }),
    website: fc.array(site, { maxLength: 1 }),
    emails: fc.array(site, { maxLength: 2 }),
    registrationIds: fc.array(code, { maxLength: 2 }),
    customers: fc.array(code, { maxLength: 1 }),
    externalIds: fc.array(
      code.map((one) => `sap:${one}`),
      { maxLength: 2 },
    ),
  });

  it('each candidate is there once with a reason from both sides, whatever the order of the file', () => {
    fc.assert(
      fc.property(texts, signs, fc.integer({ min: 0, max: 11 }), (all, sought, refused) => {
        const customers = all.map((one, i) => ({ ...one, key: `K${i}` }));
        const without = [`K${refused}`];
        const found = find(customers, sought, without);
        const keys = found.candidates.map(({ key }) => key);

        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).not.toContain(`K${refused}`);
        expect(keys.length).toBeLessThanOrEqual(5);
        for (const { reasons, doubts, tier } of found.candidates) {
          expect(reasons.length).toBeGreaterThan(0);
          expect([...reasons, ...doubts].every(({ own, theirs }) => own !== '' && theirs !== '')).toBe(true);
          expect(tier === 'never').toBe(doubts.some(({ rule }) => rule === 'other-registration'));
        }
        expect(found.equallySure > 0).toBe(found.candidates.some(({ tier }) => tier !== 'never'));
        expect(find(customers.toReversed(), sought, without)).toEqual(found);
      }),
      { ...runs(300, 20_000), seed: 41 },
    );
  });
});
