import { describe, expect, it } from 'vitest';
import type { AddressParts, Reading } from '@/src/domain/capture/found';
import { companiesOf, normalsOf, peopleOf, readHtml } from '@/test/support/page';

const nameOf = (reading: Reading): string | undefined => companiesOf(reading)[0]?.['name']?.[0];
const partsOf = (reading: Reading): (AddressParts | undefined)[] =>
  reading.parties.flatMap(({ values }) =>
    values.filter(({ field }) => field === 'addresses').map(({ parts }) => parts),
  );

describe('the name of the company', () => {
  it.each([
    [
      'the spelling of its domain in the text',
      'https://www.balewoodcollision.example/',
      '<title>Contact us</title><p>Balewood Collision Repair is open.</p><p>Ask Balewood Collision Repair.</p>',
      'Balewood Collision Repair',
    ],
    [
      'what the title and the copyright agree on',
      'https://www.nw.example/',
      '<title>About | Northwick Pumps Ltd</title><p>© 2024 Northwick Pumps Ltd. All rights reserved.</p>',
      'Northwick Pumps Ltd',
    ],
    [
      'the registered name after its label',
      'https://www.qhl.example/',
      '<title>联系我们</title><p>公司名称：上海青禾岭泵业有限公司</p><p>技术支持：某某网络科技有限公司</p>',
      '上海青禾岭泵业有限公司',
    ],
    [
      'the whole name that the domain begins',
      'https://www.penhallow.co.uk/contact',
      '<html><head><title>Contact us | Penhallow Freight</title></head><body><footer>Penhallow Freight Ltd. Registered in England 04412345</footer></body></html>',
      'Penhallow Freight Ltd.',
    ],
    [
      'not who made the site',
      'https://www.tarnhill.example/',
      '<title>Tarnhill - Home</title><p>Tarnhill makes valves.</p><footer>Website by Pixel Forge Ltd</footer>',
      'Tarnhill',
    ],
  ])('is %s', (_, url, html, expected) => {
    expect(nameOf(readHtml(html, url))).toBe(expected);
  });

  it('is not the title of a page', () => {
    expect(
      nameOf(readHtml('<title>Contact Us</title><p>Phone: (202) 555-0143</p>', 'https://x.example/')),
    ).toBeUndefined();
  });
});

describe('addresses', () => {
  it.each([
    [
      '<p>12 Kiln Lane<br>Springfield, IL 62704</p>',
      { street: '12 Kiln Lane', city: 'Springfield', region: 'IL', postcode: '62704', country: 'US' },
    ],
    [
      '<p>12 Kiln Lane, London SE1 0AA</p>',
      { street: '12 Kiln Lane', city: 'London', postcode: 'SE1 0AA', country: 'GB' },
    ],
    [
      '<p>Hauptstraße 5a<br>D-80331 München</p>',
      { street: 'Hauptstraße 5a', city: 'München', postcode: '80331', country: 'DE' },
    ],
    [
      '<p>地址：浙江省杭州市西湖区文三路90号 邮编：310012</p>',
      { street: '西湖区文三路90号', city: '杭州市', region: '浙江省', postcode: '310012', country: 'CN' },
    ],
  ])('are split in %s', (html, parts) => {
    expect(partsOf(readHtml(html, 'https://www.acme.example/'))).toEqual([parts]);
  });

  it('are never invented: a street alone has no town', () => {
    const [parts] = partsOf(readHtml('<p>Visit us: 12 Kiln Lane</p>', 'https://www.acme.example/'));

    expect(parts).toEqual({ street: '12 Kiln Lane' });
  });

  it.each(['5 Years of Experience on the Road', '2014 All Rights Reserved', '24 hours a day', '100 Best Places'])(
    'are not seen in %s',
    (text) => {
      expect(partsOf(readHtml(`<p>${text}</p>`))).toEqual([]);
    },
  );
});

