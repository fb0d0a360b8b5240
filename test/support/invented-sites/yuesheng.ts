import { gbk, type InventedSite } from './invented-site';

const page = (title: string, body: string): string =>
  `<html><head><title>${title}</title><meta name="keywords" content="连接器,端子,线束"></head><body bgcolor="#ffffff">
  <table width="980" align="center"><tr><td><img src="images/top.jpg" alt="深圳市悦笙电子有限公司"></td></tr>
  <tr><td><a href="index.asp">首 页</a> | <a href="about.asp?id=1">关于我们</a> | <a href="product.asp">产品展示</a> | <a href="about.asp?id=2">联系我们</a> | <a href="feedback.asp">在线留言</a></td></tr></table>
  <table width="980" align="center"><tr><td width="220" valign="top"><b>在线客服</b><br>
  <a href="http://wpa.qq.com/msgrd?v=3&uin=1850044556&site=qq&menu=yes">销售一部</a><br><a href="http://wpa.qq.com/msgrd?v=3&uin=1850077889&site=qq&menu=yes">销售二部</a></td>
  <td valign="top">${body}</td></tr></table>
  <table width="980" align="center"><tr><td align="center">深圳市悦笙电子有限公司 版权所有 粤ICP备09123456号<br>地址：深圳市宝安区沙井街道后亭大埔工业区5栋3楼 电话：0755-27260110<br>
  技术支持：<a href="http://www.yidianwang.cn">一点网</a></td></tr></table></body></html>`;

/** GB18030 that nothing names, tables for layout, one script for all pages. */
export const YUESHENG: InventedSite = {
  filed: { name: '悦笙电子', website: 'http://www.yuesheng-dz.com/' },
  pages: {
    '/': gbk(
      page(
        '深圳市悦笙电子有限公司--连接器 端子 线束',
        '<p><b>公司公告</b>：五一放假通知，值班电话见联系页。</p><p>产品型号：XH2.54-4P、PH2.0-6P、VH3.96-2P</p>',
      ),
    ),
    '/about.asp?id=1': gbk(
      page(
        '关于我们-深圳市悦笙电子有限公司',
        `<p>　　深圳市悦笙电子有限公司成立于2009年8月，注册资金500万元，厂房面积6000平方米，月产能3000万只，通过ISO9001、UL（E456789）认证。</p><p>法人代表：谭国栋</p>`,
      ),
    ),
    '/about.asp?id=2': gbk(
      page(
        '联系我们-深圳市悦笙电子有限公司',
        `<font size="3"><b>深圳市悦笙电子有限公司</b></font><br>地址：深圳市宝安区沙井街道后亭大埔工业区5栋3楼<br>电话：0755-27260110/27260111<br>传真：0755-27260112<br>
        邮箱：yuesheng@vip.163.com<br>网址：www.yuesheng-dz.com<br>外贸部：export@yuesheng-dz.com<br>联系人：谭先生 13728860099<br>　　　　　王小姐 13510660088<br>
        乘车路线：乘 M332、725 路公交车到后亭村站下车<br><br><b>东莞分厂</b><br>地址：东莞市长安镇乌沙社区兴发路12号<br>电话：0769-85310120<br>`,
      ),
    ),
    '/product.asp': gbk(page('产品展示', '<p>订货号 2009-0815-0033</p>')),
  },
  facts: [
    ['legalName', '深圳市悦笙电子有限公司'],
    ['phones', '+8675527260110'],
    ['phones', '+8675527260111'],
    ['phones', '+8675527260112'],
    ['phones', '+8676985310120'],
    ['emails', 'yuesheng@vip.163.com'],
    ['emails', 'export@yuesheng-dz.com'],
    ['addresses', '深圳市宝安区沙井街道后亭大埔工业区5栋3楼'],
    ['addresses', '东莞市长安镇乌沙社区兴发路12号'],
    ['accounts', 'qq:1850044556'],
    ['accounts', 'qq:1850077889'],
    ['registrationIds', '粤ICP备09123456号'],
    ['legalRepresentative', '谭国栋'],
    ['registeredCapital', '500万元'],
  ],
};
