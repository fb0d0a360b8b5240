import { describe, expect, it } from 'vitest';
import { isOfRegister, lookUpsFor, REGISTERS } from '@/src/domain/enrich/opened/registers';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import { typedValue } from '@/src/domain/records/evidence';

const AT = '2026-11-23T09:00:00.000Z';
const one = (value: string) => typedValue(value, AT);
const many = (...values: string[]) => Object.fromEntries(values.map((value, i) => [`i${i}`, one(value)]));
const company = (fields: Partial<CompanyFields> & { readonly name: CompanyFields['name'] }): CompanyFields => fields;

describe('the registers of a company', () => {
  it.each<[string, CompanyFields, string[]]>([
    [
      'a Chinese code',
      company({ name: one('Qinglan'), registrationIds: many('91320506MA1N7K2Q8Y') }),
      ['gsxt', 'qcc', 'tianyancha', 'aiqicha', '1688'],
    ],
    [
      'a Chinese name',
      company({ name: one('苏州青岚泵业有限公司') }),
      ['gsxt', 'qcc', 'tianyancha', 'aiqicha', '1688'],
    ],
    [
      'a number of mainland China',
      company({ name: one('Qinglan'), phones: many('+8651255550101') }),
      ['gsxt', 'qcc', 'tianyancha', 'aiqicha', '1688'],
    ],
    ['a name in traditional characters', company({ name: one('青禾嶺泵業股份有限公司') }), ['findbiz']],
    ['a Taiwanese number', company({ name: one('Qingheling'), registrationIds: many('54120039') }), ['findbiz']],
    ['a Taiwanese telephone', company({ name: one('Qingheling'), phones: many('+886255550110') }), ['findbiz']],
    [
      'a number of a German court',
      company({ name: one('Kranich'), registrationIds: many('Amtsgericht Stuttgart HRB 771234') }),
      ['handelsregister'],
    ],
    [
      'a German VAT number',
      company({ name: one('Kranich'), registrationIds: many('DE136695976') }),
      ['handelsregister'],
    ],
    ['a German legal form', company({ name: one('Kranich Fördertechnik GmbH & Co. KG') }), ['handelsregister']],
    ['a German site', company({ name: one('Kranich'), website: one('https://www.kranich.de/') }), ['handelsregister']],
    [
      'a code against the name',
      company({ name: one('苏州青岚 GmbH'), registrationIds: many('HRB 771234') }),
      ['handelsregister'],
    ],
    ['nothing that tells', company({ name: one('Northwick Tools Ltd') }), []],
    [
      'a number with a typing error',
      company({ name: one('Northwick'), registrationIds: many('91320506MA1N7K2Q8X') }),
      [],
    ],
  ])('come first by %s', (_, fields, expected) => {
    const { fitting, others } = lookUpsFor(fields);

    expect(fitting.map(({ register }) => register.id)).toEqual(expected);
    expect(fitting.length + others.length).toBe(REGISTERS.length);
  });

  it('are asked for the code that they know, else for the registered name, else for the name', () => {
    const fields = company({
      name: one('青岚'),
      legalName: one('苏州青岚泵业有限公司'),
      registrationIds: many('Amtsgericht Stuttgart HRB 771234 B', '91320506MA1N7K2Q8Y'),
    });
    const { fitting, others } = lookUpsFor(fields);
    const of = (id: string) => [...fitting, ...others].find(({ register }) => register.id === id);

    expect([of('qcc')?.text, of('handelsregister')?.text, of('findbiz')?.text]).toEqual([
      '91320506MA1N7K2Q8Y',
      'HRB 771234',
      '苏州青岚泵业有限公司',
    ]);
    expect([of('qcc')?.field, of('findbiz')?.field]).toEqual(['registrationIds', 'legalName']);
    expect(lookUpsFor(company({ name: one('青岚') })).fitting[0]?.field).toBe('name');
  });

  it('get the text in the address only where that is public, and nothing else of it', () => {
    const { fitting, others } = lookUpsFor(company({ name: one('甲&b=1 乙#x') }));
    const sent = [...fitting, ...others].filter(({ isSent }) => isSent);

    expect(sent.map(({ url }) => url)).toEqual([
      'https://www.qcc.com/web/search?key=%E7%94%B2%26b%3D1%20%E4%B9%99%23x',
      'https://www.tianyancha.com/search?key=%E7%94%B2%26b%3D1%20%E4%B9%99%23x',
      'https://aiqicha.baidu.com/s?q=%E7%94%B2%26b%3D1%20%E4%B9%99%23x',
    ]);
    for (const { url, register } of [...fitting, ...others].filter(({ isSent }) => !isSent))
      expect(url).toBe(register.start);
  });

  it('are asked for 120 characters of a name at most, none of them cut in two', () => {
    const lookUp = lookUpsFor(company({ name: one(`苏${'😀'.repeat(200)}`) })).fitting.find(({ isSent }) => isSent);

    const broken = lookUpsFor(company({ name: one('苏\ud83d州') })).fitting.find(({ isSent }) => isSent);

    expect(broken?.url).toBe('https://www.qcc.com/web/search?key=%E8%8B%8F%E5%B7%9E');
    expect(decodeURIComponent(new URL(lookUp?.url ?? '').searchParams.get('key') ?? '')).toMatch(/^苏(?:😀){59,119}$/u);
  });
});

describe('the site of a register', () => {
  it.each([
    ['https://www.qcc.com/firm/1.html', 'qcc', true],
    ['https://qcc.com/', 'qcc', true],
    ['https://m.qcc.com/x', 'qcc', true],
    ['https://zj.gsxt.gov.cn/a', 'gsxt', true],
    ['https://www.notqcc.com/', 'qcc', false],
    ['https://www.qcc.com.evil.example/', 'qcc', false],
    ['https://evil.example/?x=www.qcc.com', 'qcc', false],
    ['https://www.qcc.com@evil.example/', 'qcc', false],
    ['https://www.baidu.com/', 'aiqicha', false],
    ['https://www.tianyancha.com/', 'qcc', false],
    ['ftp://www.qcc.com/', 'qcc', false],
    ['', 'qcc', false],
  ] as const)('%s is that of %s: %s', (url, id, expected) => {
    expect(isOfRegister(id, url)).toBe(expected);
  });
});
