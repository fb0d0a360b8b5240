import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPrice } from '@/src/domain/clips/read-price';
import { HANGS, processorTime } from '@/test/support/processor-time';

/** A price in short: amount, currency, upper end, unit. */
const short = (text: string, currency?: string): string => {
  const read = readPrice(text, currency === undefined ? {} : { currency });
  if (!read) return 'none';
  const { price, priceTo, unit } = read;
  const to = priceTo ? `–${priceTo.amount}` : '';
  return `${price.amount}${to} ${price.currency}${unit === undefined ? '' : ` / ${unit}`}`;
};

describe('a price in a text', () => {
  it.each([
    ['¥129', '129 CNY'],
    ['￥１２９．５０', '129.50 CNY'],
    ['129元', '129 CNY'],
    ['售价：1,299.00元', '1299.00 CNY'],
    ['RMB 88', '88 CNY'],
    ['RMB1,200/吨', '1200 CNY / 吨'],
    ['人民币 3000 元', '3000 CNY'],
    ['1.299,00 €', '1299.00 EUR'],
    ['1.299 €', '1299 EUR'],
    ['€1,299.00', '1299.00 EUR'],
    ['12,99 €', '12.99 EUR'],
    ['99,- €', '99 EUR'],
    ['0,299 €/kWh', '0.299 EUR / kWh'],
    ['1 299,00 €', '1299.00 EUR'],
    ['1\u00A0299 €', '1299 EUR'],
    ["CHF 1'299.50", '1299.50 CHF'],
    ['$1,299.99', '1299.99 USD'],
    ['US$ 49', '49 USD'],
    ['£12.50', '12.50 GBP'],
    ['NT$1,280', '1280 TWD'],
    ['HK$ 98', '98 HKD'],
    ['新台幣 1,280 元', '1280 TWD'],
    ['7.199元/升', '7.199 CNY / 升'],
    ['99.9元/箱', '99.9 CNY / 箱'],
    ['每箱 99.9 元', '99.9 CNY / 箱'],
    ['¥35/平方米', '35 CNY / 平方米'],
    ['2,49 € pro Stück', '2.49 EUR / Stück'],
    ['$3 per kg', '3 USD / kg'],
    ['1,99 € / 100 g', '1.99 EUR / 100 g'],
    ['1.2万元', '12000 CNY'],
    ['¥3.55万', '35500 CNY'],
    ['3千元', '3000 CNY'],
    ['1.5亿元', '150000000 CNY'],
    ['¥0.5', '0.5 CNY'],
    ['¥99起', '99 CNY'],
  ])('%s is %s', (text, wanted) => {
    expect(short(text)).toBe(wanted);
  });

  it.each([
    ['¥88-128', '88–128 CNY'],
    ['¥88.00 - ¥128.00', '88.00–128.00 CNY'],
    ['88~128元/件', '88–128 CNY / 件'],
    ['3-5万元', '30000–50000 CNY'],
    ['8千至1.2万元', '8000–12000 CNY'],
    ['49 bis 59 €', '49–59 EUR'],
    ['$49 to $59', '49–59 USD'],
  ])('%s is the range %s', (text, wanted) => {
    expect(short(text)).toBe(wanted);
  });

  it.each([
    ['$1,280', 'TWD', '1280 TWD'],
    ['$1,280', 'EUR', '1280 USD'],
    ['¥1,280', 'JPY', '1280 JPY'],
    ['1280元', 'TWD', '1280 TWD'],
    ['€5', 'CNY', '5 EUR'],
    ['129', 'CNY', '129 CNY'],
    ['价格：129', 'CNY', '129 CNY'],
    ['Preis: 12,90', 'EUR', '12.90 EUR'],
    ['Model 129', 'EUR', 'none'],
    ['2026年11月21日', 'CNY', 'none'],
  ])('%s where prices are in %s is %s', (text, currency, wanted) => {
    expect(short(text, currency)).toBe(wanted);
  });

  it.each([
    ['129'],
    ['价格：129'],
    ['满 199 减 50 元'],
    ['立减 ¥20'],
    ['运费 10 元'],
    ['押金¥500'],
    ['注册资本 500 万元'],
    ['年产值3亿元'],
    ['原价 ¥199'],
    ['statt 49,99 €'],
    ['20 € sparen'],
    ['$5 off'],
    ['-20%'],
    ['元旦 2026元旦快乐'],
    ['12元件'],
    ['Tel. 021-5555 0123'],
    ['¥1,2345'],
    ['12345,678 €'],
    ['共 2 299元'],
    ['0800元'],
    ['$1.2 million'],
    ['€1.5 Mio.'],
    ['¥3k'],
    ['X99元'],
    ['2026.11.21'],
    ['192.168.0.1 €'],
    [''],
  ])('%s states none', (text) => {
    expect(short(text)).toBe('none');
  });

  it.each([
    ['原价 ¥199 现价 ¥129', '129 CNY', '原价 ¥199'],
    ['原價$399 特價$299', '299 USD', '原價$399'],
    ['现价129元，原价199元', '129 CNY', '原价199元'],
    ['statt 49,99 € nur 39,99 €', '39.99 EUR', 'statt 49,99 €'],
    ['Was £20.00 now £15.00', '15.00 GBP', 'Was £20.00'],
    ['UVP 59,00 € 44,90 €', '44.90 EUR', 'UVP 59,00 €'],
    ['¥129 满199减50 包邮', '129 CNY', '满199减50 · 包邮'],
    ['券后¥89 满199-50元', '89 CNY', '满199-50元'],
    ['¥15 第二件半价', '15 CNY', '第二件半价'],
    ['8.5折 ¥85', '85 CNY', '8.5折'],
    ['¥12 买二送一', '12 CNY', '买二送一'],
    ['¥99 运费10元', '99 CNY', undefined],
    ['市场价 ¥199', '199 CNY', undefined],
  ])('of %s is %s, and the rest its promotion', (text, price, promotion) => {
    expect([short(text), readPrice(text)?.promotion]).toEqual([price, promotion]);
  });

  it('keeps what it read as it stands', () => {
    expect(readPrice('到手价￥１２９．００ / 箱')).toEqual({
      price: { amount: '129.00', currency: 'CNY' },
      unit: '箱',
      raw: '￥１２９．００',
    });
    expect(readPrice('UVP 1.299,00 € 999,00 €')?.raw).toBe('999,00 €');
    expect(readPrice('特价 ¥88-128 起')?.raw).toBe('¥88-128');
  });

  it('reads back every amount in every way of writing it', () => {
    const grouped = (whole: number, sign: string): string => String(whole).replace(/\B(?=(\d{3})+$)/g, sign);
    const writers: [string, (whole: number, cents: string) => string][] = [
      ['CNY', (whole, cents) => `¥${grouped(whole, ',')}.${cents}`],
      ['CNY', (whole, cents) => `${whole}.${cents}元`],
      ['EUR', (whole, cents) => `${grouped(whole, '.')},${cents} €`],
      ['EUR', (whole, cents) => `${grouped(whole, '\u00A0')},${cents} EUR`],
      ['TWD', (whole, cents) => `NT$${grouped(whole, ',')}.${cents}`],
      ['GBP', (whole, cents) => `£${whole}.${cents}`],
      ['CHF', (whole, cents) => `CHF ${grouped(whole, "'")}.${cents}`],
    ];
    fc.assert(
      fc.property(fc.nat(9_999_999), fc.nat(99), fc.constantFrom(...writers), (whole, cents, [currency, write]) => {
        const text = String(cents).padStart(2, '0');
        expect(readPrice(write(whole, text))?.price).toEqual({ amount: `${whole}.${text}`, currency });
      }),
    );
  });

  it('never makes up a digit, whatever the text', () => {
    const piece = fc.constantFrom(
      '¥',
      '元',
      '€',
      '$',
      '-',
      '~',
      '万',
      '原价',
      '满',
      '减',
      ' ',
      ',',
      '.',
      '/',
      '箱',
      '券',
      '\n',
      'x',
    );
    const text = fc.array(fc.oneof(piece, fc.stringMatching(/^\d{1,6}$/), fc.string({ maxLength: 3 })), {
      maxLength: 24,
    });
    fc.assert(
      fc.property(text, fc.constantFrom(undefined, 'CNY', 'EUR', 'TWD'), (pieces, currency) => {
        const read = readPrice(pieces.join(''), currency === undefined ? {} : { currency });
        if (!read) return;
        const { price, priceTo, raw } = read;
        const digits = raw.normalize('NFKC').replace(/\D/g, '');
        for (const { amount } of [price, ...(priceTo ? [priceTo] : [])]) {
          expect(amount).toMatch(/^(?:0|[1-9]\d*)(?:\.\d+)?$/);
          expect(digits).toContain(
            amount
              .replace('.', '')
              .replace(/^0+(?=\d)/, '')
              .replace(/0+$/, ''),
          );
        }
        if (priceTo) expect(Number(priceTo.amount)).toBeGreaterThan(Number(price.amount));
        expect(price.currency).toMatch(/^[A-Z]{3}$/);
      }),
      { numRuns: 500 },
    );
  });

  it('reads a page of digits in no time', () => {
    const texts = ['1,'.repeat(4000), '¥'.repeat(8000), '1 '.repeat(4000), '满1'.repeat(3000), '原价'.repeat(4000)];
    const spent = processorTime();
    for (const text of texts) readPrice(text, { currency: 'CNY' });
    expect(spent()).toBeLessThan(HANGS);
  });
});
