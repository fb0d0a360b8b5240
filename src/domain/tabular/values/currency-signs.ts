/** Signs that several currencies share. Which is meant is said by the column, the header, or nobody. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'HKD', 'TWD', 'AUD', 'CAD', 'SGD', 'NZD', 'MXN'],
  '¥': ['CNY', 'JPY'],
  元: ['CNY', 'TWD', 'HKD'],
  kr: ['SEK', 'NOK', 'DKK'],
};

const CODES =
  'CNY USD EUR GBP JPY HKD TWD AUD CAD SGD NZD CHF SEK NOK DKK PLN CZK HUF RON TRY BRL MXN INR KRW RUB THB VND IDR MYR PHP ZAR AED SAR ILS';

/** Lower case, without blanks. A value is an ISO 4217 code or a shared sign. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ...CODES.split(' ').map((code): [string, string] => [code.toLowerCase(), code]),
  ...Object.entries({
    '¥ 元 圆 圓 $ kr kr.': '¥ 元 元 元 $ kr kr',
    'rmb cn¥ rmb¥ 人民币 人民幣': 'CNY CNY CNY CNY CNY',
    'us$ 美元 美金': 'USD USD USD',
    '€ euro 欧元 歐元': 'EUR EUR EUR EUR',
    '£ 英镑 英鎊': 'GBP GBP GBP',
    'usdollar poundsterling britishpound renminbi chineseyuan japaneseyen': 'USD GBP GBP CNY CNY JPY',
    'canadiandollar australiandollar hongkongdollar swissfranc': 'CAD AUD HKD CHF',
    '円 日元 日圓 jp¥': 'JPY JPY JPY JPY',
    'hk$ 港币 港幣 港元': 'HKD HKD HKD HKD',
    'nt$ ntd 台币 台幣 新台币 新台幣 新臺幣': 'TWD TWD TWD TWD TWD TWD TWD',
    'au$ a$ ca$ c$ s$ sg$ nz$ mx$ r$': 'AUD AUD CAD CAD SGD SGD NZD MXN BRL',
    'fr. sfr zł kč ft lei ₺ ₹ rs rs. ₩ ₽ ₫ ฿ 韩元': 'CHF CHF PLN CZK HUF RON TRY INR INR INR KRW RUB VND THB KRW',
  }).flatMap(([signs, codes]) => {
    const of = codes.split(' ');
    return signs.split(' ').map((sign, i): [string, string] => [sign, of[i] ?? '']);
  }),
]);

/**
 * The ISO 4217 code that a sign or word stands for; `$`, `¥`, `元` and `kr` stay as they are, several currencies use them.
 * @example currencyOfSign('HK$') // 'HKD'
 */
export function currencyOfSign(sign: string): string | undefined {
  return SIGNS.get(sign.toLowerCase());
}

/** The currency that two signs of one cell name together ($5 USD, ￥5元): undefined when they contradict each other. */
export function commonCurrency(a: string, b: string): string | undefined {
  if (a === b) return a;
  return (SHARED[a] ?? [a]).find((code) => (SHARED[b] ?? [b]).includes(code));
}

/**
 * The currencies that a header names: codes in capitals, signs, and words (`Amount (US$)`, `金额(元)`). ISO codes or shared
 * signs, each once.
 */
export function currenciesOfHeader(header: string): readonly string[] {
  const text = header.slice(0, 200).normalize('NFKC');
  const codes = [...text.matchAll(/(?<![A-Za-z])[KTM]?([A-Z]{3})K?(?![A-Za-z])/g)].map((match) => match[1] ?? '');
  const signs = [...text.matchAll(/(?:[A-Z]{1,3})?[$¥]|[€£₩₹₽円]|(?<=[(/:：万萬千百亿億])[元圆圓]/g)].map(([sign]) =>
    SIGNS.has(sign.toLowerCase()) ? sign : sign.slice(-1),
  );
  const words = HEADER_WORDS.filter((word) => text.includes(word));
  const found = [...codes, ...signs, ...words].flatMap((sign) => SIGNS.get(sign.toLowerCase()) ?? []);
  return [...new Set(found)];
}

const HEADER_WORDS = [...SIGNS.keys()].filter((sign) => /^\p{Script=Han}{2,3}$/u.test(sign));

/** Beside cells that name these, a bare sign means them too: $5 beside US$6. Beside HK$6 it could be either. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  $: ['USD'],
  '¥': ['CNY', 'JPY'],
  元: ['CNY'],
  kr: ['SEK', 'NOK', 'DKK'],
};

/**
 * What each sign of a column stands for: a shared sign becomes the one currency of its kind that the header names, or else
 * the usual one that other cells name. Where nothing speaks, ¥ and 元 are CNY (¥ is JPY beside Japanese text); a bare $ or
 * kr stays as it is: a reader may take it for a currency, a program should not.
 * @param signs all of the column, as {@link currencyOfSign} gives them.
 */
export function signReader(signs: Iterable<string>, header: string): (sign: string) => string {
  const said = new Set(currenciesOfHeader(header));
  if (/[\u3040-\u30FF]/.test(header)) said.add('JPY');
  const found = new Set(signs);
  return (sign) => {
    const shared = SHARED[sign] ?? [];
    const [byHeader, ...others] = shared.filter((code) => said.has(code));
    if (byHeader !== undefined) return others.length === 0 ? byHeader : sign;
    const [beside, ...more] = shared.filter((code) => found.has(code));
    if (more.length > 0) return sign;
    if (beside !== undefined && USUAL[sign]?.includes(beside)) return beside;
    return sign === '¥' || sign === '元' ? 'CNY' : sign;
  };
}

/** The currencies of a column, as {@link signReader} reads them. @returns sorted, each once. */
export function resolveCurrencies(signs: Iterable<string>, header: string): readonly string[] {
  const found = [...signs];
  return [...new Set(found.map(signReader(found, header)))].sort();
}

/** How people who count in a currency usually write numbers and dates. */
export function habitOfCurrency(code: string | undefined): { decimal?: 'point' | 'comma'; order?: 'day' | 'month' } {
  if (!code) return {};
  if (COMMA.includes(code)) return { decimal: 'comma', order: 'day' };
  if (code === 'USD') return { decimal: 'point', order: 'month' };
  return DAY_FIRST.includes(code) ? { decimal: 'point', order: 'day' } : { decimal: 'point' };
}

const COMMA = 'EUR BRL PLN CZK SEK NOK DKK HUF RON TRY RUB IDR VND'.split(' ');
const DAY_FIRST = 'GBP AUD NZD INR SGD HKD CHF MYR THB ZAR AED SAR ILS MXN'.split(' ');
