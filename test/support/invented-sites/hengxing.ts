import { gbk, type InventedSite } from './invented-site';

const NAV = `<div class="top"><a href="/"><img class="logo" src="/images/logo.png" alt="衡行机械"></a><span>全国服务热线：400-628-0107</span></div>
  <div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/about.html">公司简介</a></li><li><a href="/products.html">产品中心</a></li>
  <li><a href="/news.html">新闻动态</a></li><li><a href="/honor.html">荣誉资质</a></li><li><a href="/contact.html">联系我们</a></li></ul></div>`;
const FOOTER = `<div class="footer"><p>版权所有 &copy; 2011-2026 成都衡行机械有限公司 <a href="https://beian.miit.gov.cn/">蜀ICP备20110328号-1</a></p>
  <p>川公网安备 51010702000123号 技术支持：<a href="http://www.lanmao-net.com.cn">成都蓝猫网络科技有限公司</a> 028-87654321</p>
  <p>违法和不良信息举报电话：028-12377000 <a href="/sitemap.html">网站地图</a></p></div>`;
const page = (title: string, body: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="gb2312"><title>${title}</title><link rel="shortcut icon" href="/favicon.ico"></head>
  <body>${NAV}${body}${FOOTER}</body></html>`;

/** GBK without a word of it in the header; robots.txt closes the products. */
export const HENGXING: InventedSite = {
  filed: { name: '成都衡行机械有限公司', website: 'http://www.hengxing-jixie.com.cn' },
  robots: 'User-agent: *\nDisallow: /products\nDisallow: /admin/',
  pages: {
    '/': gbk(
      page(
        '减速机|齿轮箱|非标传动-成都衡行机械有限公司',
        `<div class="banner"><h1>衡行机械 十五年专注减速机</h1></div>
        <div class="products"><h2>热销产品</h2><ul><li>HX-120 行星减速机 扭矩 1200N·m</li><li>HX-280 斜齿轮减速机 型号 280-4-15</li></ul></div>
        <div class="news"><h2>新闻动态</h2><ul><li><a href="/news.html">2026-05-18 公司参加成都工业博览会</a></li><li><a href="/news.html">2026-03-02 新厂房投产</a></li></ul></div>
        <div class="links"><h3>合作伙伴</h3><a href="http://www.shunda-dianji.com">重庆顺达电机有限公司</a> <a href="http://www.xichuan-bearing.com">西川轴承</a></div>`,
      ),
    ),
    '/contact.html': gbk(
      page(
        '联系我们-成都衡行机械有限公司',
        `<div class="crumb">当前位置：首页 &gt; 联系我们</div><div class="contact"><h2>联系我们</h2><p>公司名称：成都衡行机械有限公司</p>
        <p>联 系 人：陈经理</p><p>手　　机：13980001122（微信同号）</p><p>电　　话：028-85551234</p><p>传　　真：028-85551235</p>
        <p>邮　　箱：sales@hengxing-jixie.com.cn</p><p>Q　　Q：2850011223</p><p>邮　　编：610041</p>
        <p>地　　址：四川省成都市武侯区科华北路65号</p></div>`,
      ),
    ),
    '/about.html': gbk(
      page(
        '公司简介-成都衡行机械有限公司',
        `<h2>公司简介</h2><p>成都衡行机械有限公司成立于2011年，占地12000平方米，员工180余人，年产减速机20000台。</p>
        <table border="1"><tr><td>企业名称</td><td>成都衡行机械有限公司</td></tr><tr><td>统一社会信用代码</td><td>91510100MA6CD5XH7A</td></tr>
        <tr><td>法定代表人</td><td>许文涛</td></tr><tr><td>注册资本</td><td>1000万元人民币</td></tr><tr><td>成立日期</td><td>2011年03月18日</td></tr>
        <tr><td>经营范围</td><td>机械设备、减速机的生产与销售</td></tr></table>`,
      ),
    ),
    '/products.html': gbk(page('产品', '<p>电话：028-99999999</p>')),
    '/news.html': gbk(page('新闻动态', '<p>2026-05-18 参展热线 028-61110000（成都工业博览会组委会）</p>')),
    '/honor.html': gbk(page('荣誉资质', '<p>证书编号：CN-ISO-9001-20230817</p>')),
  },
  facts: [
    ['legalName', '成都衡行机械有限公司'],
    ['phones', '+862885551234'],
    ['phones', '+862885551235'],
    ['phones', '+864006280107'],
    ['emails', 'sales@hengxing-jixie.com.cn'],
    ['addresses', '四川省成都市武侯区科华北路65号'],
    ['accounts', 'qq:2850011223'],
    ['registrationIds', '91510100MA6CD5XH7A'],
    ['registrationIds', '蜀ICP备20110328号-1'],
    ['legalRepresentative', '许文涛'],
    ['registeredCapital', '1000万元人民币'],
    ['founded', '2011-03-18'],
    ['logo', 'http://www.hengxing-jixie.com.cn/images/logo.png'],
  ],
};
