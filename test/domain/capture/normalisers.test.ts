import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseParts } from '@/src/domain/capture/address/chinese-address';
import { spelledEmails } from '@/src/domain/capture/email/spelled-email';
import type { FoundValue } from '@/src/domain/capture/found';
import { accountsInText } from '@/src/domain/capture/im/text-accounts';
import { letters, likeHost } from '@/src/domain/capture/name/host-label';
import { nameKey } from '@/src/domain/capture/name/name-key';
import { asName } from '@/src/domain/capture/name/name-words';
import { withoutAddress } from '@/src/domain/capture/people/find-names';
import { mergeValues } from '@/src/domain/capture/record/merge-values';
import { siteDomain } from '@/src/domain/capture/site-domain';
import { foldWidth } from '@/src/domain/capture/text/fold-width';
import { changedAgain } from '@/test/support/normal-form';

const piece = fc.constantFrom(
  ..."青禾 岭泵业 有限公司 集团 公司 股份有限公司 官网 首页 欢迎光临 Tarnhill PUMPS & GmbH Co. KG Ltd. Inc The Welcome to Home Contact us Dr. Mr. Frau logo © ® - | . , ' （ ） １２ 8".split(
    ' ',
  ),
  ' ',
);
const text = fc.oneof(
  fc.string({ maxLength: 60, unit: 'grapheme' }),
  fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
  fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(' ')),
);

describe('a normal form on a page', () => {
  it.each<[string, (text: string) => string]>([
    ['half-width text', foldWidth],
    ['the letters of a host', letters],
    ['the key of a name', nameKey],
    ['a name as it may stand on a card', asName],
    ['a person’s name without its forms of address', withoutAddress],
    ['a site', (one) => siteDomain(one) ?? one],
  ])('of %s is its own normal form', (_, normalise) => {
    expect(changedAgain(text, normalise)).toBeNull();
  });

  it('of half width keeps the length, so that places stay places', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40, unit: 'binary' }), (one) => {
        expect(foldWidth(one)).toHaveLength(one.length);
      }),
    );
  });

  it('of a mailbox does not depend on how it is spelled out', () => {
    const box = fc.constantFrom('info', 'wang.xl', 'tarn-hill', 'a_b');
    const at = fc.constantFrom(' [at] ', ' (at) ', '(at)', '[at]');
    const dot = fc.constantFrom(' [dot] ', ' (dot) ', '[dot]', '(dot)');
    fc.assert(
      fc.property(box, at, dot, (name, sign, point) => {
        const found = spelledEmails(`E-mail: ${name}${sign}tarnhill${point}example`).map(({ value }) => value);
        expect(found).toEqual([`${name}@tarnhill.example`]);
      }),
    );
  });

  it('of an account is read from itself again', () => {
    const name = fc.constantFrom('tarn_pumps', 'wang88', '13800138000', '138 0013 8000', '+86 138 0013 8000');
    const label = fc.constantFrom('微信：', '微信号: ', 'WeChat: ', 'vx:', '微信/电话：');
    const read = (one: string): string[] => accountsInText(one, foldWidth(one)).map(({ normal }) => normal);
    fc.assert(
      fc.property(label, name, (before, one) => {
        const [normal = ''] = read(before + one);
        expect(normal).toMatch(/^wechat:[a-z\d_]+$/);
        expect(read(`微信：${normal.slice('wechat:'.length)}`)).toEqual([normal]);
      }),
    );
  });

  it('of a Chinese address has no part that the address has not', () => {
    const part = fc.constantFrom(
      '浙江省',
      '杭州市',
      '西湖区',
      '文三路',
      '90 号',
      '3幢',
      '大厦',
      '310012',
      '中国',
      '台灣',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const raw = parts.join('');
        const { country, ...found } = chineseParts(raw);
        expect(country).toMatch(/^(?:CN|TW|HK)$/);
        for (const one of Object.values(found)) expect(raw).toContain(one);
      }),
    );
  });
});

describe('putting together', () => {
  it('likes a name as much as its host in any case and with any legal form', () => {
    fc.assert(
      fc.property(fc.constantFrom('Tarnhill Pumps', 'Blume & Söhne', '3K Valves'), (name) => {
        const label = letters(name.replace('&', 'und'));
        expect(likeHost(name.toUpperCase(), label)).toBe(likeHost(name, label));
        expect(likeHost(`${name} GmbH`, label)).toBeGreaterThanOrEqual(0.75 * likeHost(name, label));
      }),
    );
  });

  it('finds the same values in whatever order they are written', () => {
    const value = fc
      .tuple(
        fc.constantFrom('phones', 'emails', 'website') as fc.Arbitrary<'phones' | 'emails' | 'website'>,
        fc.constantFrom(
          '+862155550101',
          '021-5555 0101',
          'info@acme.example',
          'INFO@acme.example',
          'https://acme.example/',
        ),
        fc.constantFrom('text', 'tel-link', 'mailto-link') as fc.Arbitrary<'text' | 'tel-link' | 'mailto-link'>,
      )
      .map(([field, raw, kind]): FoundValue => ({ field, raw, confidence: 0.8, sources: [{ kind, snippet: raw }] }));
    const keys = (values: readonly FoundValue[]): string[] =>
      values.map(({ field, raw }) => `${field} ${raw.toLowerCase().replace(/\D/g, '').slice(-9)}`).sort();
    fc.assert(
      fc.property(
        fc
          .array(value, { maxLength: 6 })
          .chain((one) => fc.tuple(fc.constant(one), fc.shuffledSubarray(one, { minLength: one.length }))),
        ([one, shuffled]) => {
          expect(keys(mergeValues(one, []))).toEqual(keys(mergeValues(shuffled, [])));
          expect(mergeValues(mergeValues(one, []), [])).toEqual(mergeValues(one, []));
        },
      ),
    );
  });
});
