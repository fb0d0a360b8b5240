import { html, redirect } from '../web-stub';
import type { InventedSite } from './invented-site';

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><link rel="shortcut icon" href="/favicon.png"></head><body>
  <div class="header"><div class="lang"><a href="/zh/">中文</a> <a href="/en/">English</a></div><div class="logo"><a href="/zh/"><img src="/upload/logo.webp" alt="海川阀门"></a></div>
  <div class="tel">咨询热线：<b>0574-8670 0158</b></div><ul class="nav"><li><a href="/zh/">首页</a></li><li><a href="/zh/company.html">走进海川</a><ul><li><a href="/zh/company.html">企业简介</a></li><li><a href="/zh/culture.html">企业文化</a></li></ul></li>
  <li><a href="/zh/list-1.html">产品中心</a></li><li><a href="/zh/contact.html">联络海川</a></li></ul></div>${body}
  <div class="foot"><div class="wrap"><p>宁波海川阀门有限公司 版权所有 浙ICP备18025566号-2</p><p>合作媒体：中国阀门信息网 客服电话 010-65550190</p><p>Powered by MetCMS</p></div></div></body></html>`;

/** A root that leads to the pages in one of two languages. */
export const HAICHUAN: InventedSite = {
  filed: { name: '宁波海川阀门有限公司', website: 'https://www.haichuan-valve.com' },
  robots: 'User-agent: *\nDisallow: /admin\nDisallow: /en/login',
  pages: {
    '/': redirect('/zh/'),
    '/zh/': html(
      page(
        '海川阀门_球阀_蝶阀_止回阀厂家',
        '<h1>宁波海川阀门有限公司</h1><p>口径 DN15–DN1200，压力 1.6–42MPa。</p><div class="customer-logos"><span>东海石化</span><span>浙能燃气股份有限公司</span></div>',
      ),
    ),
    '/zh/company.html': html(
      page(
        '企业简介_海川阀门',
        `<h2>企业简介</h2><p>宁波海川阀门有限公司（以下简称“海川”）创建于2003年，注册资本5080万元，占地68亩。</p>
        <table class="qygs"><tbody><tr><td>统一社会信用代码：91330212MA2G4W9X11</td><td>法定代表人：邬海平</td></tr><tr><td>成立日期：2003-10-27</td><td>企业类型：有限责任公司</td></tr>
        <tr><td>所属行业：通用设备制造业</td><td>登记状态：存续</td></tr></tbody></table>`,
      ),
    ),
    '/zh/contact.html': html(
      page(
        '联络海川_海川阀门',
        `<h2>联络海川</h2><div class="info"><p><i class="icon-tel"></i>总机：0574-86700150 转 8001</p><p>国内销售：0574-86700158</p><p>国际贸易：0574-86700162</p><p>传真：0574-86700155</p>
        <p>E-mail：<a href="mailto:sales@haichuan-valve.com">sales@haichuan-valve.com</a>（国内） <a href="mailto:export@haichuan-valve.com">export@haichuan-valve.com</a>（外贸）</p>
        <p>厂址：浙江省宁波市鄞州区姜山镇科技园区明曙路1518号（315191）</p><p>微信：haichuanfm</p></div><p>外贸经理 周琳 Lynn 手机/WhatsApp：+86 138 5780 0246</p>`,
      ),
    ),
    '/en/': html(
      '<html lang="en"><title>Haichuan Valve</title><body><a href="/en/contact.html">Contact</a><p>Tel: 0086-574-86700162</p></body></html>',
    ),
  },
  facts: [
    ['legalName', '宁波海川阀门有限公司'],
    ['phones', '+8657486700150 ext. 8001'],
    ['phones', '+8657486700158'],
    ['phones', '+8657486700162'],
    ['phones', '+8657486700155'],
    ['emails', 'sales@haichuan-valve.com'],
    ['emails', 'export@haichuan-valve.com'],
    ['addresses', '浙江省宁波市鄞州区姜山镇科技园区明曙路1518号'],
    ['accounts', 'wechat:haichuanfm'],
    ['registrationIds', '91330212MA2G4W9X11'],
    ['registrationIds', '浙ICP备18025566号-2'],
    ['legalRepresentative', '邬海平'],
    ['registeredCapital', '5080万元'],
    ['founded', '2003-10-27'],
    ['industry', '通用设备制造业'],
    ['registrationState', '存续'],
    ['logo', 'https://www.haichuan-valve.com/upload/logo.webp'],
  ],
};
