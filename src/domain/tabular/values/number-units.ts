/** Powers of ten by the word that stands behind a number. */
const UNITS: ReadonlyMap<string, number> = new Map(
  [
    [1, '十'],
    [2, '百'],
    [3, '千 仟 k tsd tsd.'],
    [4, '万 萬'],
    [5, '十万 十萬'],
    [6, '百万 百萬 mio mio. mn mln'],
    [7, '千万 千萬'],
    [8, '亿 億'],
    [9, '十亿 十億 bn mrd mrd.'],
    [10, '百亿 百億'],
    [11, '千亿 千億'],
  ].flatMap(([power, words]) =>
    String(words)
      .split(' ')
      .map((word): [string, number] => [word, Number(power)]),
  ),
);

/** Letters that are a unit beside a currency only: T€ is thousands, 3 t is a weight. */
const LETTERS: ReadonlyMap<string, number> = new Map([
  ['t', 3],
  ['m', 6],
]);

/** @returns the power of ten; undefined when the word is no unit. @example unitOfWord('万') // 4 */
export function unitOfWord(word: string, besideCurrency: boolean): number | undefined {
  return UNITS.get(word) ?? (besideCurrency ? LETTERS.get(word) : undefined);
}

const HAN_UNIT = '([十百千]?[万萬亿億]|[千仟])';
const COUNTED =
  '(?:元|円|圆|圓|人民[币幣]|美元|美金|港[元币幣]|[欧歐]元|日[元圓]|[台臺][币幣]|新[台臺]|RMB|CNY|件|台|个|個|吨)';
const MONEY = '(?:[€$£¥]|EUR|USD|GBP|CHF|CNY|RMB|JPY|SEK)';
const END = '(?=$|[\\s)\\],;/])';
const START = '(?:^|[\\s([/,])';

const HAN = [
  new RegExp(`${HAN_UNIT}${COUNTED}`),
  new RegExp(`(?:[(\\[【:]|单位|單位)\\s?${HAN_UNIT}\\s?(?:[)\\]】]|$)`),
];
const WESTERN: readonly [RegExp, number][] = [
  [/\bthousands?\b|\btsd\b|\btausend\b|\bmilliers\b|\bmiles de\b/i, 3],
  [/\bmillions?\b|\bmillionen\b|\bmillones\b|\bmio\b|\bmln\b/i, 6],
  [/\bbillions?\b|\bmrd\b|\bmilliarden\b/i, 9],
  [new RegExp(`(?:^|[\\s(])${MONEY}?\\s?['’]?000s?${END}`), 3],
  [new RegExp(`${START}[kKT]\\s?${MONEY}${END}|${START}${MONEY}\\s?[kK]${END}|\\([kK]\\)`), 3],
  [new RegExp(`${START}[mM]\\s?${MONEY}${END}|${START}${MONEY}\\s?(?:[mM]|mm|MM|mn)${END}`), 6],
];

/**
 * The unit that a header states for its column, as a power of ten; 0 when it states none.
 * @example unitOfHeader('金额（万元）') // 4
 * @example unitOfHeader('Umsatz in T€') // 3
 */
export function unitOfHeader(header: string): number {
  const text = header.slice(0, 200).normalize('NFKC');
  for (const pattern of HAN) {
    const word = pattern.exec(text)?.[1];
    if (word !== undefined) return UNITS.get(word) ?? 0;
  }
  return WESTERN.find(([pattern]) => pattern.test(text))?.[1] ?? 0;
}