describe('people', () => {
  it('are known by their title, and keep what is theirs', () => {
    const reading = readHtml(
      `<title>Acme</title><div>Anna Blume</div><div>Sales Manager</div><div>Phone: (202) 555-0143</div><div>anna.blume@acme.example</div>
       <div>Office: (202) 555-0100</div>`,
      'https://www.acme.example/',
    );

    expect(peopleOf(reading)[0]).toMatchObject({
      name: ['Anna Blume'],
      title: ['Sales Manager'],
      emails: ['anna.blume@acme.example'],
    });
    expect(reading.parties.find(({ kind }) => kind === 'person')?.worksFor).toBe(0);
  });

  it.each([
    ['联系人：王晓岚 电话：13800138000', '王晓岚'],
    ['销售经理：李伟', '李伟'],
    ['150-0013-8000（周经理）', '周经理'],
    ['法定代表人：欧阳明', '欧阳明'],
  ])('are read from %s', (text, name) => {
    expect(peopleOf(readHtml(`<p>${text}</p>`, 'https://www.acme.com.cn/'))[0]?.['name']).toEqual([name]);
  });

  it.each(['联系我们 公司简介 产品中心', 'Real Estate Law Firm', 'New York City Council', 'Read More About Us'])(
    'are not seen in %s',
    (text) => {
      expect(peopleOf(readHtml(`<p>${text}</p>`))).toEqual([]);
    },
  );

  it.each([
    [
      'below a landline of the office',
      '<p>联系人：陈经理</p><p>手机：13980001122</p><p>电　　话：028-85551234</p>',
      ['+862885551234'],
      ['+8613980001122'],
    ],
    [
      'each with a landline',
      '<p>联系人：陈大伟</p><p>电话：028-85551234</p><p>联系人：许文涛</p><p>电话：028-85551235</p>',
      [],
      ['+862885551234', '+862885551235'],
    ],
    [
      'by how they are called',
      '<p>联系人：谭先生 13728860099</p><p>王小姐 13510660088</p>',
      [],
      ['+8613728860099', '+8613510660088'],
    ],
    ['behind their title', '<p>外贸经理 周琳 Lynn 手机：13857800246</p>', [], ['+8613857800246']],
  ])('have the mobile numbers beside them, %s', (_, html, company, people) => {
    const reading = readHtml(`<title>青禾岭泵业有限公司</title>${html}`, 'https://www.acme.com.cn/');
    const numbersOf = (wanted: string): string[] =>
      reading.parties
        .filter(({ kind }) => kind === wanted)
        .flatMap(({ values }) => values.flatMap(({ field, normal }) => (field === 'phones' && normal ? [normal] : [])));

    expect([numbersOf('company'), numbersOf('person').sort()]).toEqual([company, people.sort()]);
  });

  it.each([
    ['after a first name', 'grace@acme.com', 'Grace Holloway', ['grace@acme.com']],
    ['after the company', 'acme@acme.com', 'Grace Holloway', []],
    ['after nobody', 'orders@acme.com', 'Grace Holloway', []],
  ])('have the mailbox behind a link that is called %s', (_, mail, name, wanted) => {
    const html = `<title>Acme</title><h3>${name}</h3><p>President</p><a href="mailto:${mail}">Email</a>`;
    const reading = readHtml(html, 'https://www.acme.com/');
    const mailOf = (kind: string): string[] =>
      reading.parties
        .filter((one) => one.kind === kind)
        .flatMap(({ values }) => values.filter(({ field }) => field === 'emails').map(({ raw }) => raw));

    expect(mailOf('person')).toEqual(wanted);
    expect(mailOf('company')).toEqual(wanted.length > 0 ? [] : [mail]);
  });

  it('have a title that is shaped like a name', () => {
    const reading = readHtml(
      '<title>Acme</title><h3>Jonas Brandt</h3><p>Leiter Vertrieb</p><p>Mobil: 0171 3920012</p>',
      'https://www.acme.de/',
    );
    expect(peopleOf(reading)).toEqual([
      { name: ['Jonas Brandt'], title: ['Leiter Vertrieb'], phones: ['0171 3920012'] },
    ]);
  });

  it('who are quoted do not work for the company', () => {
    const reading = readHtml(
      '<title>Acme</title><p>Acme sells pumps.</p><div class="testimonials"><p>Great!</p><p>Martha Jones</p></div>',
      'https://www.acme.example/',
    );

    expect(reading.parties.find(({ kind }) => kind === 'person')?.worksFor).toBeUndefined();
  });
});

