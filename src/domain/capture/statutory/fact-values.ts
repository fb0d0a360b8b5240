import type { FactField } from './fact-labels';

/** The part of a text that is the fact. */
export interface FactValue {
  /** Where it begins in the text, and its length. */
  readonly start: number;
  readonly length: number;
  /** Of a day, in ISO form. */
  readonly normal?: string;
}

type Read = (text: string) => FactValue | undefined;

const READERS: Readonly<Record<FactField, Read>> = {
  legalName: (text) =>
    matched(
      text,
      // A Chinese name has no blanks: behind one stands what to do with it, 复制 or Google搜尋.
      /^[\u4e00-\u9fff][\u4e00-\u9fff()·]{3,40}(?:公司|厂|店|行|部|中心|合作社)(?=\s)|^[^\n|;,。]{2,80}?(?=\s*(?:[|;,。]|\s(?:注销|存续|在业|复制|查看|更多)|$))/,
      (name) => !NO_NAME.test(name),
    ),
  legalRepresentative: (text) =>
    japaneseName(text) ??
    matched(
      text,
      /^(?:[\u4e00-\u9fff]{1,4}(?:·[\u4e00-\u9fff]{1,8})?[\u4e00-\u9fff]{1,3}|[A-Z][A-Za-z'.-]{1,20}(?: [A-Z][A-Za-z'.-]{0,20}){1,3})(?=\s|$|[(,;|>])/,
      (name) => name.length >= 2 && !NO_PERSON.test(name),
    ),
  registeredCapital: (text) => matched(text, /^[^\n|;。]{2,40}?(?=\s{2}|[|;。]|$)/, (capital) => CAPITAL.test(capital)),
  founded: readDay,
  registrationState: (text) => matched(text, STATE),
  industry: (text) => matched(text, /^[^\n|;。:]{2,40}?(?=\s|[|;。]|$)/, (one) => !NOTHING.test(one)),
};

const NOTHING = /^(?:-|—|\/|无|暂无|暂未|未公示|查看|登录|登錄|更多|详情|null)/i;
const NO_NAME = /^(?:-|—|暂无|登录|查看|更多|http)|[:@]|^\d+$/;
const NO_PERSON = /公司|企业|集团|中心|暂|登录|查看|更多|详情|电话|姓名|先生|女士|信息|注册|公示|^(?:Tel|Phone|Email)/;
const CAPITAL =
  /^(?:(?:人民币|人民幣|新台[幣币]|新臺幣|港[币元幣]|美元|RMB|USD|EUR|HKD|NT\$|CNY|€|¥|\$)\s?)?(?:\d[\d,.' ]{0,18}|[零壹贰叁肆伍陆柒捌玖拾佰仟万亿两一二三四五六七八九十百千萬億]{2,12})\s?(?:[亿億]|百?[万萬千百])?\s?(?:[(]?\s?(?:人民币|人民幣|元|圆|圓|美元|美金|欧元|港元|港币|日元|€|EUR|Euro|euros|CHF|USD|RMB|CNY))?/i;
const STATE =
  /^(?:存续|续存|在业|在营|开业|正常|注销|吊销,?未注销|吊销|迁出|迁入|停业|清算|撤销|歇业|核准設立|核准认许|核准認許|解散|廢止|撤銷|停業|仍註冊|已告解散|註銷|aktuell|gelöscht)(?:[(][^)\n]{1,20}[)])?(?:企业)?(?=\s|$|[,;|。])/;

/**
 * The fact in the text beside its label; undefined where there is none: a dash, `登录后查看`, a day that no calendar has.
 * @param label as the page has it: behind 設立日期 years are those of the Republic, `102年05月06日`.
 */
export function readFact(field: FactField, text: string, label = ''): FactValue | undefined {
  return field === 'founded' && /設立/.test(label) ? readRepublicDay(text) : READERS[field](text);
}

const JAPANESE_TITLE = /^(?:代表取締役(?:社長|会長|CEO)?|取締役社長|代表社員)\s{1,3}/;
const JAPANESE_NAME = /^[\u3040-\u30ff\u3400-\u9fff]{1,5}(?: [\u3040-\u30ff\u3400-\u9fff]{1,5})?(?=\s|$|[(,;])/;

/** Behind a title alone: family name and given name stand apart, as in `代表取締役 樋口 隆一`. */
function japaneseName(text: string): FactValue | undefined {
  const start = JAPANESE_TITLE.exec(text)?.[0].length ?? 0;
  const name = start > 0 ? JAPANESE_NAME.exec(text.slice(start))?.[0] : undefined;
  return name === undefined ? undefined : { start, length: name.length };
}

function matched(
  text: string,
  pattern: RegExp,
  isFact: (value: string) => boolean = () => true,
): FactValue | undefined {
  const value = pattern.exec(text)?.[0].trim() ?? '';
  return value !== '' && isFact(value) ? { start: 0, length: value.length } : undefined;
}

const DAY = /^(民國|民国)?\s?(\d{2,4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)\s?日?/;
const EUROPEAN_DAY = /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/;
const ROC_EPOCH = 1911;

/** A whole day only: of a year alone the record would have to invent the rest. */
function readDay(text: string): FactValue | undefined {
  return chineseDay(text) ?? europeanDay(text);
}

function chineseDay(text: string): FactValue | undefined {
  const [whole = '', era, year, month, day] = DAY.exec(text) ?? [];
  const normal = isoDay(Number(year) + (era ? ROC_EPOCH : 0), Number(month), Number(day));
  return normal ? { start: 0, length: whole.trim().length, normal } : undefined;
}

/** A year of three digits at most counts from 1912. */
function readRepublicDay(text: string): FactValue | undefined {
  const day = /^\d{2,3}\s?[-/.年]/.test(text) ? chineseDay(`民國${text}`) : undefined;
  return day ? { ...day, length: day.length - '民國'.length } : readDay(text);
}

function europeanDay(text: string): FactValue | undefined {
  const [whole = '', day, month, year] = EUROPEAN_DAY.exec(text) ?? [];
  const normal = isoDay(Number(year), Number(month), Number(day));
  return normal ? { start: 0, length: whole.length, normal } : undefined;
}

function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  // Of what is no number nothing is equal.
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay && year >= 1500 && year <= 2200 ? date.toISOString().slice(0, 10) : undefined;
}
