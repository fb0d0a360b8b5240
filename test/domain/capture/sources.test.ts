import { describe, expect, it } from 'vitest';
import { companiesOf, jsonLd, peopleOf, readHtml } from '@/test/support/page';

const URL_CN = 'https://www.huayuan-pump.com.cn/about';

describe('JSON-LD', () => {
  it('gives a company with its staff', () => {
    const reading = readHtml(
      jsonLd({
        '@context': 'https://schema.org',
        '@type': 'Organization',
        name: '上海华源泵业有限公司',
        url: 'https://www.huayuan-pump.com.cn/',
        telephone: '021-5888 6666',
        email: 'mailto:info@huayuan-pump.com.cn',
        address: {
          '@type': 'PostalAddress',
          streetAddress: '张江路 88 号',
          addressLocality: '上海市',
          postalCode: '201203',
          addressCountry: 'CN',
        },
        employee: [
          { '@type': 'Person', familyName: '王', givenName: '晓明', jobTitle: '销售总监', telephone: '13800138000' },
        ],
      }),
      URL_CN,
    );

    expect(companiesOf(reading)).toEqual([
      {
        name: ['上海华源泵业有限公司'],
        website: ['https://www.huayuan-pump.com.cn/'],
        phones: ['021-5888 6666'],
        emails: ['info@huayuan-pump.com.cn'],
        addresses: ['上海市张江路 88 号 201203'],
      },
    ]);
    expect(peopleOf(reading)).toEqual([{ name: ['王晓明'], title: ['销售总监'], phones: ['13800138000'] }]);
    expect(reading.parties[1]?.worksFor).toBe(0);
    expect(reading.hints).toEqual({
      region: 'CN',
      countries: ['CN'],
      host: 'www.huayuan-pump.com.cn',
      lang: '',
    });
  });

  it('follows references within a graph', () => {
    const reading = readHtml(
      jsonLd({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'WebSite', '@id': '#site', publisher: { '@id': '#org' } },
          {
            '@type': ['Organization', 'Brand'],
            '@id': '#org',
            name: 'Acme',
            contactPoint: { '@type': 'ContactPoint', telephone: '+1 212 555 0101' },
          },
        ],
      }),
    );

    expect(companiesOf(reading)).toEqual([
      { name: ['Acme'], website: ['https://www.acme.example.com/'], phones: ['+1 212 555 0101'] },
    ]);
  });

  it.each([
    ['in a comment', '<!-- {"@type":"Organization","name":"Acme"} -->'],
    ['in CDATA', '//<![CDATA[\n{"@type":"Organization","name":"Acme"}\n//]]>'],
    ['with comments and a trailing comma', '{ /* who */ "@type": "Organization", // type\n "name": "Acme", }'],
    ['with a raw line break in a string', '{"@type":"Organization","name":"Acme","description":"a\nb"}'],
    ['with a byte order mark and a semicolon', '\uFEFF{"@type":"Organization","name":"Acme"};'],
    ['as a list', '[{"@type":"BreadcrumbList"},{"@type":"http://schema.org/Organization","name":"Acme"}]'],
    ['with numbers and nulls', '{"@type":"Organization","name":"Acme","telephone":null,"email":[]}'],
    ['with HTML entities', '{"@type":"Organization","name":"Acme&amp;Co"}'],
  ])('is read %s', (_, text) => {
    expect(companiesOf(readHtml(jsonLd(text)))[0]?.name?.[0]).toMatch(/^Acme/);
  });

  it.each([
    ['is not JSON', 'var x = 1'],
    [
      'describes an article with its author',
      { '@type': 'NewsArticle', author: { '@type': 'Person', name: 'Jane Writer' } },
    ],
    ['describes a product', { '@type': 'Product', name: 'Pump', brand: { '@type': 'Organization', name: 'Other' } }],
    ['has a name of the wrong sort', { '@type': 'Organization', name: { '@type': 'Thing' } }],
    ['is a string', '"Organization"'],
  ])('gives nothing when it %s', (_, data) => {
    const reading = readHtml(jsonLd(data));

    expect(reading.parties).toEqual([]);
    expect(reading.notices).toEqual(['nothing']);
  });

  it('ends on cycles', () => {
    const reading = readHtml(
      jsonLd({
        '@graph': [
          { '@id': 'a', '@type': 'Organization', name: 'A', member: { '@id': 'b' } },
          { '@id': 'b', '@type': 'Person', name: 'B C', worksFor: { '@id': 'a' } },
        ],
      }),
    );

    expect(companiesOf(reading).map((one) => one.name)).toEqual([['A']]);
    expect(peopleOf(reading)).toEqual([{ name: ['B C'] }]);
  });

  it('touches no prototype', () => {
    readHtml(jsonLd('{"@type":"Organization","name":"A","__proto__":{"polluted":"yes"},"constructor":"x"}'));

    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('microdata', () => {
  it('gives a company with nested address and a person that works for it', () => {
    const reading = readHtml(`
      <div itemscope itemtype="https://schema.org/LocalBusiness">
        <h1 itemprop="name">Blume &amp; Söhne GmbH</h1>
        <link itemprop="url" href="https://www.acme.example.com/">
        <p itemprop="address" itemscope itemtype="https://schema.org/PostalAddress">
          <span itemprop="streetAddress">Hauptstr. 5</span> <span itemprop="postalCode">80331</span>
          <span itemprop="addressLocality">München</span> <meta itemprop="addressCountry" content="DE">
        </p>
        <a itemprop="telephone" href="tel:+498912345678">089 / 123 456 78</a>
        <div itemprop="employee" itemscope itemtype="https://schema.org/Person">
          <span itemprop="name">Anna Blume</span>, <span itemprop="jobTitle">Vertriebsleiterin</span>
          <a itemprop="email" href="mailto:anna.blume@acme.example.com">Mail</a>
        </div>
      </div>`);

    expect(companiesOf(reading)).toEqual([
      {
        name: ['Blume & Söhne GmbH'],
        website: ['https://www.acme.example.com/'],
        phones: ['+498912345678'],
        addresses: ['Hauptstr. 5, München, 80331, DE'],
      },
    ]);
    expect(peopleOf(reading)).toEqual([
      { name: ['Anna Blume'], title: ['Vertriebsleiterin'], emails: ['anna.blume@acme.example.com'] },
    ]);
    expect(reading.hints.countries).toEqual(['DE']);
  });
});

describe('RDFa', () => {
  it('gives a company, and leaves the Open Graph to the head', () => {
    const reading = readHtml(`<head><meta property="og:title" content="Welcome"></head>
      <body vocab="https://schema.org/" typeof="Organization"><span property="name">Acme</span>
      <span property="telephone">+44 20 7946 0000</span></body>`);

    expect(companiesOf(reading)[0]).toEqual({
      name: ['Acme'],
      website: ['https://www.acme.example.com/'],
      phones: ['+44 20 7946 0000'],
    });
  });
});

describe('h-card and hCard', () => {
  it.each([
    [
      'h-card',
      `<div class="h-card"><span class="p-name">Li Wei</span><span class="p-job-title">Buyer</span>
       <span class="p-org">Acme</span><a class="u-email" href="mailto:li@acme.example.com?subject=x">mail</a></div>`,
    ],
    [
      'hCard',
      `<div class="vcard"><span class="fn">Li Wei</span><span class="title">Buyer</span><span class="org">Acme</span>
       <span class="email">li@acme.example.com</span></div>`,
    ],
  ])('%s gives a person and the employer', (_, html) => {
    const reading = readHtml(html);

    expect(peopleOf(reading)).toEqual([{ name: ['Li Wei'], title: ['Buyer'], emails: ['li@acme.example.com'] }]);
    expect(companiesOf(reading).map((one) => one.name)).toEqual([['Acme']]);
    expect(reading.parties[1]?.worksFor).toBe(0);
  });

  it('gives a company when the card is the organisation’s', () => {
    const reading = readHtml(`<div class="vcard"><a class="fn org url" href="https://www.acme.example.com/">Acme Ltd</a>
      <span class="tel"><span class="type">Work</span><span class="value">+44 20 7946 0001</span></span>
      <div class="adr"><span class="street-address">1 High St</span><span class="locality">London</span></div></div>`);

    expect(companiesOf(reading)).toEqual([
      {
        name: ['Acme Ltd'],
        website: ['https://www.acme.example.com/'],
        phones: ['+44 20 7946 0001'],
        addresses: ['1 High St, London'],
      },
    ]);
    expect(peopleOf(reading)).toEqual([]);
  });
});

describe('links and the head', () => {
  it('give the page’s company its name, numbers and addresses', () => {
    const reading = readHtml(`<html lang="de-AT"><head><title>Kontakt - Acme Maschinenbau GmbH</title>
      <meta property="og:site_name" content="Acme"></head><body>
      <a href="tel:+43%201%20234567">Rufen Sie an</a> <a href="mailto:office@acme.example.com,x@y.z?subject=Hi">Mail</a>
      <a href="mailto:?subject=share">Share</a> <a href="tel:">leer</a></body>`);

    expect(companiesOf(reading)).toEqual([
      {
        name: ['Acme', 'Acme Maschinenbau GmbH'],
        website: ['https://www.acme.example.com/'],
        phones: ['+43 1 234567'],
        emails: ['office@acme.example.com'],
      },
    ]);
    expect(reading.title).toBe('Kontakt - Acme Maschinenbau GmbH');
    expect(reading.hints.lang).toBe('de-AT');
    expect(reading.notices).toEqual([]);
  });

  it('leave a person’s own address with the person', () => {
    const reading = readHtml(`<div class="h-card"><b class="p-name">Li Wei</b><b class="p-org">Acme</b>
      <a class="u-email" href="mailto:li@acme.example.com">mail</a></div><a href="mailto:li@acme.example.com">again</a>`);

    expect(companiesOf(reading)[0]?.emails).toBeUndefined();
  });

  it('say that there is nothing on a page of text', () => {
    expect(readHtml('<title>A story</title><p>Once upon a time</p>').notices).toEqual(['nothing']);
  });
});

describe('evidence', () => {
  it('stands behind every value, and agreement makes it surer', () => {
    const reading = readHtml(`${jsonLd({ '@type': 'Organization', name: 'Acme', telephone: '+43 1 234567' })}
      <a href="tel:+431234567">call</a>`);
    const values = reading.parties.flatMap((party) => party.values);
    const phone = values.find(({ field }) => field === 'phones');

    expect(values.every(({ sources }) => sources.length > 0 && sources.every(({ snippet }) => snippet !== ''))).toBe(
      true,
    );
    expect(phone?.sources.map(({ kind }) => kind)).toEqual(['json-ld', 'tel-link']);
    expect(phone?.sources[0]?.snippet).toContain('"telephone":"+43 1 234567"');
    expect(phone?.confidence).toBeCloseTo(1 - 0.1 * 0.12, 10);
  });
});
