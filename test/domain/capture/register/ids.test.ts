import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJapaneseId, isTaiwanId, isVatNumber } from '@/src/domain/capture/register/check-digits';
import { readIds } from '@/src/domain/capture/register/text-ids';
import { must } from '@/src/kernel/assert';
import { foldWidth } from '@/src/domain/capture/text/fold-width';
import { normaliseRegistration } from '@/src/domain/identity/registration-id';

const ids = (text: string): string[] => readIds({ text, flat: foldWidth(text), lines: [] }).map(({ normal }) => normal);

/** Ids whose last signs are found by trying, so that none is a real company's copied from anywhere. */
const completed = (stem: string, signs: string, isRight: (text: string) => boolean): string => {
  for (const sign of signs) if (isRight(stem + sign)) return stem + sign;
  throw new Error(`No check sign for ${stem}`);
};
const DIGITS = '0123456789';
const USCC_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC = completed(
  '9131000012345678A',
  USCC_SIGNS,
  (text) => normaliseRegistration(text)?.startsWith('uscc:') ?? false,
);
const DE = completed('DE12345678', DIGITS, isVatNumber);
const AT = completed('ATU1234567', DIGITS, isVatNumber);
const TW = completed('1234560', DIGITS, isTaiwanId);

interface SomeId {
  /** What the text calls it. */
  readonly label: string;
  readonly id: string;
  /** Signs that one is taken for another of: a digit for a digit, a letter for a letter. */
  readonly signs: readonly string[];
  /** Where what may be mistyped begins: behind the country. */
  readonly from: number;
}

const digitsOf = (length: number, first = DIGITS): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...first),
      fc.array(fc.constantFrom(...DIGITS), { minLength: length - 1, maxLength: length - 1 }),
    )
    .map(([head, rest]) => head + rest.join(''));
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const TWO_DIGITS = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'));

/** Valid ids of a scheme by their stem: the first check sign or pair of signs that fits, if any does. */
function idsOf(
  stems: fc.Arbitrary<string>,
  checks: readonly string[],
  isRight: (text: string) => boolean,
  rest: Omit<SomeId, 'id'>,
): fc.Arbitrary<SomeId> {
  return stems
    .map((stem) => checks.map((check) => stem + check).find(isRight) ?? '')
    .filter((id) => id !== '')
    .map((id) => ({ ...rest, id }));
}

const isOf =
  (scheme: string) =>
  (text: string): boolean =>
    normaliseRegistration(text) === `${scheme}:${text}`;
const vat = (country: string, length: number, first?: string): fc.Arbitrary<SomeId> =>
  idsOf(
    digitsOf(length, first).map((stem) => country + stem),
    [...DIGITS],
    isVatNumber,
    {
      label: 'VAT ',
      signs: [DIGITS],
      from: country.length,
    },
  );
const pairedVat = (country: string, stems: fc.Arbitrary<string>): fc.Arbitrary<SomeId> =>
  idsOf(
    stems.map((stem) => country + stem),
    TWO_DIGITS,
    isVatNumber,
    { label: 'VAT ', signs: [DIGITS], from: 2 },
  );

/** Ids of every scheme, made by trying, so that none is copied from anywhere. */
const anyId = fc.oneof(
  idsOf(
    fc
      .tuple(digitsOf(6), fc.string({ unit: fc.constantFrom(...USCC_SIGNS), minLength: 9, maxLength: 9 }))
      .map(([place, code]) => `91${place}${code}`),
    [...USCC_SIGNS],
    isOf('uscc'),
    { label: '统一社会信用代码：', signs: [USCC_SIGNS], from: 0 },
  ),
  idsOf(
    fc.string({ unit: fc.constantFrom(...DIGITS, ...LETTERS), minLength: 18, maxLength: 18 }),
    TWO_DIGITS,
    isOf('lei'),
    {
      label: 'LEI: ',
      signs: [DIGITS, LETTERS],
      from: 0,
    },
  ),
  idsOf(
    digitsOf(6).chain((head) => fc.constantFrom(...'0123456', '8', '9').map((seventh) => head + seventh)),
    [...DIGITS],
    isTaiwanId,
    {
      label: '統一編號：',
      signs: [DIGITS],
      from: 0,
    },
  ),
  vat('DE', 8, '123456789'),
  vat('ATU', 7),
  vat('FI', 7),
  vat('DK', 7),
  vat('PL', 9),
  vat('PT', 8, '125'),
  vat('IT', 10),
  vat('CHE', 8),
  pairedVat('BE', digitsOf(8, '01')),
  pairedVat('GB', digitsOf(7)),
  pairedVat('LU', digitsOf(6)),
  idsOf(
    digitsOf(9).map((stem) => `SE${stem}`),
    [...DIGITS].map((sign) => `${sign}01`),
    isVatNumber,
    { label: 'VAT ', signs: [DIGITS], from: 2 },
  ),
);

