import type { RecordId } from '@/src/kernel/ids';
import { createRandom } from '@/src/app/sample/random';
import { company } from '@/src/domain/parties/company.kind';
import { person } from '@/src/domain/parties/person.kind';
import type { Kind } from '@/src/domain/records/kind';
import type { Fields } from '@/src/domain/records/record';

/** A record as the index takes it. */
export interface BenchRecord {
  readonly id: RecordId;
  readonly kind: Kind;
  readonly fields: Fields;
}

type Random = ReturnType<typeof createRandom>;

const CHARACTERS =
  '青云启明星瑞丰华恒泰宏达安信博远鼎盛佳禾岭晨曦凯源康宁润泽诚欣义隆兴业东方海川山林松柏金石玉泉江河湖春秋长永正中大同德福光和平新世纪高科天地人文武成功力';
const CITIES = '上海 杭州 宁波 苏州 深圳 广州 青岛 成都 武汉 厦门 重庆 长沙 西安 无锡 佛山'.split(' ');
const TRADES = '泵业 机械 电子科技 医疗器械 建材 食品 物流 包装材料 精密仪器 纺织 化工 信息技术'.split(' ');
const STREETS = '云麓路 张江路 人民大道 中山北路 科技园南街 兴业路 迎宾大道'.split(' ');
const TITLES = '销售总监 采购经理 总经理 工程师 财务主管'.split(' ');
const LATIN_TITLES = ['Head of Purchasing', 'Plant Manager', 'Sales Director', 'Engineer', 'Buyer'];
const SURNAMES = '王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗单吕'.split('');
const ONSETS = 'b br c ch d dr f fl g gr h j k kl l m n p pr r s sh sk st t th tr v w'.split(' ');
const VOWELS = 'a e i o u ai ea ou'.split(' ');
const CODAS = ['', '', 'n', 'l', 'r', 's', 'm', 'ck', 'nd', 'rt', 'x'];
const TRADES_LATIN = 'Instruments Optics Packaging Logistics Tooling Textiles Foods Systems Medical Pumps'.split(' ');
const FORMS = ['Ltd', 'GmbH', 'Inc', 'AG', 'LLC'];

/** Companies and twice as many people, all invented; half of them Chinese. One seed gives the same records. */
export function benchRecords(seed: number, companies: number): BenchRecord[] {
  const random = createRandom(seed);
  const made = Array.from({ length: companies }, (_, i) => companyOf(random, i));
  const people = Array.from({ length: companies * 2 }, (_, i) => personOf(random, i, companies));
  return [...made, ...people];
}

/** Queries of all sorts about the records: words, beginnings, pinyin, initials, typing errors, numbers, addresses. */
export function benchQueries(seed: number, records: readonly BenchRecord[], count: number): string[] {
  const random = createRandom(seed);
  const sorts = [latinWord, latinTypo, chinesePart, phoneEnd, mailbox, domain, register, twoWords, pinyinText];
  return Array.from({ length: count }, (_, i) => {
    for (;;) {
      const text = sorts[i % sorts.length]?.(random, records[random.between(0, records.length - 1)]) ?? '';
      if (text.length > 1) return text;
    }
  });
}

