import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactField } from '@/src/domain/capture/statutory/fact-labels';
import { readFact } from '@/src/domain/capture/statutory/fact-values';

/** The text that is the fact, or its normal form. */
const read = (field: FactField, text: string): string | undefined => {
  const fact = readFact(field, text);
  return fact && (fact.normal ?? text.slice(fact.start, fact.start + fact.length));
};

describe('readFact', () => {
  it.each<[FactField, string, string | undefined]>([
    ['founded', '2016年3月18日', '2016-03-18'],
    ['founded', '2017/05/23', '2017-05-23'],
    ['founded', '2016.08.09 至 长期', '2016-08-09'],
    ['founded', '民國98年4月8日', '2009-04-08'],
    ['founded', '31.12.1999', '1999-12-31'],
    ['founded', '2018-13-40', undefined],
    ['founded', '2023-02-29', undefined],
    ['founded', '2017年', undefined],
    ['registeredCapital', '1000万元人民币', '1000万元人民币'],
    ['registeredCapital', '2,000万元整', '2,000万元整'],
    ['registeredCapital', '人民币 600万', '人民币 600万'],
    ['registeredCapital', '壹仟万元整', '壹仟万元整'],
    ['registeredCapital', '新台幣 1,200 萬元', '新台幣 1,200 萬元'],
    ['registeredCapital', '25.000 EUR', '25.000 EUR'],
    ['registeredCapital', '暂未公示', undefined],
    ['registeredCapital', '-', undefined],
    ['legalRepresentative', '侯文博 关联2家企业 >', '侯文博'],
    ['legalRepresentative', 'KLAUS BERGMANN', 'KLAUS BERGMANN'],
    ['legalRepresentative', '北京三桓科技有限公司', undefined],
    ['legalRepresentative', '登录后查看', undefined],
    ['registrationState', '存续（在营、开业、在册）'.normalize('NFKC'), '存续(在营、开业、在册)'],
    ['registrationState', '注销', '注销'],
    ['registrationState', '待发货', undefined],
    ['legalName', '苏州银果里生物科技有限公司', '苏州银果里生物科技有限公司'],
    ['legalName', '暂无', undefined],
    ['industry', '文化艺术业', '文化艺术业'],
    ['industry', '-', undefined],
  ])('reads as %s from %j: %j', (field, text, fact) => {
    expect(read(field, text)).toBe(fact);
  });

  it('gives back every day of a calendar, in whichever way it is written', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }),
        fc.constantFrom('-', '/', '.'),
        (date, sign) => {
          const day = date.toISOString().slice(0, 10);
          const [year = '', month = '', of = ''] = day.split('-');
          expect(read('founded', day.replaceAll('-', sign))).toBe(day);
          expect(read('founded', `${year}年${Number(month)}月${Number(of)}日`)).toBe(day);
        },
      ),
    );
  });
});
