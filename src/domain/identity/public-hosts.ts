/** Hosts on which many companies have a page: being there identifies nobody. Registrable domains, lower case. */
const PORTALS = new Set(
  `1688.com alibaba.com aliexpress.com amazon.com baidu.com bilibili.com bing.com crunchbase.com douyin.com ebay.com
  facebook.com github.com github.io google.com indeed.com instagram.com jd.com linkedin.com made-in-china.com medium.com
  meituan.com northdata.com pinduoduo.com pinterest.com qcc.com qq.com taobao.com telegram.org tianyancha.com tiktok.com
  tmall.com trustpilot.com twitter.com weibo.com weixin.com whatsapp.com wikidata.org wikipedia.org x.com xiaohongshu.com
  xing.com yelp.com youtube.com zhihu.com zhipin.com`.split(/\s+/),
);

/** Mail providers whose addresses belong to anybody. */
const FREE_MAIL = new Set(
  `126.com 139.com 163.com 189.cn aliyun.com aol.com foxmail.com gmail.com gmx.at gmx.ch gmx.de gmx.net googlemail.com
  hotmail.com icloud.com live.com mail.ru me.com msn.com naver.com outlook.com pm.me proton.me protonmail.com qq.com
  sina.cn sina.com sohu.com t-online.de tom.com vip.163.com vip.qq.com web.de yahoo.com yahoo.com.cn yahoo.co.jp yandex.ru
  yeah.net`.split(/\s+/),
);

/** Whether a registrable domain, in lower case, is one on which being there identifies nobody. */
export function isPortal(domain: string): boolean {
  return PORTALS.has(domain);
}

/** Whether an e-mail domain is a provider's rather than the company's own. */
export function isFreeMail(domain: string): boolean {
  return FREE_MAIL.has(domain.toLowerCase());
}