function invented(random: Random): string {
  const syllable = (): string => `${pick(random, ONSETS)}${pick(random, VOWELS)}${pick(random, CODAS)}`;
  const word = Array.from({ length: random.between(2, 3) }, syllable).join('');
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

function characters(random: Random, count: number): string {
  const all = Array.from(CHARACTERS);
  return Array.from({ length: count }, () => pick(random, all)).join('');
}

function companyOf(random: Random, i: number): BenchRecord {
  const isChinese = i % 2 === 0;
  const root = invented(random);
  const host = `${root.toLowerCase()}-${i}.example`;
  const city = pick(random, CITIES);
  const fields = {
    name: isChinese
      ? `${city}${characters(random, random.between(2, 3))}${pick(random, TRADES)}有限公司`
      : `${root} ${invented(random)} ${pick(random, TRADES_LATIN)} ${pick(random, FORMS)}`,
    website: `https://www.${host}/`,
    phones: { p1: isChinese ? `+8621${55_500_000 + i}` : `+1202${5_550_000 + i}` },
    emails: { e1: `info@${host}`, e2: `sales@${host}` },
    addresses: {
      a1: isChinese
        ? `${city}市${pick(random, STREETS)}${random.between(1, 900)}号`
        : `${random.between(1, 300)} ${invented(random)} Street, ${invented(random)}`,
    },
    registrationIds: { r1: `91310115MA${String(1_000_000 + i * 7)}X` },
  };
  return { id: idOf('c', i), kind: company, fields };
}

function personOf(random: Random, i: number, companies: number): BenchRecord {
  const isChinese = i % 2 === 0;
  const [first, last] = [invented(random), invented(random)];
  const fields = {
    name: isChinese ? `${pick(random, SURNAMES)}${characters(random, random.between(1, 2))}` : `${first} ${last}`,
    title: pick(random, isChinese ? TITLES : LATIN_TITLES),
    company: idOf('c', random.between(0, companies - 1)),
    phones: { p1: isChinese ? `+861380${1_000_000 + i}` : `+1202${5_600_000 + i}` },
    emails: { e1: `${first}.${last}.${i}@mail.example`.toLowerCase() },
  };
  return { id: idOf('p', i), kind: person, fields };
}

function idOf(prefix: string, i: number): RecordId {
  // Safe: this is where the ids of the bench are made.
  return `${prefix}${String(i).padStart(8, '0')}` as RecordId;
}

function pick<T>(random: Random, list: readonly T[]): T {
  // Safe: no list here is empty.
  return random.pick(list as readonly [T, ...T[]]);
}

type Sort = (random: Random, record: BenchRecord | undefined) => string;

const textOf = (record: BenchRecord | undefined, field: string): string => {
  const held = record?.fields[field];
  return typeof held === 'string' ? held : String(Object.values(held ?? {})[0] ?? '');
};
const latinWord: Sort = (random, record) => {
  const word = /^[A-Za-z]{3,}/.exec(textOf(record, 'name'))?.[0] ?? '';
  return word.slice(0, random.between(2, word.length));
};
const latinTypo: Sort = (random, record) => {
  const word = /^[A-Za-z]{6,}/.exec(textOf(record, 'name'))?.[0] ?? '';
  const at = random.between(1, Math.max(1, word.length - 2));
  return `${word.slice(0, at)}${word.slice(at + 1)}`;
};
const chinesePart: Sort = (random, record) => {
  const name = /^\p{sc=Han}+/u.exec(textOf(record, 'name'))?.[0] ?? '';
  const at = random.between(0, Math.max(0, name.length - 3));
  return name.slice(at, at + random.between(2, 4));
};
const phoneEnd: Sort = (random, record) => textOf(record, 'phones').slice(-random.between(4, 8));
const mailbox: Sort = (_, record) => textOf(record, 'emails');
const domain: Sort = (_, record) => textOf(record, 'website').replace(/^https:\/\/www\.|\/$/g, '');
const register: Sort = (random, record) => textOf(record, 'registrationIds').slice(random.between(0, 8));
const twoWords: Sort = (_, record) => /^[A-Za-z]+ [A-Za-z]{1,4}/.exec(textOf(record, 'name'))?.[0] ?? '';
const SYLLABLES = 'shang hai hua yuan qing yun heng tai hong da bo ding sheng kang run ze cheng xing'.split(' ');
const pinyinText: Sort = (random) => {
  const syllables = Array.from({ length: random.between(2, 4) }, () => pick(random, SYLLABLES));
  const isShort = random.between(0, 1) === 0;
  return syllables.map((one) => (isShort ? one.charAt(0) : one)).join(random.between(0, 3) === 0 ? ' ' : '');
};
