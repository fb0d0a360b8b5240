import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameCity, isSameHouse, readAddress } from '@/src/domain/identity/address-key';
import { ALIKE, compareCompanyNames, NEAR, nearNames, readCompanyName } from '@/src/domain/identity/company-name';
import { looseEmail } from '@/src/domain/identity/email-address';
import { folded } from '@/src/domain/identity/folded';
import { isMasked, mayHide } from '@/src/domain/identity/masked-value';
import { comparePersonNames, personWords } from '@/src/domain/identity/person-name';
import { isMobile } from '@/src/domain/identity/phone-number';
import { normaliseRegistration } from '@/src/domain/identity/registration-id';
import { similarity } from '@/src/domain/identity/similarity';
import { simplified } from '@/src/domain/identity/simplified';
import { runs } from '@/test/support/runs';

describe('similarity', () => {
  it.each([
    ['', '', 1],
    ['abc', 'abc', 1],
    ['abcd', 'abdc', 0.75],
    ['abcd', 'abc', 0.75],
    ['青禾岭', '青禾', 2 / 3],
    ['abc', '', 0],
    ['𠮷野', '吉野', 0.5],
  ])('of %j and %j is %d', (a, b, expected) => {
    expect(similarity(a, b)).toBeCloseTo(expected, 12);
  });

  it('is the same both ways, 1 only for equal texts', () => {
    const text = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'b', '青', '禾') });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const value = similarity(a, b);
        expect(value).toBe(similarity(b, a));
        expect(value === 1).toBe(a === b);
        expect(value).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('names of a long list', () => {
  it.each([
    ['Quill Tools', 'Quil Tools Ltd', true],
    ['Quill Tools', 'Tools Quill', true],
    ['Quill', 'Quill Tools International', true],
    ['Quill Tools', 'Oxbow Cranes', false],
    ['Quill', '', false],
    ['𠮷野泵业', '吉野泵业', true],
    ['𠮷野泵业', '吉野泵', false],
  ])('%s is near %s: %s', (a, b, expected) => {
    expect(nearNames(readCompanyName(a))(readCompanyName(b))).toBe(expected);
  });

  it('are near as by comparing each', () => {
    const text = fc.string({ maxLength: 14, unit: fc.constantFrom('a', 'b', 'c', ' ', '青', '禾', '𠮷') });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [one, other] = [readCompanyName(a), readCompanyName(b)];
        expect(nearNames(one)(other)).toBe(compareCompanyNames(one, other) >= NEAR);
      }),
      { ...runs(2000, 100_000), seed: 5 },
    );
  });
});

describe('readCompanyName', () => {
  it.each([
    ['上海青禾岭泵业有限公司', '青禾岭泵业', ['上海']],
    ['臺灣青禾嶺泵業股份有限公司', '青禾岭泵业', ['台湾']],
    ['浙江省杭州市青禾岭泵业集团有限责任公司', '青禾岭泵业', ['浙江', '杭州']],
    ['青禾岭泵业（上海）有限公司', '青禾岭泵业', ['上海']],
    ['青禾岭(控股)有限公司', '青禾岭(控股)', []],
    ['北京公司', '北京', []],
    ['ＡＢＣ　机械有限公司', 'abc机械', []],
    ['Northwick Instruments Ltd.', 'northwick instruments', []],
    ['NORTHWICK INSTRUMENTS LIMITED', 'northwick instruments', []],
    ['Müller & Söhne G.m.b.H. & Co. KG', 'mueller soehne', []],
    ['Société Générale S.A.', 'societe generale', []],
    ['The Co Group', 'the co group', []],
    ['', '', []],
  ])('of %s has the core %s and the places %j', (name, core, places) => {
    expect(readCompanyName(name)).toMatchObject({ core, places });
  });

  it('tells a branch from the company', () => {
    expect(readCompanyName('青禾岭泵业有限公司广州分公司').branch).toBe('广州');
    expect(readCompanyName('青禾岭泵业有限公司').branch).toBeUndefined();
  });

  it('reads any text, and reads what it gave the same', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500, unit: 'grapheme' }), (text) => {
        const { core } = readCompanyName(text);
        expect(compareCompanyNames(readCompanyName(core), readCompanyName(core))).toBe(core === '' ? 0 : 1);
      }),
    );
  });
});

