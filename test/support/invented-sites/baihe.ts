import { jsonLd } from '../page';
import { html } from '../web-stub';
import type { InventedSite } from './invented-site';

const ORGANIZATION = jsonLd({
  '@context': 'https://schema.org',
  '@type': 'Organization',
  name: '百禾包裝',
  url: 'https://baihe-packaging.tw/',
  logo: 'https://baihe-packaging.tw/assets/logo-512.png',
  sameAs: ['https://www.linkedin.com/company/baihe-packaging-tw'],
});
const page = (title: string, body: string): string =>
  `<!doctype html><html lang="zh-Hant-TW"><head><meta charset="utf-8"><title>${title}｜百禾包裝</title><link rel="apple-touch-icon" href="/apple-touch-icon.png">${ORGANIZATION}</head>
  <body><header><a href="/">百禾包裝</a><nav><a href="/solutions">包裝方案</a><a href="/about-us">關於百禾</a><a href="/locations">服務據點</a><a href="/contact-us">聯繫我們</a></nav></header>
  <main>${body}</main><footer><p>百禾包裝材料股份有限公司｜統一編號：27491351</p><p>免付費專線 0800-055-178　LINE 官方帳號：@baihe-pack</p><p>© 2026 Baihe Packaging. Designed by 島嶼視覺 02-2700-3344</p></footer></body></html>`;

/** Structured data with a logo and little else; numbers stand where the visitor looks for them. */
export const BAIHE: InventedSite = {
  filed: { name: '百禾包裝', website: 'https://baihe-packaging.tw/' },
  robots: 'User-agent: Googlebot\nDisallow: /tmp\n\nUser-agent: *\nDisallow:\n',
  pages: {
    '/': html(
      page(
        '工業緩衝包裝專家',
        `<h1>讓貨物平安到家</h1><section class="clients"><h2>客戶實績</h2><ul><li>宏鈦光電</li><li>永晟物流股份有限公司</li></ul></section>
        <section class="testimonial"><p>「破損率從 3% 降到 0.2%。」</p><p>永晟物流股份有限公司 採購部 張經理</p></section>`,
      ),
    ),
    '/contact-us': html(
      page(
        '聯繫我們',
        `<h1>聯繫我們</h1><div class="office"><h2>總公司</h2><p>地址：新北市土城區中央路四段51號</p><p>電話：<a href="tel:+886222680155">02-2268-0155</a></p><p>傳真：02-2268-0156</p>
        <p>信箱：<a href="mailto:service@baihe-packaging.tw">service@baihe-packaging.tw</a></p></div>
        <div class="office"><h2>高雄分公司</h2><p>地址：高雄市前鎮區新生路248號</p><p>電話：07-815-0177</p></div>
        <h2>業務窗口</h2><ul><li>北區 陳彥廷 經理 0933-120-458 yenting.chen@baihe-packaging.tw</li><li>南區 吳佩珊 副理 0928-771-206 peishan.wu@baihe-packaging.tw</li></ul>`,
      ),
    ),
    '/about-us': html(
      page(
        '關於百禾',
        `<h1>關於百禾</h1><p>百禾包裝材料股份有限公司自民國88年起，提供紙棧板、蜂巢紙與緩衝包材。</p><p>負責人：蔡宗翰</p><p>資本總額：新臺幣 30,000,000 元</p><p>設立日期：1999/11/05</p>`,
      ),
    ),
    '/locations': html(page('服務據點', '<p>台南倉：台南市永康區中正北路100號（不對外營業）</p>')),
  },
  facts: [
    ['legalName', '百禾包裝材料股份有限公司'],
    ['phones', '+886222680155'],
    ['phones', '+886222680156'],
    ['phones', '+88678150177'],
    ['phones', '+886800055178'],
    ['emails', 'service@baihe-packaging.tw'],
    ['addresses', '新北市土城區中央路四段51號'],
    ['addresses', '高雄市前鎮區新生路248號'],
    ['accounts', 'line:@baihe-pack'],
    ['accounts', 'linkedin:company/baihe-packaging-tw'],
    ['registrationIds', '27491351'],
    ['legalRepresentative', '蔡宗翰'],
    ['registeredCapital', '新臺幣 30,000,000 元'],
    ['founded', '1999-11-05'],
    ['logo', 'https://baihe-packaging.tw/assets/logo-512.png'],
  ],
};
