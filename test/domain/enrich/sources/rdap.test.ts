import { describe, expect, it } from 'vitest';
import { rdap } from '@/src/domain/enrich/sources/rdap';
import { rdapBase } from '@/src/domain/enrich/sources/rdap-servers';
import { askProvider, AT, timesTold, filedCompany } from '@/test/support/ask-provider';

const QUILL = filedCompany({ website: 'https://www.quill-tools.com/' });

type Line = readonly [string, object, string, unknown];
const card = (...lines: readonly Line[]): object => ({
  vcardArray: ['vcard', [['version', {}, 'text', '4.0'], ...lines]],
});
const line = (name: string, value: unknown): Line => [name, {}, 'text', value];
const entity = (role: string, ...lines: readonly Line[]): object => ({
  objectClassName: 'entity',
  handle: '292',
  roles: [role],
  ...card(...lines),
});
const REGISTRAR = entity('registrar', line('fn', 'Harbour Names Ltd'));
const OWNER = entity('registrant', line('fn', 'Ada Quill'), line('org', 'Quill Tools Limited'));
const event = (eventAction: string, eventDate: unknown): object => ({ eventAction, eventDate });
const EVENTS = [
  event('last changed', '2026-02-03T04:05:06Z'),
  event('registration', '2004-07-09T10:11:12Z'),
  event('expiration', '2027-07-09T10:11:12Z'),
];

/** As a registry writes it. */
const domain = (more: object = {}): object => ({
  rdapConformance: ['rdap_level_0'],
  objectClassName: 'domain',
  handle: '1234_DOMAIN_COM-VRSN',
  ldhName: 'QUILL-TOOLS.COM',
  events: EVENTS,
  entities: [REGISTRAR, OWNER],
  status: ['client transfer prohibited'],
  ...more,
});

const said = (body: unknown): string[] => {
  const { findings } = askProvider(rdap, QUILL, () => body);
  return [
    ...findings.remarks.map(({ code, values }) => [code, ...Object.values(values)].join(' ')),
    ...findings.suggestions.map(({ field, value }) => `${field} ${value}`),
  ];
};
const SINCE = 'domain-since quill-tools.com 2004-07-09';

describe('which registry is asked', () => {
  it.each<[string, Parameters<typeof filedCompany>[0], string | undefined, string?]>([
    [
      'that of the site',
      { website: 'https://shop.quill-tools.com/a' },
      'https://rdap.verisign.com/com/v1/domain/quill-tools.com',
      'website',
    ],
    [
      'that of an ending of two parts',
      { website: 'https://quill.co.uk' },
      'https://rdap.nominet.uk/uk/domain/quill.co.uk',
      'website',
    ],
    [
      'that of an ending in Chinese',
      { website: 'https://青禾岭.公司/' },
      'https://restwhois.ngtld.cn/domain/xn--hjt598d9iu.xn--55qx5d',
      'website',
    ],
    ['that of the mail', { emails: ['info@mail.quill.nl'] }, 'https://rdap.sidn.nl/domain/quill.nl', 'emails'],
    [
      'that of the mail where the country of the site has none',
      { website: 'https://quill.de', emails: ['a@quill.com'] },
      'https://rdap.verisign.com/com/v1/domain/quill.com',
      'emails',
    ],
    [
      'that of a name that is a domain',
      { name: 'quill.org' },
      'https://rdap.publicinterestregistry.org/rdap/domain/quill.org',
      'name',
    ],
    ['none in China', { website: 'https://quill.com.cn' }, undefined],
    ['none in Germany', { website: 'https://quill.de' }, undefined],
    ['none for a page on a portal', { website: 'https://quill.1688.com' }, undefined],
    ['none for what a host gives out', { website: 'https://quill.github.io', emails: ['a@quill.uk.com'] }, undefined],
    ['none for free mail', { emails: ['quill@gmail.com'] }, undefined],
  ])('%s', (_, inputs, url, field) => {
    const filed = filedCompany(inputs);
    const request = rdap.next(filed, [], { dns: 'google' });

    expect(request?.url).toBe(url);
    expect(request?.fields.join()).toBe(field);
    expect(rdap.hosts(filed, { dns: 'google' })).toEqual(url === undefined ? [] : [new URL(url).hostname]);
  });

  it('knows addresses that can be asked, and each ending once', () => {
    for (const ending of [
      'com',
      'net',
      'org',
      'info',
      'uk',
      'fr',
      'nl',
      'cz',
      'no',
      'ca',
      'br',
      'in',
      'tw',
      'app',
      'shop',
      'top',
      'xyz',
    ]) {
      const base = rdapBase(`quill.${ending}`) ?? '';
      expect(base).toMatch(/^https:\/\/[a-z\d.-]+\.[a-z]+\/(?:[a-z\d-]+\/)*$/);
    }
    expect([rdapBase('quill.de'), rdapBase('quill'), rdapBase('')]).toEqual([undefined, undefined, undefined]);
  });
});

