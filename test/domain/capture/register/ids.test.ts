import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTaiwanId, isVatNumber } from '@/src/domain/capture/register/check-digits';
import { readIds } from '@/src/domain/capture/register/text-ids';
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
    const cases: readonly (readonly [string, string, (text: string) => boolean])[] = [
      [USCC, USCC_SIGNS, (text) => ids(`代码 ${text}`).includes(`uscc:${text}`)],
      [DE, DIGITS, isVatNumber],
      [AT, DIGITS, isVatNumber],
      [TW, DIGITS, isTaiwanId],
      ...['FI1234567', 'DK1234567', 'PL123456789', 'PT12345678', 'IT1234567890', 'CHE12345678']
        .flatMap((stem) => {
          const sign = [...DIGITS].find((digit) => isVatNumber(stem + digit));
          return sign === undefined ? [] : [stem + sign];
        })
        .map((text) => [text, DIGITS, isVatNumber] as const),
    ];
    fc.assert(
      fc.property(fc.nat(cases.length - 1), fc.nat(), fc.nat(), (which, where, what) => {
        const [id = '', signs = '', accepts = () => false] = cases[which] ?? [];
        const from = /^(?:ATU|CHE|[A-Z]{2}(?=\d))/.exec(id)?.[0].length ?? 0;
        const at = from + (where % (id.length - from));
        const sign = signs[what % signs.length] ?? '';
        const changed = id.slice(0, at) + sign + id.slice(at + 1);
        expect(changed !== id && accepts(changed)).toBe(false);
      }),
      { numRuns: 10_000 },
    );
  });
});
