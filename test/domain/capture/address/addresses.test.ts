import { describe, expect, it } from 'vitest';
import { readHtml } from '@/test/support/page';

/** The addresses of a page, one text each: street, town, region, postcode and country as far as they could be told apart. */
const addresses = (lines: readonly string[], url?: string): string[] =>
  readHtml(`<h1>Tarnhill Pumps</h1>${lines.map((line) => `<p>${line}</p>`).join('')}`, url)
    .parties.flatMap(({ values }) => values.filter(({ field }) => field === 'addresses'))
    .map(({ parts: { street, city, region, postcode, country } = {} }) =>
      [street, city, region, postcode, country].map((part) => part ?? '').join(' | '),
    );

describe('an address in the text of a page', () => {
  it.each<[string, readonly string[], string]>([
    ['on one line', ['4 Harbour Court Northwick CA 94599 USA'], '4 Harbour Court | Northwick | CA | 94599 | US'],
    [
      'with its code glued on',
      ['48 N. Butler Ave', 'Northwick, NM87499'],
      '48 N. Butler Ave | Northwick | NM | 87499 | US',
    ],
    [
      'with a state in small letters',
      ['26 Main Street', 'Northwick Ma 02699'],
      '26 Main Street | Northwick | Ma | 02699 | US',
    ],
    [
      'behind a sentence',
      ['You may write to: 72 Brazos Suite 11 Northwick TX 78799'],
      '72 Brazos Suite 11 | Northwick | TX | 78799 | US',
    ],
    [
      'in a street whose name begins like a month',
      ['Marktplatz 12', '76133 Karlsruhe', 'Deutschland'],
      'Marktplatz 12 | Karlsruhe |  | 76133 | DE',
    ],
    ['in Spain', ['C/ Mayor 14, 31001 Pamplona', 'España'], 'C/ Mayor 14 | Pamplona |  | 31001 | ES'],
    ['with its country below', ['Via Tarnelli 11', 'Milan 20199', 'Italy'], 'Via Tarnelli 11 | Milan |  | 20199 | IT'],
    [
      'with code, town and country each on a line',
      ['Via Tarnelli 11, 20199', 'Milan', 'Italy'],
      'Via Tarnelli 11 | Milan |  | 20199 | IT',
    ],
    [
      'with its country before the code',
      ['12 Tarn Road', 'Singapore 609999'],
      '12 Tarn Road | Singapore |  | 609999 | SG',
    ],
    ['in Japan', ['2-28-8 Tarnkomagome', 'Tokyo 113-0099', 'Japan'], '2-28-8 Tarnkomagome | Tokyo |  | 113-0099 | JP'],
    [
      'in India, which the page names elsewhere',
      ['Our works in India', '559 Tarn Road', 'Northpur 751 099'],
      '559 Tarn Road | Northpur |  | 751 099 | IN',
    ],
    [
      'in Austria, with its country behind',
      ['Anschrift: Tarnmahd 23, 6850 Dornbirn, Österreich'],
      'Tarnmahd 23 | Dornbirn |  | 6850 | AT',
    ],
    [
      'in a street called after a place',
      ['Am Tarnwerk 7', '07745 Jena, Germany'],
      'Am Tarnwerk 7 | Jena |  | 07745 | DE',
    ],
    [
      'in Japan, from the large to the small',
      ['〒144-0045 東京都大田区南六郷2-35-10　TEL 03-5550-1180'],
      ' |  | 東京都 | 144-0045 | JP',
    ],
    [
      'in Ireland',
      ['7 Tarn Quay', 'Galway', 'Co. Galway H91 XK28', 'Ireland'],
      '7 Tarn Quay | Galway | Co. Galway | H91 XK28 | IE',
    ],
    ['in Poland', ['ul. Tarnowa 7', '31-060 Kraków', 'Polska'], 'ul. Tarnowa 7 | Kraków |  | 31-060 | PL'],
    ['in a box', ['P. O. Box: 278', 'Northwick, TX 78799'], 'P. O. Box: 278 | Northwick | TX | 78799 | US'],
    ['with a street of no number', ['Great Tarn Road', 'Corbeck', 'NN18 9ZZ'], ' | Corbeck |  | NN18 9ZZ | GB'],
  ])('is taken apart %s', (_, lines, wanted) => {
    expect(addresses(lines)).toEqual([wanted]);
  });

  it('is two where one street is in two towns', () => {
    const lines = ['1 Main Street', 'Northwick, TX 78799', 'and our store', '1 Main Street', 'Southwick, TX 78701'];

    expect(addresses(lines)).toHaveLength(2);
  });

  it('is not said twice where its town stands alone, too', () => {
    expect(addresses(['1 Main Street', 'Northwick, TX 78799', 'Tarnhill Pumps', 'Northwick, TX 78799'])).toHaveLength(
      1,
    );
  });

  it.each([
    ['a number of a phone above a country', ['Tel: 555-0134', 'Japan']],
    ['a year and a country', ['Founded 1998, active in', 'Germany']],
    ['a price list', ['Pump 1200', 'Valve 3400']],
    ['a code of an article', ['MS12345 Pump']],
  ])('is not %s', (_, lines) => {
    expect(addresses(lines)).toEqual([]);
  });
});

describe('the text of an address', () => {
  const raws = (line: string): string[] =>
    readHtml(`<h1>Tarnhill</h1><p>${line}</p>`, 'https://www.tarnhill.example/')
      .parties.flatMap(({ values }) => values.filter(({ field }) => field === 'addresses'))
      .map(({ raw, confidence }) => `${raw} ${confidence >= 0.85 ? 'sure' : 'unsure'}`);

  it.each([
    ['地　　址：四川省成都市武侯区科华北路65号', '四川省成都市武侯区科华北路65号 sure'],
    ['厂址：浙江省宁波市鄞州区明曙路1518号（315191）', '浙江省宁波市鄞州区明曙路1518号 sure'],
    ['〒399-4117 長野県駒ヶ根市赤穂14-2090（地図）', '〒399-4117 長野県駒ヶ根市赤穂14-2090 sure'],
    ['Tarnhill GmbH · Tarnmahd 23 · 6850 Dornbirn · Austria', 'Tarnmahd 23, 6850 Dornbirn sure'],
  ])('%s', (line, wanted) => {
    expect(raws(line)).toEqual([wanted]);
  });
});
