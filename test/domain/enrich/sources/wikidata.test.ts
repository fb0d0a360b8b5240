import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wikidata } from '@/src/domain/enrich/sources/wikidata';
import { claimsOf, dayIn, employeesIn, textIn } from '@/src/domain/enrich/sources/wikidata-claims';
import { askProvider, AT, filedCompany, type Asked } from '@/test/support/ask-provider';
import { valuesWithPlaces } from '@/test/support/hostile-answers';
import {
  BRANDT,
  BRANDT_LABELS,
  ended,
  entities,
  entity,
  ofCount,
  ofDay,
  ofItem,
  ofName,
  ofText,
  searchResult,
  type Claim,
} from '@/test/support/register-answers-wikidata';
import { runs } from '@/test/support/runs';

type Inputs = Parameters<typeof filedCompany>[0];

const SITE: Inputs = { name: 'Brandt Getriebe', website: 'https://www.brandt-getriebe.de/de/' };

/** Asks about a company; a search gives these entities. */
function ask(inputs: Inputs, found: readonly object[], labels: object = BRANDT_LABELS): Asked {
  const ids = found.map((one) => ('id' in one ? String(one.id) : ''));
  return askProvider(wikidata, filedCompany(inputs), ({ step }) => {
    if (step === 'search') return searchResult(...ids);
    return step === 'entities' ? entities(...found) : labels;
  });
}
const values = ({ findings }: Asked): string[] => findings.suggestions.map(({ field, value }) => `${field} ${value}`);
const remarks = ({ findings }: Asked): string[] =>
  findings.remarks.map(({ code, values: { count } }) => [code, count].join(' ').trim());

const ID = 'Q900100200';
const withClaims = (claims: Readonly<Record<string, readonly Claim[]>>, labels = { en: 'Brandt Getriebe' }): object =>
  entity(ID, labels, { P856: [ofText('https://brandt-getriebe.de')], ...claims });

