import { shiftJis, type InventedSite } from './invented-site';

const page = (title: string, body: string): string =>
  `<html lang="ja"><head><title>${title}</title></head><body><div id="header"><a href="/"><img src="/img/logo_hinokuma.gif" alt="株式会社樋之隈製作所"></a></div>
  <ul id="gnav"><li><a href="/">ホーム</a></li><li><a href="/products/">製品情報</a></li><li><a href="/company/">会社概要</a></li><li><a href="/recruit/">採用情報</a></li><li><a href="/inquiry/">お問い合わせ</a></li></ul>
  ${body}<div id="footer"><p>株式会社樋之隈製作所　〒144-0045 東京都大田区南六郷2-35-10　TEL 03-5550-1180</p><p>Copyright (C) Hinokuma Seisakusho Co., Ltd. All Rights Reserved.</p></div></body></html>`;

/** A Japanese maker of parts; Shift-JIS by the header alone. */
export const HINOKUMA: InventedSite = {
  filed: { name: '株式会社樋之隈製作所', website: 'http://www.hinokuma-ss.co.jp/' },
  pages: {
    '/': shiftJis(page('精密板金の樋之隈製作所', '<h1>試作一個から量産まで</h1><p>板厚 0.1～6.0mm、最短 3 日。</p>')),
    '/company/': shiftJis(
      page(
        '会社概要｜樋之隈製作所',
        `<h2>会社概要</h2><table><tr><th>商号</th><td>株式会社樋之隈製作所</td></tr><tr><th>代表者</th><td>代表取締役　樋口 隆一</td></tr><tr><th>設立</th><td>1971年4月1日</td></tr>
        <tr><th>資本金</th><td>3,000万円</td></tr><tr><th>本社</th><td>〒144-0045 東京都大田区南六郷2-35-10<br>TEL 03-5550-1180　FAX 03-5550-1181</td></tr>
        <tr><th>長野工場</th><td>〒399-4117 長野県駒ヶ根市赤穂14-2090<br>TEL 0265-55-0120</td></tr><tr><th>法人番号</th><td>9180001094726</td></tr><tr><th>従業員数</th><td>86名</td></tr>
        <tr><th>主要取引先</th><td>東亜計器株式会社、ミナト精機株式会社</td></tr></table>`,
      ),
    ),
    '/inquiry/': shiftJis(
      page(
        'お問い合わせ｜樋之隈製作所',
        `<h2>お問い合わせ</h2><p>お電話：03-5550-1180（平日 9:00～17:30）</p><p>FAX：03-5550-1181</p><p>メール：<a href="mailto:info@hinokuma-ss.co.jp">info@hinokuma-ss.co.jp</a></p><p>採用担当：人事部 佐伯 saeki@hinokuma-ss.co.jp</p>`,
      ),
    ),
  },
  facts: [
    ['legalName', '株式会社樋之隈製作所'],
    ['phones', '+81355501180'],
    ['phones', '+81355501181'],
    ['phones', '+81265550120'],
    ['emails', 'info@hinokuma-ss.co.jp'],
    ['addresses', '〒144-0045 東京都大田区南六郷2-35-10'],
    ['addresses', '〒399-4117 長野県駒ヶ根市赤穂14-2090'],
    ['registrationIds', '9180001094726'],
    ['legalRepresentative', '樋口 隆一'],
    ['registeredCapital', '3,000万円'],
    ['founded', '1971-04-01'],
    ['logo', 'http://www.hinokuma-ss.co.jp/img/logo_hinokuma.gif'],
  ],
};
