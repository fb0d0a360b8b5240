import { encoded } from './encoded';
import { jsonLd } from './page';
import { html, redirect, type Answer } from './web-stub';

/** A company that nobody has founded, and what a careful reader of its pages would file. */
export interface InventedSite {
  /** What is on file before: a name, and where its site is. */
  readonly filed: { readonly name: string; readonly website: string };
  readonly robots?: string;
  readonly pages: Readonly<Record<string, Answer>>;
  /** Field and value, as they are filed. */
  readonly facts: readonly (readonly [field: string, value: string])[];
}

const gbk = (text: string): Answer => html(encoded(text, 'gb18030'), 'text/html');
const big5 = (text: string): Answer => html(encoded(text, 'big5'), 'text/html');

const NAV_ZH = `<div class="nav"><a href="/">首页</a><a href="/products.html">产品中心</a><a href="/about.html">公司简介</a>
  <a href="/contact.html">联系我们</a></div>`;
const pageZh = (title: string, body: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="gb2312"><title>${title}</title></head><body>${NAV_ZH}${body}
  <div class="footer">版权所有 成都衡行机械有限公司</div></body></html>`;

/** GBK without a word of it in the header; robots.txt closes the products. */
const HENGXING: InventedSite = {
  filed: { name: '成都衡行机械有限公司', website: 'http://www.hengxing-jixie.com.cn' },
  robots: 'User-agent: *\nDisallow: /products',
  pages: {
    '/': gbk(pageZh('成都衡行机械有限公司', '<h1>成都衡行机械有限公司</h1><p>专业生产减速机。</p>')),
    '/contact.html': gbk(
      pageZh(
        '联系我们-成都衡行机械有限公司',
        `<div class="contact"><h2>联系我们</h2><p>公司名称：成都衡行机械有限公司</p><p>电话：028-85551234</p><p>邮箱：sales@hengxing-jixie.com.cn</p>
        <p>地址：四川省成都市武侯区科华北路65号</p></div>`,
      ),
    ),
    '/about.html': gbk(
      pageZh(
        '公司简介-成都衡行机械有限公司',
        `<table><tr><td>企业名称</td><td>成都衡行机械有限公司</td></tr><tr><td>统一社会信用代码</td><td>91510100MA6CD5XH7A</td></tr>
        <tr><td>法定代表人</td><td>许文涛</td></tr><tr><td>注册资本</td><td>1000万元人民币</td></tr></table>`,
      ),
    ),
    '/products.html': gbk(pageZh('产品', '电话：028-99999999')),
  },
  facts: [
    ['legalName', '成都衡行机械有限公司'],
    ['phones', '+862885551234'],
    ['emails', 'sales@hengxing-jixie.com.cn'],
    ['addresses', '四川省成都市武侯区科华北路65号'],
    ['registrationIds', '91510100MA6CD5XH7A'],
    ['legalRepresentative', '许文涛'],
    ['registeredCapital', '1000万元人民币'],
  ],
};

const footerDe = '<footer><a href="/impressum">Impressum</a> <a href="/datenschutz">Datenschutz</a></footer>';
const pageDe = (title: string, body: string): string =>
  `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>${title}</title></head><body><nav><a href="/kontakt">Kontakt</a>
  <a href="/ueber-uns">Über uns</a></nav>${body}${footerDe}</body></html>`;

/** A bare domain that leads to its twin with www. */
const BRANDT: InventedSite = {
  filed: { name: 'Brandt Werkzeugbau', website: 'brandt-werkzeugbau.de' },
  robots: 'User-agent: *\nAllow: /',
  pages: {
    '/': html(pageDe('Brandt Werkzeugbau', '<h1>Brandt Werkzeugbau</h1><p>Vorrichtungen seit 1962.</p>')),
    '/impressum': html(
      pageDe(
        'Impressum - Brandt Werkzeugbau',
        `<h1>Impressum</h1><p>Angaben gemäß § 5 DDG</p><p>Brandt Werkzeugbau GmbH<br>Lindenstraße 14<br>70563 Stuttgart</p>
        <p>Vertreten durch die Geschäftsführerin: Helga Brandt</p><p>Telefon: +49 711 5550123<br>Telefax: +49 711 5550124<br>
        E-Mail: <a href="mailto:info@brandt-werkzeugbau.de">info@brandt-werkzeugbau.de</a></p>
        <p>Registergericht: Amtsgericht Stuttgart<br>Registernummer: HRB 123456</p><p>Umsatzsteuer-Identifikationsnummer: DE136695976</p>
        <p>Webdesign: Pixelhof Agentur, Telefon 0711 9990000</p>`,
      ),
    ),
    '/kontakt': html(
      pageDe('Kontakt', '<h1>Kontakt</h1><p>Vertrieb: vertrieb@brandt-werkzeugbau.de</p><p>Tel. 0711 555 01 23</p>'),
    ),
    '/ueber-uns': html(pageDe('Über uns', '<h1>Über uns</h1><p>Unser Werk steht in Vaihingen.</p>')),
  },
  facts: [
    ['legalName', 'Brandt Werkzeugbau GmbH'],
    ['phones', '+497115550123'],
    ['phones', '+497115550124'],
    ['emails', 'info@brandt-werkzeugbau.de'],
    ['emails', 'vertrieb@brandt-werkzeugbau.de'],
    ['addresses', 'Lindenstraße 14, 70563 Stuttgart'],
    ['registrationIds', 'DE136695976'],
    ['registrationIds', 'Amtsgericht Stuttgart HRB 123456'],
    ['legalRepresentative', 'Helga Brandt'],
  ],
};

/** Structured data, and a contact page that only a guess finds. */
const OXBOW: InventedSite = {
  filed: { name: 'Oxbow Tools', website: 'https://oxbow-tools.co.uk/' },
  pages: {
    '/': html(
      `<!doctype html><html lang="en-GB"><head><title>Oxbow Tools | Hand planes</title>${jsonLd({
        '@context': 'https://schema.org',
        '@type': 'Organization',
        name: 'Oxbow Tools',
        legalName: 'Oxbow Tools Ltd',
        url: 'https://oxbow-tools.co.uk/',
        telephone: '+44 20 7946 0958',
        address: {
          '@type': 'PostalAddress',
          streetAddress: '12 Mill Lane',
          addressLocality: 'Leeds',
          postalCode: 'LS1 4AP',
          addressCountry: 'GB',
        },
      })}</head><body><h1>Hand planes</h1></body></html>`,
    ),
    '/contact': html(
      `<!doctype html><html lang="en-GB"><head><title>Contact - Oxbow Tools</title></head><body><h1>Contact</h1>
       <p>Mail us: <a href="mailto:sales@oxbow-tools.co.uk">sales@oxbow-tools.co.uk</a></p></body></html>`,
    ),
  },
  facts: [
    ['legalName', 'Oxbow Tools Ltd'],
    ['phones', '+442079460958'],
    ['emails', 'sales@oxbow-tools.co.uk'],
    ['addresses', '12 Mill Lane, Leeds, LS1 4AP, GB'],
  ],
};

const pageTw = (title: string, body: string): string =>
  `<html lang="zh-TW"><head><meta http-equiv="Content-Type" content="text/html; charset=big5"><title>${title}</title></head>
  <body><a href="/contact">聯絡我們</a>${body}</body></html>`;

const CHINGYUAN: InventedSite = {
  filed: { name: '青原精密股份有限公司', website: 'https://www.chingyuan.com.tw/' },
  pages: {
    '/': big5(pageTw('青原精密股份有限公司', '<h1>青原精密股份有限公司</h1>')),
    '/contact': big5(
      pageTw(
        '聯絡我們',
        '<h2>青原精密股份有限公司</h2><p>電話：(02)2345-6789</p><p>電子郵件：service@chingyuan.com.tw</p><p>地址：台北市信義區松仁路100號5樓</p>',
      ),
    ),
  },
  facts: [
    ['phones', '+886223456789'],
    ['emails', 'service@chingyuan.com.tw'],
    ['addresses', '台北市信義區松仁路100號5樓'],
  ],
};

export const INVENTED_SITES: Readonly<Record<string, InventedSite>> = {
  'hengxing-jixie.com.cn': HENGXING,
  'brandt-werkzeugbau.de': BRANDT,
  'oxbow-tools.co.uk': OXBOW,
  'chingyuan.com.tw': CHINGYUAN,
};

/** What the server of all these sites answers. A site that is filed without scheme leads to its twin first. */
export function answerOf(host: string, path: string): Answer | undefined {
  const bare = host.replace(/^www\./, '');
  const site = INVENTED_SITES[bare];
  if (!site) return undefined;
  if (bare === host && site === BRANDT) return redirect(`//www.${bare}${path}`);
  if (path === '/robots.txt') return site.robots === undefined ? undefined : html(site.robots, 'text/plain');
  return Object.hasOwn(site.pages, path) ? site.pages[path] : undefined;
}