describe('compareCompanyNames', () => {
  const compare = (a: string, b: string): number => compareCompanyNames(readCompanyName(a), readCompanyName(b));
  it.each([
    ['上海青禾岭泵业有限公司', '青禾嶺泵業(上海)股份有限公司', 1, 1],
    ['Northwick Instruments Ltd', 'Instruments Northwick', 1, 1],
    ['Northwick Instruments Ltd', 'Nortwhick Instruments', ALIKE, 0.99],
    ['青禾岭', '青禾岭泵业有限公司', NEAR, NEAR],
    ['Northwick', 'Northwick Instruments', NEAR, NEAR],
    ['上海青禾岭泵业有限公司', '北京青禾岭泵业有限公司', 0, ALIKE - 0.01],
    ['青禾岭泵业有限公司', '青禾岭泵业有限公司广州分公司', 0, ALIKE - 0.01],
    ['Wintermoor & Brückner Systems', 'Wintermoor & Brückner Logistics', 0, NEAR - 0.01],
    ['', '青禾岭', 0, 0],
  ])('of %s and %s', (a, b, low, high) => {
    expect(compare(a, b)).toBeGreaterThanOrEqual(low);
    expect(compare(a, b)).toBeLessThanOrEqual(high);
    expect(compare(a, b)).toBe(compare(b, a));
  });
});

describe('person names', () => {
  it.each([
    ['Grant, Olivia', 'Ms Olivia Grant', 1],
    ['王 曉嵐 女士', '王晓岚', 1],
    ['王晓岚 Dr. 先生', '王晓岚', 1],
    ['王晓岚教授主任', '王晓岚', 1],
    ['Dr. Jörg Müller', 'MUELLER Joerg', 1],
    ['O. Grant', 'Olivia Grant', 0.85],
    ['张总经理', '张', 0],
    ['', 'Olivia Grant', 0],
  ])('%s and %s', (a, b, low) => {
    expect(comparePersonNames(personWords(a), personWords(b))).toBeGreaterThanOrEqual(low);
  });

  it.each([
    ['王晓岚', '王晓丽'],
    ['Olivia Grant', 'Oliver Grant-Smith'],
    ['O. Grant', 'P. Grant'],
    ['', ''],
  ])('%s and %s are two', (a, b) => {
    expect(comparePersonNames(personWords(a), personWords(b))).toBeLessThan(0.8);
  });
});

describe('normaliseRegistration', () => {
  it.each([
    ['9111 0000 6000 3734 1L', 'uscc:91110000600037341L'],
    ['DE 123.456.789', 'vat:DE123456789'],
    ['XI 123456789', 'vat:XI123456789'],
    ['529900T8BM49AURSDO55', 'lei:529900T8BM49AURSDO55'],
  ])('of %s is %s', (text, expected) => {
    expect(normaliseRegistration(text)).toBe(expected);
  });

  it.each(['91110000600037342L', '529900T8BM49AURSDO56', 'DE12345678', '12345', '', 'HRB 12345', '91350203M0001QAY9B'])(
    'of %j is none',
    (text) => {
      expect(normaliseRegistration(text)).toBeUndefined();
    },
  );
});

describe('masked values', () => {
  it.each([
    ['138****0101', '+8613812340101', true],
    ['138****0101', '+86 138-1234-0101', true],
    ['138****0101', '+8613812340102', false],
    ['138****0101', '138****0101', false],
    ['021-5888****', '+862158886666', true],
    ['021-5888****', '+862159886666', false],
    ['****', '+862158886666', true],
    ['w***@acme.cn', 'wang@acme.cn', true],
    ['w***@acme.cn', 'li@acme.cn', false],
    ['王*', '王晓岚', true],
    ['138xxxx0101', '13812340101', true],
    ['13812340101', '13812340101', false],
  ])('%s may hide %s: %s', (masked, full, expected) => {
    expect(mayHide(masked, full)).toBe(expected);
  });

  it('are known by their stars', () => {
    expect(['138****0101', '王＊', 'max@exxon.com', '+4915112345678', '138xxxx0101'].map(isMasked)).toEqual([
      true,
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('addresses', () => {
  it('meet in house and city', () => {
    const a = readAddress('上海市浦东新区云麓路188号3楼');
    const b = readAddress('上海市浦東新區雲麓路１８８號');
    const c = readAddress('上海市浦东新区云麓路1号');

    expect([isSameHouse(a, b), isSameHouse(a, c), isSameCity(a, c)]).toEqual([true, false, true]);
  });

  it('of Latin script know their town by the postcode', () => {
    expect(readAddress('Am Markt 5, 28195 Bremen').city).toBe('bremen');
    expect(readAddress('nowhere').city).toBeUndefined();
  });
});

describe('single forms', () => {
  it('of characters, boxes and numbers', () => {
    expect(simplified('臺灣興業')).toBe('台湾兴业');
    expect(folded('ＭÜＬＬＥＲ 臺灣')).toBe('mueller 台湾');
    expect(looseEmail('olivia.grant+crm@gmail.com')).toBe('oliviagrant@gmail.com');
    expect(looseEmail('olivia.grant+crm@acme.com')).toBe('olivia.grant@acme.com');
    expect([isMobile('+8613800138000'), isMobile('+862158886666'), isMobile('+12025550123'), isMobile('x')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
