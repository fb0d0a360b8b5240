/** A sign or word for a currency before or behind an amount. `$`, `¥` and `元` are of several: see `currencyOf`. */
const CURRENCIES: Readonly<Record<string, string>> = {
  NT$: 'TWD',
  NTD: 'TWD',
  TWD: 'TWD',
  新台币: 'TWD',
  新臺幣: 'TWD',
  新台幣: 'TWD',
  台币: 'TWD',
  台幣: 'TWD',
  HK$: 'HKD',
  HKD: 'HKD',
  港币: 'HKD',
  港幣: 'HKD',
  港元: 'HKD',
  US$: 'USD',
  USD: 'USD',
  美元: 'USD',
  美金: 'USD',
  SG$: 'SGD',
  S$: 'SGD',
  SGD: 'SGD',
  A$: 'AUD',
  AUD: 'AUD',
  C$: 'CAD',
  CAD: 'CAD',
  MOP: 'MOP',
  RMB: 'CNY',
  CNY: 'CNY',
  'CN¥': 'CNY',
  人民币: 'CNY',
  人民幣: 'CNY',
  块钱: 'CNY',
  '€': 'EUR',
  EUR: 'EUR',
  EURO: 'EUR',
  欧元: 'EUR',
  歐元: 'EUR',
  '£': 'GBP',
  GBP: 'GBP',
  英镑: 'GBP',
  英鎊: 'GBP',
  CHF: 'CHF',
  'JP¥': 'JPY',
  JPY: 'JPY',
  日元: 'JPY',
  日圓: 'JPY',
  円: 'JPY',
  KRW: 'KRW',
};

/** What an ambiguous sign may mean, the usual first; the given currency decides where it is one of them. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'TWD', 'HKD', 'SGD', 'AUD', 'CAD', 'MOP'],
  '¥': ['CNY', 'JPY'],
  元: ['CNY', 'TWD', 'HKD', 'MOP'],
  圆: ['CNY', 'TWD'],
  圓: ['TWD', 'CNY', 'HKD'],
};

/** 元 that begins another word: 元旦, 元件, 元素. */
const YUAN = '[元圆圓](?![旦素件年月宵首老帅帥气氣器宇组組])';

const written = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/\$/g, '\\$'))
    .join('|');
const isSign = (word: string): boolean => !/^[A-Z]+$/.test(word);
const NAMED = Object.keys(CURRENCIES);
/** Words that only stand before an amount would be read as part of the text behind it. */
const BEHIND = NAMED.filter((word) => !/[A-Z]+[$¥]/.test(word));

/** The currency before an amount; the text ends where the amount begins. */
export const CURRENCY_BEFORE = new RegExp(`(?<![A-Za-z])(${written(NAMED)}|[$¥])\\s?$`, 'i');
/** The currency behind an amount; the text begins where the amount ends. */
export const CURRENCY_BEHIND = new RegExp(
  `^\\s?((?:${written(BEHIND.filter(isSign))})(?!\\d)|(?:${written(BEHIND.filter((word) => !isSign(word)))})(?![A-Za-z])|\\$(?!\\d)|${YUAN})`,
  'i',
);

/**
 * The ISO code that a sign stands for.
 * @param given the currency of the page or of the user's country, for signs that several have.
 * @example currencyOf('$', 'TWD') // 'TWD'
 */
export function currencyOf(sign: string, given: string | undefined): string | undefined {
  const shared = SHARED[sign];
  if (shared) return given !== undefined && shared.includes(given) ? given : shared[0];
  return CURRENCIES[sign.toUpperCase()] ?? CURRENCIES[sign];
}

/**
 * What an amount is, by the last word before it: `now` what is to be paid, `list` what the maker recommends, `was` what was
 * asked before, `aside` no price of the thing at all: a discount, a deposit, a turnover.
 */
export type PriceRole = 'now' | 'list' | 'was' | 'aside';

/** Words that tell the role; a single 满, 减 or 省 only does directly before the amount. Earlier ones win at one place. */
export const ROLE_WORDS: readonly (readonly [PriceRole, string])[] = [
  ['was', '原\\s?[价價]|[划劃][线線][价價]|吊牌[价價]|日常[价價]|\\b(?:was|before|statt|früher|vorher|bisher)\\b'],
  [
    'list',
    '市[场場][价價]|建[议議](?:零售|售)[价價]|[参參]考[价價]|指[导導][价價]|定[价價]|\\b(?:RRP|UVP|MSRP|list price|Listenpreis)\\b',
  ],
  [
    'now',
    '[现現][价價]|到手[价價]?|券[后後][价價]?|[活促优優特会會售单單报報批拼团團秒零][动動销銷惠员員发發购購杀殺售]?[价價]|[价價]格?|\\b(?:now|sale|only|price|nur|jetzt|Preis|Sonderpreis|Angebotspreis|Aktionspreis)\\b',
  ],
  [
    'aside',
    '[满滿减減省返赠贈券降](?=\\s?[$¥€£]?\\s?$)|立[减減省]|押金|[定订訂]金|[运運][费費]|[邮郵][费費]|保[证證]金|首付|月供|[注註][册冊][资資][本金]|[资資]本[额額]|[营營][业業][额額]|[营營]收|[销銷]售[额額]|[产產]值|融[资資]|投[资資]|市值|利[润潤]|[预預]算|\\b(?:save|saving|off|shipping|delivery|deposit|coupon|discount|Versand|sparen|Rabatt|Pfand|revenue|turnover|capital|Umsatz|Kapital|Stammkapital|investment)\\b',
  ],
];

/** Behind an amount that is no price: 50 元优惠券, 20 € off. */
export const ASIDE_BEHIND =
  /^\s?(?:优惠券|優惠券|代金券|[券減减]|红包|紅包|off\b|sparen\b|gespart\b|rabatt\b|discount\b)/i;

/** What a shop promises besides the price, as it stands. */
export const PROMOTIONS =
  /每?[满滿]\s?\d{1,6}\s?元?\s?(?:立?[减減送返-])\s?\d{1,6}\s?元?|\d{1,2}(?:\.\d)?\s?折|第[二2]件[^\s,，。;；]{1,6}|[买買][一二三\d]{1,2}[送赠贈][一二三\d]{1,2}|限[时時][^\s,，。;；¥$€£\d]{0,6}|包[邮郵]|免[运運]|-?\d{1,2}\s?%\s?(?:off|discount|Rabatt)\b|-\d{1,2}\s?%|\bbuy \d get \d(?: free)?\b/gi;