describe('what is hidden', () => {
  it('is found in a closed tab, but never sure', () => {
    const reading = readHtml(
      '<p>Phone: 202-555-0143</p><div style="display:none">Phone: 202-555-0144</div>',
      'https://a.example/',
    );
    const sure = reading.parties
      .flatMap(({ values }) => values)
      .filter(({ field, confidence }) => field === 'phones' && confidence >= 0.85);

    expect(normalsOf(reading, 'phones')).toEqual(['+12025550143', '+12025550144']);
    expect(sure.map(({ normal }) => normal)).toEqual(['+12025550143']);
  });
});

describe('what is doubtful', () => {
  const sureOf = (reading: Reading, text: string): number | undefined =>
    reading.parties.flatMap(({ values }) => values).find(({ raw }) => raw === text)?.confidence;

  it('is a number that is valid in none of the page’s countries', () => {
    const page = '<h1>Tarnhill Pumps</h1><p>Call <a href="tel:5550134">us</a> or <a href="tel:+12025550134">us</a></p>';
    const reading = readHtml(page, 'https://www.tarnhill.example/');

    expect(sureOf(reading, '5550134')).toBeLessThan(0.85);
    expect(sureOf(reading, '+12025550134')).toBeGreaterThanOrEqual(0.85);
  });

  it('is the address of a site where data should name the company', () => {
    const named = (name: string): Reading =>
      readHtml(`<div itemscope itemtype="https://schema.org/Store"><b itemprop="name">${name}</b></div>`);

    expect(sureOf(named('shop.tarnhill.example'), 'shop.tarnhill.example')).toBeLessThan(0.6);
    expect(sureOf(named('Tarnhill Pumps'), 'Tarnhill Pumps')).toBeGreaterThanOrEqual(0.85);
  });

  it('is a town whose street the page does not give', () => {
    const reading = readHtml('<h1>Our office</h1><p>Tarnhill House</p><p>Northwick, TX 78799</p>');
    const address = reading.parties.flatMap(({ values }) => values).find(({ field }) => field === 'addresses');

    expect(address?.raw).toBe('Tarnhill House, Northwick, TX 78799');
    expect(address?.confidence).toBeLessThan(0.85);
  });
});

describe('numbers of others', () => {
  it('are those of a market place that calls itself otherwise', () => {
    const html =
      '<title>宁波海岭阀门有限公司</title><p>电话：0574-86700158</p><p>合作媒体：中国阀门信息网 客服电话 010-65550190</p>';
    const [own] = readHtml(html, 'https://www.hailing.cn/').parties;

    expect(
      own?.values.filter(({ field }) => field === 'phones').map(({ normal, ofOthers }) => [normal, ofOthers]),
    ).toEqual([
      ['+8657486700158', undefined],
      ['+861065550190', true],
    ]);
  });

  it.each([
    '<footer>© 2026 Acme. Designed by Pixelhof, 020 7946 0199</footer>',
    '<p>Site by Fern & Lark, 020 7946 0199</p>',
    '<p>网站建设：泰安中企动力 020 7946 0199</p>',
    '<p>Press: Amory PR, 020 7946 0199</p>',
    '<div class="testimonials"><p>Tom Hallam, Hallam Joinery, 020 7946 0199</p></div>',
    '<ul class="partners"><li>Kohgaku Trading, 020 7946 0199</li></ul>',
  ])('are never ticked: %s', (html) => {
    const reading = readHtml(
      `<html lang="en-GB"><title>Acme</title><h1>Acme</h1><p>Tel: 020 7946 0100</p>${html}</html>`,
      'https://www.acme.co.uk/',
    );
    const sure = reading.parties[0]?.values.filter(({ field, confidence }) => field === 'phones' && confidence >= 0.85);

    expect(sure?.map(({ normal }) => normal)).toEqual(['+442079460100']);
  });
});
