import { plain, type InventedSite } from './invented-site';

const HEAD = `<header class="site-header"><a class="brand" href="/"><img src="/static/img/lanting-logo.svg" alt="蓝町仪器 logo"></a>
  <nav class="menu"><a href="/">网站首页</a><a href="/product/">产品与方案</a><a href="/service/">服务支持</a><a href="/about/">关于蓝町</a>
  <a href="/join/">加入我们</a><a href="/contact/">联系方式</a></nav></header>`;
const FOOT = `<footer><div class="row"><div class="col"><h4>客户服务</h4><p>400-090-3318</p><p>周一至周五 8:30-17:30</p></div>
  <div class="col"><h4>关注我们</h4><p>微信公众号：lanting_yiqi</p></div>
  <div class="col"><h4>友情链接</h4><a href="https://www.suke-yuanlin.com">苏科园林</a><a href="https://www.kunce.com.cn">昆测检测</a></div></div>
  <p>Copyright © 2015-2026 苏州蓝町仪器仪表有限公司 All Rights Reserved. 苏ICP备15062018号 <a href="/license/">营业执照</a></p>
  <p>苏公网安备 32058302001234 号</p><p>网站建设：云岫科技 0512-65550188</p></footer>`;
const page = (title: string, body: string): string =>
  `<!doctype html><html><head><title>${title}</title><link rel="icon" type="image/png" href="/static/img/icon-64.png"></head><body>${HEAD}<main>${body}</main>${FOOT}</body></html>`;

/** UTF-8 that neither the header nor the page names; offices in three towns, a licence of its own page. */
export const LANTING: InventedSite = {
  filed: { name: '苏州蓝町仪器', website: 'https://www.lanting-yiqi.com' },
  robots: 'User-agent: *\nDisallow: /wp-admin/\nSitemap: https://www.lanting-yiqi.com/sitemap.xml',
  pages: {
    '/': plain(
      page(
        '蓝町仪器 - 流量计与液位计制造商',
        `<section class="hero"><h1>让每一滴都有数</h1></section><section><h2>典型客户</h2><ul class="partners"><li>华东给水集团</li><li>江南化工股份有限公司</li></ul></section>
        <section class="testimonials"><blockquote>蓝町的流量计用了六年没有坏过。—— 江南化工股份有限公司 设备部 李主任 0519-85550177</blockquote></section>`,
      ),
    ),
    '/contact/': plain(
      page(
        '联系方式 - 蓝町仪器',
        `<h1>联系方式</h1><div class="card"><h3>总部（昆山工厂）</h3><p>地址：江苏省昆山市开发区前进东路579号3幢</p><p>电话：0512-57550166、57550167</p><p>传真：0512-57550168</p>
        <p>邮箱：info@lanting-yiqi.com</p></div><div class="card"><h3>上海办事处</h3><p>地址：上海市闵行区申虹路9号1802室</p><p>电话：021-60550123</p></div>
        <div class="card"><h3>深圳办事处</h3><p>地址：深圳市南山区科技南十二路6号</p><p>电话：0755-86550145</p></div>
        <div class="card"><h3>区域经理</h3><table><tr><th>区域</th><th>姓名</th><th>手机</th></tr><tr><td>华北</td><td>赵志远</td><td>13911001234</td></tr>
        <tr><td>华南</td><td>梁美玲</td><td>13922005678</td></tr></table></div>`,
      ),
    ),
    '/about/': plain(
      page(
        '关于蓝町 - 蓝町仪器',
        `<h1>关于蓝町</h1><p>苏州蓝町仪器仪表有限公司创立于2015年，是流量、液位测量仪表的制造商，拥有发明专利12项（专利号 ZL201810123456.7）。</p>
        <ul class="timeline"><li>2015 公司在昆山成立</li><li>2019 设立上海办事处</li><li>2023 设立深圳办事处</li></ul>`,
      ),
    ),
    '/license/': plain(
      page(
        '营业执照公示 - 蓝町仪器',
        `<h1>营业执照公示</h1><dl><dt>名称</dt><dd>苏州蓝町仪器仪表有限公司</dd><dt>统一社会信用代码</dt><dd>91320583MA7K3P2T2A</dd><dt>类型</dt><dd>有限责任公司(自然人投资或控股)</dd>
        <dt>住所</dt><dd>昆山市开发区前进东路579号3幢</dd><dt>法定代表人</dt><dd>顾云舟</dd><dt>注册资本</dt><dd>2000万元整</dd><dt>成立日期</dt><dd>2015年06月09日</dd>
        <dt>营业期限</dt><dd>2015年06月09日至长期</dd><dt>登记机关</dt><dd>昆山市市场监督管理局</dd></dl>`,
      ),
    ),
    '/service/': plain(page('服务支持', '<p>投诉电话：0512-57550199</p>')),
  },
  facts: [
    ['legalName', '苏州蓝町仪器仪表有限公司'],
    ['phones', '+8651257550166'],
    ['phones', '+8651257550167'],
    ['phones', '+8651257550168'],
    ['phones', '+864000903318'],
    ['phones', '+862160550123'],
    ['phones', '+8675586550145'],
    ['emails', 'info@lanting-yiqi.com'],
    ['addresses', '江苏省昆山市开发区前进东路579号3幢'],
    ['addresses', '上海市闵行区申虹路9号1802室'],
    ['addresses', '深圳市南山区科技南十二路6号'],
    ['accounts', 'wechat-official:lanting_yiqi'],
    ['registrationIds', '91320583MA7K3P2T2A'],
    ['registrationIds', '苏ICP备15062018号'],
    ['legalRepresentative', '顾云舟'],
    ['registeredCapital', '2000万元整'],
    ['founded', '2015-06-09'],
    ['logo', 'https://www.lanting-yiqi.com/static/img/lanting-logo.svg'],
  ],
};