describe('Wikidata', () => {
  it('is asked for the site in its usual spellings, then for the entity, then for what it refers to', () => {
    const { requests } = ask(SITE, [BRANDT]);
    const queries = requests.map(({ url }) => Object.fromEntries(new URL(url).searchParams));

    expect(requests.map(({ url, fields, step }) => [new URL(url).host, step, fields.join()])).toEqual([
      ['www.wikidata.org', 'search', 'website'],
      ['www.wikidata.org', 'entities', ''],
      ['www.wikidata.org', 'labels', ''],
    ]);
    expect(queries[0]).toEqual({
      action: 'query',
      list: 'search',
      format: 'json',
      srlimit: '5',
      srsearch: `haswbstatement:${[
        'https://www.brandt-getriebe.de/',
        'https://brandt-getriebe.de/',
        'http://www.brandt-getriebe.de/',
        'http://brandt-getriebe.de/',
        'https://www.brandt-getriebe.de',
        'https://brandt-getriebe.de',
        'http://www.brandt-getriebe.de',
        'http://brandt-getriebe.de',
      ]
        .map((url) => `P856=${url}`)
        .join('|')}`,
    });
    expect(queries[1]).toMatchObject({ action: 'wbgetentities', ids: ID, props: 'labels|claims', format: 'json' });
    expect(queries[2]).toMatchObject({ action: 'wbgetentities', ids: 'Q900100201|Q900100202', props: 'labels' });
    expect(queries[1]?.['languages']?.split('|')).toEqual(
      expect.arrayContaining(['de', 'en', 'mul', 'zh-hans', 'zh-hant']),
    );
  });

  it('is never asked more than its search takes', () => {
    fc.assert(
      // By itself a short word is a portal, which is nobody's site: x.com.
      fc.property(fc.stringMatching(/^quill[a-z]{0,55}$/), (name) => {
        const [search] = ask({ name: 'x', website: `https://${name}.com/` }, []).requests;
        const wanted = new URL(search?.url ?? '').searchParams.get('srsearch') ?? '';
        expect(wanted.length).toBeLessThanOrEqual(300);
        expect(wanted).toMatch(`haswbstatement:P856=https://www.${name}.com/|P856=https://${name}.com/`);
      }),
      { seed: 59, ...runs(50, 500) },
    );
  });

  it('gives what the entity says today, each value with its place', () => {
    const asked = ask(SITE, [BRANDT]);

    expect(values(asked)).toEqual([
      'legalName Brandt Getriebe GmbH & Co. KG',
      'founded 1951-04-02',
      'employees 1,200 (2023)',
      'registrationIds 529900QUILLWERKZEU43',
      'industry mechanical engineering',
      'parent Nordwerk Gruppe',
    ]);
    expect(asked.findings.suggestions[2]).toEqual({
      field: 'employees',
      value: '1,200 (2023)',
      raw: '+1200',
      confidence: 0.88,
      provider: 'wikidata',
      role: 'register',
      sources: [
        {
          kind: 'register',
          url: 'https://www.wikidata.org/wiki/Q900100200',
          snippet: 'employees (P1128): +1200',
          at: AT,
          extractor: 'vital-few-wikidata/1',
        },
      ],
    });
  });

  it('writes what a Chinese company does in Chinese, and calls it as its country does', () => {
    const asked = ask({ ...SITE, name: '布兰特传动' }, [BRANDT]);

    expect(values(asked)).toEqual(expect.arrayContaining(['name Brandt Getriebe', 'industry 机械工程']));
    const chinese = ask(
      { ...SITE, name: 'Brandt', phones: ['+862885551234'], website: 'https://www.brandt-getriebe.com' },
      [
        entity(
          ID,
          { en: 'Brandt China', 'zh-hans': '勃兰特传动' },
          { P856: [ofText('https://www.brandt-getriebe.com/')] },
        ),
      ],
    );
    expect(values(chinese)).toEqual(['name 勃兰特传动']);
  });

  it.each<[string, Inputs, object[], string]>([
    ['nobody with the site', SITE, [], 'not-listed'],
    ['one with another site', SITE, [withClaims({ P856: [ofText('https://brandt-getriebe.com/')] })], 'not-listed'],
    [
      'one with a page of the site',
      SITE,
      [withClaims({ P856: [ofText('https://brandt-getriebe.de/museum')] })],
      'not-listed',
    ],
    [
      'one with another part of the domain',
      SITE,
      [withClaims({ P856: [ofText('https://shop.brandt-getriebe.de/')] })],
      'not-listed',
    ],
    [
      'one that had the site',
      SITE,
      [withClaims({ P856: [ended(ofText('https://brandt-getriebe.de/'))] })],
      'not-listed',
    ],
    [
      'one that never had it',
      SITE,
      [withClaims({ P856: [ofText('https://brandt-getriebe.de/', 'deprecated')] })],
      'not-listed',
    ],
    [
      'one that prefers another',
      SITE,
      [withClaims({ P856: [ofText('https://brandt-getriebe.de/'), ofText('https://brandt.com/', 'preferred')] })],
      'not-listed',
    ],
    ['a person', SITE, [withClaims({ P31: [ofItem('Q5')] })], 'not-listed'],
    ['two that are called alike', SITE, [BRANDT, { ...BRANDT, id: 'Q7' }], 'several 2'],
    ['one with another LEI', { ...SITE, registrationIds: ['529900QUILLHOLDING67'] }, [BRANDT], 'several 1'],
    ['a namesake', { ...SITE, website: 'https://brandt.example.org/' }, [BRANDT], 'not-listed'],
  ])('takes nothing of %s', (_, inputs, found, remark) => {
    const asked = ask(inputs, found);
    expect([values(asked), remarks(asked).join()]).toEqual([[], remark]);
  });

  it('takes, of several with the site, the one that is called like the company', () => {
    const museum = entity('Q7', { en: 'Gear Museum' }, { P856: [ofText('https://www.brandt-getriebe.de/')] });
    expect(values(ask(SITE, [museum, BRANDT]))).toContain('parent Nordwerk Gruppe');
  });

  it('is not asked where no website is filed', () => {
    const hosts = (inputs: Inputs): readonly string[] => wikidata.hosts(filedCompany(inputs), { dns: 'google' });

    expect(hosts(SITE)).toEqual(['www.wikidata.org']);
    for (const inputs of [
      { emails: ['info@brandt-getriebe.de'] },
      { website: 'https://brandt.1688.com/' },
      { website: 'http://10.0.0.1/' },
    ])
      expect([hosts(inputs), ask(inputs, []).requests]).toEqual([[], []]);
  });

  it('does not ask for names where the entity refers to nothing', () => {
    expect(ask(SITE, [withClaims({})]).requests.map(({ step }) => step)).toEqual(['search', 'entities']);
    expect(ask(SITE, [withClaims({ P749: [ofItem(ID)] })], entities(BRANDT)).findings.suggestions).toEqual([]);
  });

  it('says nothing where the answer is not one of Wikidata', () => {
    for (const body of [{}, { error: { code: 'maxlag' } }, null, [], { query: { search: 'x' } }])
      expect(askProvider(wikidata, filedCompany(SITE), () => body).findings).toEqual({ suggestions: [], remarks: [] });
    const late = askProvider(wikidata, filedCompany(SITE), ({ step }) =>
      step === 'search' ? searchResult(ID) : { error: {} },
    );
    expect(late.findings).toEqual({ suggestions: [], remarks: [] });
  });

  it('gives no value without its place, whatever is answered', () => {
    const answers = [searchResult(ID), entities(BRANDT), BRANDT_LABELS];
    expect(valuesWithPlaces(wikidata, filedCompany(SITE), answers, 'https://www.wikidata.org/wiki/Q')).toBeGreaterThan(
      0,
    );
  });
});

