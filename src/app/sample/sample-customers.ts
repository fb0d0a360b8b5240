import type { Day } from '@/src/kernel/calendar';
import type { Random } from './random';
import { SAMPLE_PARTIES } from './sample-parties';

/** A customer of the sample file: how much of the trade is theirs, and from when to when they order. */
export interface SampleCustomer {
  readonly name: string;
  readonly region: string;
  readonly salesperson: string;
  readonly weight: number;
  readonly from: Day;
  readonly to: Day;
}

type Words = readonly [string, ...string[]];

const ZH_CITIES: Words = ['上海', '苏州', '宁波', '广州', '深圳', '成都', '武汉', '青岛', '西安', '厦门'];
const ZH_BRANDS: Words = [
  '青禾岭',
  '远山鹿',
  '白桦屿',
  '星槎',
  '砚田',
  '暮云',
  '拾穗',
  '望舒桥',
  '听涛阁',
  '九渡',
  '栖霞客',
  '松间月',
];
const ZH_TRADES: Words = ['仪器', '泵业', '包装', '纺织', '电子', '食品', '建材', '物流', '医疗器械', '机床'];
const EN_BRANDS: Words = [
  'Northwick',
  'Quillmere',
  'Ashdale',
  'Brackenford',
  'Tarnhill',
  'Fenwold',
  'Larkspur Bay',
  'Oxbow Ridge',
  'Silverbeck',
  'Wintermoor',
];
const EN_TRADES: Words = [
  'Tooling',
  'Foods',
  'Packaging',
  'Instruments',
  'Textiles',
  'Pumps',
  'Medical',
  'Timber',
  'Optics',
  'Logistics',
];
const EN_FORMS: Words = ['Ltd', 'Inc.', 'LLC', 'GmbH'];
const ZH_REGIONS: Words = ['华东', '华南', '华北', '西南', '华中'];
const EN_REGIONS: Words = ['UK & Ireland', 'North America', 'DACH'];
const SALESPEOPLE: Words = ['陈思远', '刘一鸣', '周小雨', 'Emma Hart', 'Jonas Weber'];

const COUNT = 160;

/** Place by size → who stands there: the companies of the sample are among its large customers, one of them silent of late. */
const KNOWN: ReadonlyMap<number, string> = new Map(SAMPLE_PARTIES.map(({ name, place }) => [place, name]));

/**
 * The customers, the largest first. Most were there from the beginning, others joined later; some of every size stopped
 * long ago, a few large ones fell silent in the last weeks.
 */
export function sampleCustomers(random: Random, first: Day, last: Day): SampleCustomer[] {
  const names = new Set<string>();
  const customers = Array.from({ length: COUNT }, (_, i) => {
    const isChinese = i % 5 < 3;
    const from = random.next() < 0.55 ? first : first + random.between(1, last - first - 60);
    return {
      name: newName(random, names, isChinese),
      region: random.pick(isChinese ? ZH_REGIONS : EN_REGIONS),
      salesperson: random.pick(SALESPEOPLE),
      weight: 1 / (i + 2) ** 1.05,
      from,
      to: Math.max(from + 20, lastOrderOf(i, random, last)),
    };
  });
  return withKnown(customers);
}

/** The same customers with the companies of the sample in their places; who had drawn such a name has the one of that place. */
function withKnown(customers: readonly SampleCustomer[]): SampleCustomer[] {
  const names = customers.map(({ name }) => name);
  for (const [place, name] of KNOWN) {
    const drawn = names.indexOf(name);
    if (drawn >= 0) names[drawn] = names[place] ?? name;
    names[place] = name;
  }
  return customers.map((customer, i) => ({ ...customer, name: names[i] ?? customer.name }));
}

function lastOrderOf(rank: number, random: Random, last: Day): Day {
  if (rank === 3 || rank === 8 || rank === 15 || rank === 21) return last - random.between(38, 70);
  if (random.next() < 0.16) return last - random.between(100, 500);
  return last;
}

function newName(random: Random, taken: Set<string>, isChinese: boolean): string {
  for (;;) {
    const name = isChinese
      ? `${random.pick(ZH_CITIES)}${random.pick(ZH_BRANDS)}${random.pick(ZH_TRADES)}有限公司`
      : `${random.pick(EN_BRANDS)} ${random.pick(EN_TRADES)} ${random.pick(EN_FORMS)}`;
    if (!taken.has(name)) {
      taken.add(name);
      return name;
    }
  }
}
