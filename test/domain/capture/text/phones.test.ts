import { describe, expect, it } from 'vitest';
import { foldWidth } from '@/src/domain/capture/text/fold-width';
import { readPhones, type TextPhone } from '@/src/domain/capture/text/phones';
import { mapRegions } from '@/src/domain/capture/text/region-map';
import { HANGS, processorTime } from '@/test/support/processor-time';

function phones(text: string, host = 'www.acme.com.cn'): TextPhone[] {
  const flat = foldWidth(text);
  return readPhones({ text, flat, lines: [] }, mapRegions(flat, { countries: [], host, lang: '' }));
}
const numbers = (text: string, host?: string): (string | undefined)[] => phones(text, host).map(({ normal }) => normal);

describe('a Chinese page', () => {
  it.each([
    ['with an area code', '电话：021-5555 0101', ['+862155550101']],
    ['in full width', '电话：０２１－５５５５０１０１', ['+862155550101']],
    ['glued to the text', '电话13800138000微信同号', ['+8613800138000']],
    ['two with a slash', '010-55550101/010-55550102', ['+861055550101', '+861055550102']],
    ['three that differ in the end', '010-5555 0110/11/12', ['+861055550110', '+861055550111', '+861055550112']],
    ['a second without area code', '020-55550101、55550102', ['+862055550101', '+862055550102']],
    ['a second in two groups', '0591-5555 0147、5555 0148', ['+8659155550147', '+8659155550148']],
    ['behind a stray area code', '服务热线：0755 0898-55550169', ['+8689855550169']],
    ['that are an account as well', 'Mobile/WhatsApp/WeChat: 138 0013 8026', ['+8613800138026']],
    ['a free number', '服务热线：400-555-0101', ['+864005550101']],
  ])('gives numbers %s', (_, text, expected) => {
    expect(numbers(text)).toEqual(expected);
  });

  it('keeps an extension, after a dash or 转', () => {
    expect(phones('总机：0755-55550101-88708').map(({ normal, ext }) => [normal, ext])).toEqual([
      ['+8675555550101', '88708'],
    ]);
    expect(phones('电话：021-55550101 转 801').map(({ normal, ext }) => [normal, ext])).toEqual([
      ['+862155550101', '801'],
    ]);
  });

  it('keeps an extension behind a note in brackets', () => {
    expect(phones('0898-55550170（总机）转 8801').map(({ normal, ext }) => [normal, ext])).toEqual([
      ['+8689855550170', '8801'],
    ]);
  });

  it.each([
    ['传\u3000\u3000真：021-5555 0102', 'fax'],
    ['400-555-0103', 'tollfree'],
    ['手\u3000机：138 0013 8000', 'mobile'],
    ['021-5555 0101', 'work'],
  ])('says what %s is for: %s', (text, label) => {
    expect(phones(text).map((one) => one.label)).toEqual([label]);
  });

  it.each([
    '粤ICP备16031472号-7',
    '京公网安备 11010502030143号',
    '客服QQ：4009001991',
    '统一社会信用代码 91310000MA1K4P8A7J',
    '成立日期：2005-10-12',
    '注册资本：1000万元 邮编：200120',
  ])('sees no number in %s', (text) => {
    expect(phones(text)).toEqual([]);
  });

  it('never takes a report hotline for the company’s number', () => {
    const [hotline] = phones('违法和不良信息举报电话：010-55550101');

    expect(hotline?.label).toBe('hotline');
    expect(hotline?.confidence).toBeLessThan(0.5);
  });
});

describe('numbers elsewhere', () => {
  it.each([
    ['acme.de', 'Tel.: 030 / 901820 Fax: 030 / 901821', ['+4930901820', '+4930901821']],
    ['acme.de', 'Werkstatt: 0761/ 5 14 82-20', ['+497615148220']],
    ['acme.de', 'Hotline 0180 5 123456 (14 ct/min)', ['+491805123456']],
    ['acme.co.uk', 'Key Account Manager Email T +44 20 7946 0112', ['+442079460112']],
    ['acme.co.uk', 'Company tel: 020 7946 0113', ['+442079460113']],
    ['acme.co.uk', 'call us on 020 7946 0101 or020 7946 0102.', ['+442079460101', '+442079460102']],
    ['acme.com', 'Phone: (202) 555-0143 Fax: 202.555.0144', ['+12025550143', '+12025550144']],
    ['acme.com', 'Call 1-800-FLOWERS now', ['+18003569377']],
    ['acme.com', 'Call us 303.333.PAUL.', ['+13033337285']],
  ])('are read on %s: %s', (host, text, expected) => {
    expect(numbers(text, host)).toEqual(expected);
  });

  it('belong to the country of their own block', () => {
    const offices = 'Germany\nTel: 030 901820\n\nUnited Kingdom\nTel: 020 7946 0101\n\nFrance\nTel: 01 99 00 01 23';

    expect(numbers(offices, 'acme.com')).toEqual(['+4930901820', '+442079460101', '+33199000123']);
  });

  it('say what they are for', () => {
    expect(
      phones('Mobile: 07700 900123\nFax: 020 7946 0101\nFreephone 0808 157 0101', 'acme.co.uk').map(
        ({ label }) => label,
      ),
    ).toEqual(['mobile', 'fax', 'tollfree']);
  });

  it.each([
    'HRB 12345 Amtsgericht Berlin, USt-IdNr. DE 123 456 788',
    'IBAN DE89 3704 0044 0532 0130 00',
    'Stand: 05.10.2023, 10:00 - 18:30 Uhr',
    'ISBN 978-3-16-148410-0',
    'Price: $1,234,567.00 or 12.345,67 €',
    '52.520008, 13.404954',
    'License # 123-456-7890',
    'KvK 23088812 · BTW NL808812345B01',
    'Stufe 0/ 5 14 82 20 und 0761 5 1',
  ])('are not seen in %s', (text) => {
    expect(phones(text, 'acme.de')).toEqual([]);
  });

  it('are not seen in an Italian tax number', () => {
    expect(phones('P.IVA 04512340487 · Cap. soc. 10.000 €', 'acme.it')).toEqual([]);
  });

  it('are found in a megabyte of digits in time', () => {
    const spent = processorTime();

    phones('+0'.repeat(50_000) + '1-'.repeat(50_000) + '. '.repeat(50_000), 'acme.de');
    expect(spent()).toBeLessThan(HANGS);
  });
});
