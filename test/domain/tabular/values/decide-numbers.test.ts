import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideNumbers } from '@/src/domain/tabular/values/decide-numbers';
import { runs } from '@/test/support/runs';

describe('the decimal sign of a column', () => {
  it.each<[string[], string, 'point' | 'comma', 'settled' | 'assumed' | 'conflict']>([
    [[], '', 'point', 'settled'],
    [['12', '', '-', 'abc'], '', 'point', 'settled'],
    [['12.5'], '', 'point', 'settled'],
    [['1,234', '12,5'], '', 'comma', 'settled'],
    [['1.234', '1.234.567'], '', 'comma', 'settled'],
    [['1.234', '12.5'], '', 'point', 'settled'],
    [['0.123', '1.234'], '', 'point', 'settled'],
    [['1234.567', '1.234'], '', 'point', 'settled'],
    [['0,500', '1,234'], '', 'comma', 'settled'],
    [['1 234,567', '1,234'], '', 'comma', 'settled'],
    [["1'234", '1 234'], '', 'point', 'settled'],
    [['12,34,567'], '', 'point', 'settled'],
    [['1.234E+05'], '', 'point', 'settled'],
    [['1,234', '2,345'], '', 'point', 'assumed'],
    [['1.234', '2.345'], '', 'comma', 'assumed'],
    [['1.234', '950', '87'], '', 'comma', 'assumed'],
    [['1.234', '5678'], '', 'point', 'assumed'],
    [['1.234', '$5.678'], '', 'comma', 'assumed'],
    [['US$1.234'], '', 'point', 'assumed'],
    [['1.234 €', '5678'], '', 'comma', 'assumed'],
    [['1.234'], '单价', 'point', 'assumed'],
    [['1.234'], 'Unit price', 'point', 'assumed'],
    [['1.234'], 'Betrag', 'comma', 'assumed'],
    [['1,000'], 'Menge', 'comma', 'assumed'],
    [['1,000'], 'Amount (EUR)', 'point', 'assumed'],
    [['1,234', '1.234'], '', 'point', 'assumed'],
    [['1,234.5', '12,5'], '', 'point', 'conflict'],
    [['1.234,5', '1,2', '7.25'], '', 'comma', 'conflict'],
  ])('of %j under %j is %s, %s', (values, header, decimal, how) => {
    expect(decideNumbers(values, header)).toMatchObject({
      decimal,
      assumed: how === 'assumed',
      conflict: how === 'conflict',
    });
  });

  it('is not shaken by a slip among many', () => {
    const values = Array.from({ length: 99 }, (_, i) => `${i}.5`);

    expect(decideNumbers([...values, '1,5'])).toMatchObject({ decimal: 'point', conflict: false });
    expect(decideNumbers([...values.slice(0, 40), '1,5'])).toMatchObject({ decimal: 'point', conflict: true });
  });
});

describe('the unit and the currency of a column', () => {
  it.each<[string, number]>([
    ['金额', 0],
    ['金额(元)', 0],
    ['金额（万元）', 4],
    ['金额(万)', 4],
    ['金额 万元', 4],
    ['销售额/千元', 3],
    ['销售额(百万元)', 6],
    ['销售额（千万元）', 7],
    ['销售额(亿元)', 8],
    ['營收(億)', 8],
    ['单位：万元', 4],
    ['売上（千円）', 3],
    ['売上（百万円）', 6],
    ['万科销售额', 0],
    ['千克', 0],
    ['百分比', 0],
    ['Amount (k€)', 3],
    ['Amount in thousands', 3],
    ['Sales ($000)', 3],
    ["Sales ('000)", 3],
    ['Sales (000s)', 3],
    ['Umsatz T€', 3],
    ['Umsatz in TEUR', 3],
    ['Umsatz Tsd. €', 3],
    ['Umsatz (Mio. €)', 6],
    ['USD k', 3],
    ['Revenue ($M)', 6],
    ['Revenue, USD millions', 6],
    ['Umsatz (Mrd. EUR)', 9],
    ['Price per 1,000', 0],
    ['Amount', 0],
    ['Kunde', 0],
    ['Market', 0],
    ['Amount (EUR)', 0],
  ])('under %j the unit is 10^%d', (header, unit) => {
    expect(decideNumbers(['1'], header)).toMatchObject({ unit, unitScaled: unit !== 0 });
  });

  it.each<[string[], string, string | undefined, string[]]>([
    [['1'], '', undefined, []],
    [['¥1', '2'], '', 'CNY', ['CNY']],
    [['￥1', '2元', 'RMB 3'], '', 'CNY', ['CNY']],
    [['¥1'], '売上（円）', 'JPY', ['JPY']],
    [['¥1'], '価格の合計', 'JPY', ['JPY']],
    [['¥1', '2円'], '', 'JPY', ['JPY']],
    [['$1'], '', undefined, ['$']],
    [['$1'], 'Amount (USD)', 'USD', ['USD']],
    [['$1', 'US$2'], '', 'USD', ['USD']],
    [['$1', 'HK$2'], '', undefined, ['$', 'HKD']],
    [['$1', 'HK$2'], 'Amount (HKD)', 'HKD', ['HKD']],
    [['1元', 'HK$2'], '', undefined, ['CNY', 'HKD']],
    [['¥1', '$2'], '金额(元)', undefined, ['$', 'CNY']],
    [['$1', 'HK$2', 'US$3'], '', undefined, ['$', 'HKD', 'USD']],
    [['$1', '€2'], '', undefined, ['$', 'EUR']],
    [['US$1', '€2'], '', undefined, ['EUR', 'USD']],
    [['1元'], '金额(NT$)', 'TWD', ['TWD']],
    [['1'], '金额(元)', 'CNY', []],
    [['1'], '金额（万元）', 'CNY', []],
    [['1'], 'Betrag in EUR', 'EUR', []],
    [['1'], 'Umsatz T€', 'EUR', []],
    [['1'], '金额(美元)', 'USD', []],
    [['1'], 'Amount ($)', undefined, []],
    [['5 kr'], '', undefined, ['kr']],
    [['5 kr'], 'Belopp SEK', 'SEK', ['SEK']],
    [['5 zł', '6 PLN'], '', 'PLN', ['PLN']],
    [['Kč 5'], '', 'CZK', ['CZK']],
    [['1'], '单元', undefined, []],
  ])('of %j under %j is %s; cells carry %j', (values, header, currency, currencies) => {
    const reading = decideNumbers(values, header);

    expect(reading.currency).toBe(currency);
    expect(reading.currencies).toEqual(currencies);
  });

  it('of cells are noticed', () => {
    expect(decideNumbers(['1.5万', '3'])).toMatchObject({ unit: 0, unitScaled: true, percent: false });
    expect(decideNumbers(['12元', '3'])).toMatchObject({ unit: 0, unitScaled: false });
    expect(decideNumbers(['12%', '3'])).toMatchObject({ percent: true, unitScaled: false });
  });
});

it('does not depend on the order of the values', () => {
  const value = fc.oneof(
    fc.constantFrom('1,234', '1.234', '12,5', '12.5', '¥3', '$4', '5 USD', '6%', '7万', '5678', '-', 'x'),
    fc.string({ maxLength: 5 }),
  );
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 8 }),
      fc.constantFrom('', 'Betrag', '金额(万元)'),
      fc.nat(),
      (values, header, seed) => {
        const turned = values.map((_, i) => values[(i + seed) % values.length] ?? '').reverse();

        expect(decideNumbers(turned, header)).toEqual(decideNumbers(values, header));
      },
    ),
    runs(500, 20_000),
  );
});