describe('statements of Wikidata', () => {
  it.each<[string, Claim, string | undefined]>([
    ['a day', ofDay('+1951-04-02T00:00:00Z'), '1951-04-02'],
    ['a month', ofDay('+1951-04-00T00:00:00Z', 10), undefined],
    ['a year', ofDay('+1951-00-00T00:00:00Z', 9), undefined],
    ['a year that looks like a day', ofDay('+1951-01-01T00:00:00Z', 9), undefined],
    [
      'a day of another calendar',
      ofDay('+1712-04-02T00:00:00Z', 11, 'http://www.wikidata.org/entity/Q1985786'),
      undefined,
    ],
    ['a day that no calendar has', ofDay('+1951-02-30T00:00:00Z'), undefined],
    ['a day before our era', ofDay('-0044-03-15T00:00:00Z'), undefined],
  ])('of %s', (_, claim, day) => {
    expect(dayIn(claim)?.day).toBe(day);
  });

  it.each<[string, Claim[], string | undefined]>([
    ['none', [], undefined],
    [
      'the newest',
      [ofCount('+1200', '+2023-00-00T00:00:00Z'), ofCount('+950', '+2019-12-31T00:00:00Z')],
      '1,200 (2023)',
    ],
    [
      'the newest day of a year',
      [ofCount('+8', '+2023-03-31T00:00:00Z'), ofCount('+9', '+2023-12-31T00:00:00Z')],
      '9 (2023)',
    ],
    ['one without a year', [ofCount('+1234567')], '1,234,567'],
    ['several without a year', [ofCount('+5'), ofCount('+6')], undefined],
    ['one with a year beside one without', [ofCount('+5'), ofCount('+6', '+2020-00-00T00:00:00Z')], '6 (2020)'],
    ['half a person', [ofCount('+5.5')], undefined],
    ['less than nobody', [ofCount('-5')], undefined],
    ['more than there are', [ofCount('+12345678901')], undefined],
  ])('employees: %s', (_, claims, text) => {
    expect(employeesIn(claims)?.text).toBe(text);
  });

  it('preferred ones go before normal ones, deprecated ones never', () => {
    const texts = (...claims: Claim[]): unknown[] => claimsOf(entity('Q1', {}, { P1: claims }), 'P1').map(textIn);

    expect(texts(ofText('a'), ofText('b', 'preferred'), ofText('c', 'deprecated'))).toEqual(['b']);
    expect(texts(ofText('a'), ofText('b'), ofText('c', 'deprecated'))).toEqual(['a', 'b']);
    expect(texts(ofText('c', 'deprecated'))).toEqual([]);
    expect(texts({ mainsnak: { snaktype: 'somevalue' }, rank: 'normal' })).toEqual([]);
  });

  it('an official name is taken in the language of the country', () => {
    const names = [ofName('Brandt Gears Ltd', 'en'), ofName('Brandt Getriebe GmbH', 'de'), ofName('Brandt SARL', 'fr')];
    expect(values(ask(SITE, [withClaims({ P1448: names })]))).toEqual(['legalName Brandt Getriebe GmbH']);
    expect(values(ask(SITE, [withClaims({ P1448: [ofName('Brandt SARL', 'fr')] })]))).toEqual([
      'legalName Brandt SARL',
    ]);
    const foreign = [ofName('Brandt SARL', 'fr'), ofName('Brandt Srl', 'it')];
    expect(values(ask(SITE, [withClaims({ P1448: foreign })]))).toEqual([]);
  });
});
