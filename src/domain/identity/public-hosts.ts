/** Hosts on which many companies have a page: being there identifies nobody. Registrable domains, lower case. */
const PORTALS = new Set(
  `1688.com alibaba.com aliexpress.com amazon.com baidu.com bilibili.com bing.com crunchbase.com douyin.com ebay.com
  facebook.com github.com github.io google.com indeed.com instagram.com jd.com linkedin.com made-in-china.com medium.com
  gsxt.gov.cn handelsregister.de meituan.com northdata.com northdata.de pinduoduo.com pinterest.com qcc.com qichacha.com
  qixin.com qq.com taobao.com telegram.org tianyancha.com tiktok.com tmall.com trustpilot.com twitter.com
  unternehmensregister.de weibo.com weixin.com whatsapp.com wikidata.org wikipedia.org x.com xiaohongshu.com xing.com yelp.com
  youtube.com zhihu.com zhipin.com`.split(/\s+/),
);

/** Registers of companies and sites that copy them, by host: what is said there of a company is, what is said of the site is not its. */
const REGISTERS = [
  'gsxt.gov.cn',
  'qcc.com',
  'qichacha.com',
  'tianyancha.com',
  'aiqicha.baidu.com',
  'qixin.com',
  'handelsregister.de',
  'unternehmensregister.de',
  'northdata.com',
  'northdata.de',
  'findbiz.nat.gov.tw',
];

/** Market places on which a company has pages under the site's own head and foot. */
const MARKETS = ['1688.com', 'alibaba.com', 'made-in-china.com'];

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

/** Whether a host, in lower case, is that of a register or below it. */
export function isRegister(host: string): boolean {
  return REGISTERS.some((one) => host === one || host.endsWith(`.${one}`));
}

/** Whether a host, in lower case, is that of a market place or below it. */
export function isMarket(host: string): boolean {
  return MARKETS.some((one) => host === one || host.endsWith(`.${one}`));
}

/** Whether an e-mail domain is a provider's rather than the company's own. */
export function isFreeMail(domain: string): boolean {
  return FREE_MAIL.has(domain.toLowerCase());
}
