import { describe, expect, it } from 'vitest';
import { accountOfLink } from '@/src/domain/capture/im/accounts';
import { accountsInText } from '@/src/domain/capture/im/text-accounts';
import { normalsOf, readHtml } from '@/test/support/page';
import { HANGS, processorTime } from '@/test/support/processor-time';

const accounts = (html: string): string[] => [...new Set(normalsOf(readHtml(html), 'accounts'))];

describe('an account', () => {
  it.each([
    ['QQ：800012345', ['qq:800012345']],
    ['客服QQ: 12345678', ['qq:12345678']],
    // A number of ten digits that begins like a hotline is still what its label says.
    ['QQ：4008005678', ['qq:4008005678']],
    ['微信号：tarn-pumps', ['wechat:tarn-pumps']],
    ['微信：13800138000', ['wechat:13800138000']],
    ['手机 138 0013 8000（微信同号）', ['wechat:13800138000']],
    ['公众号：清禾岭食品', ['wechat-official:清禾岭食品']],
    ['企业微信：qinghe_sales', ['wecom:qinghe_sales']],
    ['钉钉：qinghe88', ['dingtalk:qinghe88']],
    ['WhatsApp: +1 202-555-0134', ['whatsapp:12025550134']],
    ['Telegram: @tarn_pumps', ['telegram:tarn_pumps']],
    ['LINE ID: @tarnpumps', ['line:@tarnpumps']],
    ['Skype: tarn.pumps', ['skype:tarn.pumps']],
    ['Q　Q：800012345', ['qq:800012345']],
    ['QQ2：800012345', ['qq:800012345']],
    ['微信/电话：13800138000', ['wechat:13800138000']],
    ['WhatsApp/WeChat: +86 138 0013 8000', ['wechat:13800138000', 'whatsapp:8613800138000']],
    // The label and the name each in an element of its own, on one line or on two.
    ['<span>微信</span><em>tarn-pumps</em>', ['wechat:tarn-pumps']],
    ['<b>客服 QQ</b><br>800012345', ['qq:800012345']],
    ['<a href="https://wpa.qq.com/msgrd?v=3&uin=800012345&site=qq&menu=yes">咨询</a>', ['qq:800012345']],
    ['<a href="tencent://message/?uin=800012345&Site=x">QQ</a>', ['qq:800012345']],
    ['<a href="https://wa.me/12025550134?text=hi">chat</a>', ['whatsapp:12025550134']],
    ['<a href="https://api.whatsapp.com/send?phone=12025550134">chat</a>', ['whatsapp:12025550134']],
    ['<a href="https://t.me/tarn_pumps">chat</a>', ['telegram:tarn_pumps']],
    ['<a href="https://line.me/R/ti/p/@tarnpumps">LINE</a>', ['line:tarnpumps']],
    ['<a href="skype:tarn.pumps?call">Skype</a>', ['skype:tarn.pumps']],
    ['<a href="https://www.linkedin.com/company/tarn-pumps/">in</a>', ['linkedin:company/tarn-pumps']],
    ['<a href="https://weibo.com/u/1234567890">微博</a>', ['weibo:u/1234567890']],
  ])('is found in %s', (html, wanted) => {
    expect(accounts(`<p>${html}</p>`)).toEqual(wanted);
  });

  it.each([
    'QQ群：123456789',
    'QQ邮箱：123456789',
    '微信扫一扫关注我们',
    'QQ：1234',
    'Product line: tarnpumps',
    '微信 marketing for everybody',
    '企业微信：',
    'WeChat<br>Facebook',
    '<a href="https://api.whatsapp.com/send?text=look">share</a>',
    '<a href="https://t.me/share/url?url=x">share</a>',
    '<a href="https://www.linkedin.com/shareArticle?mini=true&url=x">share</a>',
    '<a href="https://www.linkedin.com/sharing/share-offsite/?url=x">share</a>',
    '<a href="https://service.weibo.com/share/share.php?url=x">share</a>',
    '<a href="https://social-plugins.line.me/lineit/share?url=x">share</a>',
    '<p>Website by <a href="https://www.linkedin.com/company/site-foundry">Site Foundry</a></p>',
    '<p>技术支持：<a href="https://wpa.qq.com/msgrd?v=3&uin=123456789">某网络</a></p>',
  ])('is not %s', (html) => {
    expect(accounts(`<div>${html}</div>`)).toEqual([]);
  });

  it.each([
    ['a label stretched over the width', '<p>Q　　Q：2850011223</p>', 'qq:2850011223'],
    ['an official account', '<p>LINE 官方帳號：@tarn-pumps</p>', 'line:@tarn-pumps'],
    [
      'what the page says of its company',
      '<script type="application/ld+json">{"@type":"Organization","name":"Tarn","sameAs":["https://www.linkedin.com/company/tarn","https://tarn.example/"]}</script>',
      'linkedin:company/tarn',
    ],
  ])('is read from %s', (_, html, wanted) => {
    expect(accounts(html)).toEqual([wanted]);
  });

  it('needs no colon in a record, where a note is about the numbers of its line', () => {
    const inRecord = (text: string): string[] => accountsInText(text, text, true).map(({ normal }) => normal);

    expect(inRecord('王工 微信 tarn_pumps')).toEqual(['wechat:tarn_pumps']);
    expect(inRecord('王工 138 0013 8000 技术部 微信同号')).toEqual(['wechat:13800138000']);
    expect(accountsInText('王工 微信 tarn_pumps', '王工 微信 tarn_pumps')).toEqual([]);
  });

  it('belongs to the person it stands below, unless it is a desk’s', () => {
    const owners = (html: string): Record<string, string[]> =>
      Object.fromEntries(
        readHtml(html).parties.map(({ kind, values }) => [
          kind,
          values.flatMap(({ field, normal }) => (field === 'accounts' && normal ? [normal] : [])),
        ]),
      );
    const page = (line: string): string =>
      `<h1>青禾岭泵业有限公司</h1><p>电话：021-5555 0101</p><p>联系人：王晓岚</p><p>${line}</p>`;

    expect(owners(page('微信：tarn-pumps'))).toEqual({ company: [], person: ['wechat:tarn-pumps'] });
    expect(owners(page('客服微信：tarn-pumps'))).toEqual({ company: ['wechat:tarn-pumps'], person: [] });
  });

  it('is read in time from a megabyte of labels', () => {
    const spent = processorTime();

    const labels = '微信QQ：'.repeat(150_000);
    accountsInText(labels, labels);
    accountOfLink(`https://wpa.qq.com/msgrd?${'uin='.repeat(300_000)}`);
    expect(spent()).toBeLessThan(HANGS);
  });
});
