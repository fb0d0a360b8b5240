import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameCity, isSameHouse, readAddress } from '@/src/domain/identity/address-key';
import { compareCompanyNames, readCompanyName } from '@/src/domain/identity/company-name';
import { ownDomain } from '@/src/domain/identity/domain-name';
import { looseEmail, normaliseEmail } from '@/src/domain/identity/email-address';
import { folded } from '@/src/domain/identity/folded';
import { comparePersonNames, personWords } from '@/src/domain/identity/person-name';
import {
  filedPhone,
  formatPhone,
  normalisePhone,
  phoneLink,
  withoutExtension,
} from '@/src/domain/identity/phone-number';
import { normaliseRegistration } from '@/src/domain/identity/registration-id';
import { simplified } from '@/src/domain/identity/simplified';
import { withoutAccents } from '@/src/domain/identity/without-accents';
import { changedAgain } from '@/test/support/normal-form';
import { runs } from '@/test/support/runs';

/** Any text, and texts that look like what is normalised: of words, signs, legal forms, titles in several scripts. */
const piece = fc.constantFrom(
  ..."青 禾 岭 泵业 有限公司 集团 公司 股份有限公司 上海 （上海） 广州分公司 先生 经理 臺灣 嶺 Tarn hill PUMPS & Söhne GmbH Co. KG Ltd The und Dr. Mr Müller O. e.K. １２ 8 - . , ' （ ） ß İ ﬁ Ǆ é".split(
    ' ',
  ),
  ' ',
);
const text = fc.oneof(
  fc.string({ maxLength: 60, unit: 'grapheme' }),
  fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
  fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(' ')),
);
const wide = (ascii: string): string =>
  ascii.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000');

describe('a normal form', () => {
  it.each<[string, (text: string) => string]>([
    ['folded text', folded],
    ['text in simplified characters', simplified],
    ['text without accents', (one) => withoutAccents(one.toLowerCase())],
    ['the words of a person’s name', (one) => personWords(one).join(' ')],
    ['a mailbox', (one) => normaliseEmail(one) ?? one],
    ['a domain', (one) => ownDomain(one) ?? one],
    ['a register number', (one) => normaliseRegistration(one)?.replace(/^[a-z]+:/, '') ?? one],
    ['a number without its extension', withoutExtension],
  ])('of %s is its own normal form', (_, normalise) => {
    expect(changedAgain(text, normalise)).toBeNull();
  });

  it('of a company’s name is its own, where the legal form is of the name’s own script', () => {
    const isChinese = (one: string): boolean => /\p{Script=Han}/u.test(one);
    fc.assert(
      fc.property(text, (one) => {
        const { core } = readCompanyName(one);
        const again = readCompanyName(core);
        // 上海上海… is two places to start with, of which one is taken for the company's.
        fc.pre(isChinese(core) === isChinese(one) && again.places.length === 0 && again.branch === undefined);
        expect(again.core).toBe(core);
      }),
      { ...runs(400, 4000), seed: 5 },
    );
  });

  it('of a mailbox that is one is its own, also without tag and dots', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const once = normaliseEmail(` ${address.toUpperCase()} `);
        if (once === undefined) return;
        expect(normaliseEmail(once)).toBe(once);
        expect(looseEmail(looseEmail(once))).toBe(looseEmail(once));
      }),
    );
  });

  it('of a site is its own, whatever the page, the protocol and the case', () => {
    fc.assert(
      fc.property(fc.domain(), fc.constantFrom('', 'http://', 'https://www.'), (domain, before) => {
        const own = ownDomain(`${before}${domain.toUpperCase()}`);
        if (own === undefined) return;
        expect(ownDomain(own)).toBe(own);
        expect(ownDomain(`${before}${domain}/about?x=1#y`)).toBe(own);
      }),
    );
  });
});

const REGIONS = ['CN', 'TW', 'HK', 'DE', 'US', 'GB', 'FR', 'JP'];
/** Numbers of ranges that are nobody's, as people write them. */
const number = fc
  .tuple(
    fc.constantFrom(
      '+86 138 0013 80',
      '+86 21 5555 01',
      '+49 30 231250',
      '+1 202 555 01',
      '+44 20 7946 01',
      '+852 2555 01',
    ),
    fc.integer({ min: 10, max: 99 }),
  )
  .map(([stem, end]) => `${stem}${end}`);

describe('a number', () => {
  it('with its country’s code is one in every country, in full width and with other signs between', () => {
    fc.assert(
      fc.property(number, fc.shuffledSubarray(REGIONS), fc.constantFrom(' ', '-', '.', ''), (one, regions, sign) => {
        const once = normalisePhone(one, []);
        expect(once).toMatch(/^\+\d{8,15}$/);
        expect(normalisePhone(one.replaceAll(' ', sign), regions)).toBe(once);
        expect(normalisePhone(wide(one), regions)).toBe(once);
        expect(normalisePhone(once ?? '', regions)).toBe(once);
        expect(normalisePhone(formatPhone(once ?? ''), regions)).toBe(once);
      }),
    );
  });

  it('filed with an extension gives both back', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 99_999 }), (one, extension) => {
        const once = normalisePhone(one, []) ?? '';
        const filed = filedPhone(once, String(extension));
        expect(withoutExtension(filed)).toBe(once);
        expect(phoneLink(filed)).toBe(`tel:${once};ext=${extension}`);
      }),
    );
  });
});

describe('comparing', () => {
  it('does not depend on which name comes first', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const companies = [readCompanyName(a), readCompanyName(b)] as const;
        const people = [personWords(a), personWords(b)] as const;
        expect(compareCompanyNames(companies[0], companies[1])).toBe(compareCompanyNames(companies[1], companies[0]));
        expect(comparePersonNames(people[0], people[1])).toBe(comparePersonNames(people[1], people[0]));
      }),
    );
  });

  it('does not depend on the order of the words of a person’s name', () => {
    const words = fc.array(fc.constantFrom('Olivia', 'Grant', 'Jörg', 'Müller', 'O.', 'van', 'Tarn-Hill'), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        words.chain((one) => fc.tuple(fc.constant(one), fc.shuffledSubarray(one, { minLength: one.length }))),
        ([one, shuffled]) => {
          expect(personWords(shuffled.join(' '))).toEqual(personWords(one.join(' ')));
        },
      ),
    );
  });

  it('of addresses does not depend on which comes first, on case, width or script', () => {
    const part = fc.constantFrom(
      '上海市',
      '浦东新区',
      '雲麓路',
      '188號',
      '3楼',
      'Am Markt 5',
      '28195 Bremen',
      'Tarn Road',
      '12',
    );
    const address = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(address, address, (a, b) => {
        const [one, other] = [readAddress(a), readAddress(b)];
        expect(isSameHouse(one, other)).toBe(isSameHouse(other, one));
        expect(isSameCity(one, other)).toBe(isSameCity(other, one));
        expect(readAddress(simplified(a.toUpperCase()))).toEqual(one);
        expect(readAddress(wide(a))).toEqual(one);
      }),
    );
  });
});