describe('register numbers', () => {
  it('are read from a German imprint with their court', () => {
    const text = `Registergericht: Amtsgericht München\nRegisternummer: HRB 123456\nUSt-IdNr.: ${DE}`;

    expect(ids(text)).toEqual(['register:Amtsgericht München HRB 123456', `vat:${DE}`]);
  });

  it('are read from a Chinese table and footer', () => {
    expect(ids(`统一社会信用代码：${USCC}\n沪ICP备19018545号-1`)).toEqual([`uscc:${USCC}`, 'icp:沪ICP备19018545号-1']);
  });

  it('are read in Taiwan and Austria', () => {
    expect(ids(`統一編號：${TW} UID: ${AT}`)).toEqual([`tw:${TW}`, `vat:${AT}`]);
  });

  it('are not read from what only looks like one', () => {
    expect(ids('DE 123 456 789, HR-Abteilung 12, 統一編號 12345678')).toEqual([]);
  });

  it('with one wrong sign are never accepted', () => {
    let tried = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...fc.sample(anyId, { numRuns: 500, seed: 7 })),
        fc.nat(),
        fc.nat(),
        ({ label, id, signs, from }, where, what) => {
          const at = from + (where % (id.length - from));
          const kind = signs.find((some) => some.includes(id[at] ?? '')) ?? '';
          const sign = kind[what % kind.length] ?? '';
          const changed = id.slice(0, at) + sign + id.slice(at + 1);
          const read = (one: string): boolean => ids(`${label}${one}`).some((normal) => normal.endsWith(`:${one}`));

          expect(read(id)).toBe(true);
          if (changed === id) return;
          tried++;
          expect(read(changed)).toBe(false);
        },
      ),
      { numRuns: 12_000 },
    );
    expect(tried).toBeGreaterThanOrEqual(10_000);
  });
});

describe('registers of single countries', () => {
  const JAPANESE = must([...'123456789'].map((sign) => `${sign}180001094726`).find(isJapaneseId), 'a check digit');

  it.each([
    [
      'Firmenbuchnummer: FN 412345 k, Firmenbuchgericht: Landesgericht Feldkirch',
      ['register:Landesgericht Feldkirch FN 412345k'],
    ],
    ['FN 412345k', ['register:FN 412345k']],
    ['FN 412345 km', []],
    ['Registered in England and Wales, company number 08412377', ['gb:08412377']],
    ['Registered in Scotland No. SC123456', ['gb:SC123456']],
    ['Company No: 08412377', ['gb:08412377']],
    ['Company phone: 01134960142', []],
    [`法人番号：${JAPANESE}`, [`jp:${JAPANESE}`]],
    [`法人番号：${JAPANESE.slice(0, 12)}${(Number(JAPANESE[12]) + 1) % 10}`, []],
    ['Handelsregister: HRA 201 334, Registergericht: Amtsgericht Aurich', ['register:Amtsgericht Aurich HRA 201334']],
    ['CHE-418.273.568 MWST', ['vat:CHE418273568']],
  ])('%s', (text, wanted) => {
    expect(ids(text)).toEqual(wanted);
  });
});
