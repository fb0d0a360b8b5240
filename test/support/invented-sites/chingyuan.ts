import { big5, type InventedSite } from './invented-site';

const page = (title: string, body: string): string =>
  `<html lang="zh-TW"><head><meta http-equiv="Content-Type" content="text/html; charset=big5"><title>${title}</title></head>
  <body><div id="header"><a href="/"><img id="logo" src="/img/logo.gif" alt="青原精密"></a></div>
  <div id="menu"><a href="/">首頁</a> <a href="/profile">公司簡介</a> <a href="/products">產品介紹</a> <a href="/contact">聯絡我們</a></div>${body}
  <div id="footer">青原精密股份有限公司 版權所有 TEL：02-2345-6789 FAX：02-2345-6790 網頁設計：彩雲數位設計有限公司 02-2789-0011</div></body></html>`;

/** Big5 that only the page names, in the old manner. */
export const CHINGYUAN: InventedSite = {
  filed: { name: '青原精密股份有限公司', website: 'https://www.chingyuan.com.tw/' },
  pages: {
    '/': big5(page('青原精密股份有限公司', '<h1>青原精密股份有限公司</h1><p>三十年專業CNC加工，精度達0.002mm。</p>')),
    '/contact': big5(
      page(
        '聯絡我們',
        `<h2>青原精密股份有限公司</h2><p>電話：(02)2345-6789</p><p>傳真：(02)2345-6790</p><p>電子郵件：service@chingyuan.com.tw</p><p>地址：台北市信義區松仁路100號5樓</p>
        <h3>台中工廠</h3><p>電話：(04)2355-0188 分機 12</p><p>地址：台中市西屯區工業區一路70號</p><p>業務聯絡人：林淑芬 小姐 0912-345-678</p>`,
      ),
    ),
    '/profile': big5(
      page(
        '公司簡介',
        `<h2>公司簡介</h2><table><tr><th>公司名稱</th><td>青原精密股份有限公司</td></tr><tr><th>統一編號</th><td>53826142</td></tr><tr><th>代表人</th><td>黃志明</td></tr>
        <tr><th>資本額</th><td>新台幣 5,000 萬元</td></tr><tr><th>成立時間</th><td>民國82年4月16日</td></tr><tr><th>員工人數</th><td>120人</td></tr></table>`,
      ),
    ),
    '/products': big5(page('產品介紹', '<p>料號 02-2345-0001</p>')),
  },
  facts: [
    ['legalName', '青原精密股份有限公司'],
    ['phones', '+886223456789'],
    ['phones', '+886223456790'],
    ['phones', '+886423550188 ext. 12'],
    ['emails', 'service@chingyuan.com.tw'],
    ['addresses', '台北市信義區松仁路100號5樓'],
    ['addresses', '台中市西屯區工業區一路70號'],
    ['registrationIds', '53826142'],
    ['legalRepresentative', '黃志明'],
    ['registeredCapital', '新台幣 5,000 萬元'],
    ['founded', '1993-04-16'],
    ['logo', 'https://www.chingyuan.com.tw/img/logo.gif'],
  ],
};
