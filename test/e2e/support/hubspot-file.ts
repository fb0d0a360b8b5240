/**
 * Files of contacts as HubSpot exports them, of people and companies invented for the tests. The same number is always the
 * same person: 600 companies, every other one Chinese, three or four people each, no two of one company with one name.
 */
export const COMPANIES = 600;

const HEADINGS = [
  'Record ID',
  'First Name',
  'Last Name',
  'Email',
  'Phone Number',
  'Job Title',
  'Company Name',
  'Company Domain Name',
  'City',
  'Contact owner',
  'Lifecycle Stage',
];

/** People 0 to `count` - 1. */
export function hubspotFile(count: number): string {
  return written(Array.from({ length: count }, (_, i) => rowOf(i)));
}

/** The first people once more, as somebody else would have typed them in: another id, another address, no phone number. */
export function plantedFile(count: number): string {
  return written(
    Array.from({ length: count }, (_, i) => ({
      ...rowOf(i),
      'Record ID': String(900_001 + i),
      Email: `private.${i}@mail-${i}.example`,
      'Phone Number': '',
    })),
  );
}

/** The first people with nothing but their name, address and company: what was on file before. */
export function sparseFile(count: number): string {
  return written(
    Array.from({ length: count }, (_, i) => ({ ...rowOf(i), 'Phone Number': '', 'Job Title': '', City: '' })),
  );
}

type Row = Readonly<Record<string, string>>;

function rowOf(i: number): Row {
  const company = i % COMPANIES;
  const isChinese = company % 2 === 0;
  const half = (company - (company % 2)) / 2;
  const [family, given] = isChinese ? [CHINESE_FAMILY, CHINESE_GIVEN] : [FAMILY, GIVEN];
  return {
    'Record ID': String(1001 + i),
    'First Name': pick(given, Math.floor(i / family.length)),
    'Last Name': pick(family, i),
    Email: `person.${i}@firm-${company}.example`,
    'Phone Number': isChinese ? `021-5555 01${twoDigits(half)}` : `+1 202-555-01${twoDigits(half)}`,
    'Job Title': isChinese ? '采购经理' : 'Purchasing Manager',
    'Company Name': isChinese ? chineseCompany(half) : englishCompany(half),
    'Company Domain Name': `firm-${company}.example`,
    City: isChinese ? '上海' : 'Springfield',
    'Contact owner': 'Olivia Grant',
    'Lifecycle Stage': 'customer',
  };
}

const chineseCompany = (i: number): string =>
  `上海${pick(FIRST, i)}${pick(SECOND, Math.floor(i / FIRST.length))}泵业有限公司`;
const englishCompany = (i: number): string => `${pick(PLACE, i)} ${pick(TRADE, Math.floor(i / PLACE.length))} Ltd`;

const pick = (list: readonly string[], i: number): string => list[i % list.length] ?? '';
const twoDigits = (i: number): string => String(i % 100).padStart(2, '0');

function written(rows: readonly Row[]): string {
  const cells = rows.map((row) => HEADINGS.map((heading) => row[heading] ?? ''));
  return [HEADINGS, ...cells].map((line) => `${line.map((cell) => `"${cell}"`).join(',')}\r\n`).join('');
}

const words = (text: string): readonly string[] => text.split(' ');
// Their numbers share no factor with that of the companies: colleagues have different family names.
const CHINESE_FAMILY = words('王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 高 林 罗 郑 梁 谢');
const FAMILY = words(
  'Ashby Keller Moreau Lindgren Baumann Whitfield Okafor Petersen Novak Rossi Haas Adam Boer Castell Dunmore Eriksen Farrow Galvin Hensley Ivers Jarrow Kimball Larkin',
);
const CHINESE_GIVEN = words(
  '晓岚 建国 文涛 雨桐 志强 思远 丽华 海燕 国栋 梓萱 俊杰 静怡 永康 秋月 启明 若水 天宇 佩珊 宏伟 春生 玉兰 子墨 欣然 立新',
);
const GIVEN = words(
  'Hannah Lukas Marie Jonas Emily Pierre Anneke Robert Sofia Daniel Thomas Ingrid Walter Beatrix Colin Deirdre Edmund Frieda Gordon Helga Isaac Judith Kenneth Leonora',
);
const FIRST = words('青 云 海 山 江 明 金 玉 松 竹 华 永 恒 瑞 宏 盛 泰 安 启 德');
const SECOND = words('禾岭 川泽 峰谷 源林 溪石 桥口 湾里 塘渡 陵原 洲帆 坪野 崖光 浦岸 津波 郊月');
const PLACE = words(
  'Northwick Tarnhill Ashdale Oxbow Wintermoor Lindqvist Calderon Fairbank Hollins Brackley Crosswell Dunsford Elmstead Foxcote Grimsay Harrowby Inkpen Kestrel Lowmoor Marbury',
);
const TRADE = words(
  'Pumps Valves Bearings Castings Gears Motors Filters Boilers Cranes Lasers Optics Sensors Textiles Glass Timber',
);