describe('what the answer says', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['since when, and for whom', domain(), [SINCE, 'legalName Quill Tools Limited']],
    ['no such domain', undefined, ['not-listed']],
    ['no such domain, in the answer', { errorCode: 404, title: 'Not Found' }, ['not-listed']],
    ['another domain', domain({ ldhName: 'quill-fools.com' }), []],
    ['the same domain with its root', domain({ ldhName: 'quill-tools.com.', entities: [] }), [SINCE]],
    ['a domain without a name', domain({ ldhName: undefined, entities: [] }), [SINCE]],
    ['no registration', domain({ events: [EVENTS[0]], entities: [] }), []],
    ['a day that never was', domain({ events: [event('registration', '2004-02-30T00:00:00Z')], entities: [] }), []],
    ['a day before all domains', domain({ events: [event('registration', '1970-01-01T00:00:00Z')], entities: [] }), []],
    ['a day to come', domain({ events: [event('registration', '2026-11-22T00:00:00Z')], entities: [] }), []],
    [
      'today',
      domain({ events: [event('registration', AT)], entities: [] }),
      ['domain-since quill-tools.com 2026-11-21'],
    ],
    ['no day', domain({ events: [event('registration', 1_089_331_872)], entities: [] }), []],
    [
      'an organisation of units',
      domain({ events: [], entities: [entity('registrant', line('org', ['Quill Tools Ltd', 'Sales']))] }),
      ['legalName Quill Tools Ltd'],
    ],
    [
      'a person',
      domain({ events: [], entities: [entity('registrant', line('fn', 'Ada Quill'), line('kind', 'individual'))] }),
      [],
    ],
    [
      'an organisation by its kind',
      domain({ events: [], entities: [entity('registrant', line('kind', 'org'), line('fn', 'Quill AS'))] }),
      ['legalName Quill AS'],
    ],
    [
      'who only keeps the technics',
      domain({ events: [], entities: [entity('technical', line('org', 'Quill Tools Ltd'))] }),
      [],
    ],
    [
      'the seller itself',
      domain({ events: [], entities: [REGISTRAR, entity('registrant', line('org', 'Harbour Names Ltd'))] }),
      [],
    ],
    ['a bare dash', domain({ events: [], entities: [entity('registrant', line('org', '-'))] }), []],
  ])('%s', (_, body, wanted) => {
    expect(said(body)).toEqual(wanted);
  });

  it.each([
    'REDACTED FOR PRIVACY',
    'Data Redacted',
    'Domains By Proxy, LLC',
    'Contact Privacy Inc. Customer 0123',
    'Privacy service provided by Withheld for Privacy ehf',
    'Private Person',
    'Registrant of quill-tools.com',
    'Not Disclosed',
    'Whoisguard Protected',
    'Statutory Masking Enabled',
    'Anonymize, Inc.',
    'GDPR Masked',
  ])('does not take %s for a company', (org) => {
    expect(said(domain({ events: [], entities: [entity('registrant', line('org', org))] }))).toEqual([]);
  });

  it('gives the registrant as a guess, with what the register wrote', () => {
    const [suggestion] = askProvider(rdap, QUILL, () => domain()).findings.suggestions;

    expect(suggestion).toMatchObject({
      confidence: 0.6,
      role: 'register',
      provider: 'rdap',
      raw: 'Quill Tools Limited',
    });
    expect(suggestion?.sources).toEqual([
      {
        kind: 'register',
        url: 'https://rdap.verisign.com/com/v1/domain/quill-tools.com',
        snippet: 'registrant: Quill Tools Limited',
        at: AT,
        extractor: 'vital-few-rdap/1',
      },
    ]);
  });

  it('says nothing without evidence, whatever is answered', () => {
    expect(timesTold(rdap, QUILL, [domain(), domain({ entities: [OWNER] })])).toBeGreaterThan(50);
  });
});
