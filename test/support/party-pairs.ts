import simplifiedCharacters from 'opencc-js/dict/STCharacters';
import { createRandom, type Random as Numbers } from '@/src/app/sample/random';
import type { PartyValues } from '@/src/domain/parties/party-traits';

type Values = Record<string, string[]>;

interface Random {
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  chance(share: number): boolean;
}

function randomOf(seed: number): Random {
  const numbers: Numbers = createRandom(seed);
  return {
    between: numbers.between,
    // Safe: no list here is empty.
    pick: <T>(list: readonly T[]): T => numbers.pick(list as readonly [T, ...T[]]),
    chance: (share) => numbers.next() < share,
  };
}

/** Two records as two sources would give them, and whether they are about the same company or person. */
export interface PartyPair {
  readonly same: boolean;
  readonly how: string;
  readonly a: PartyValues;
  readonly b: PartyValues;
}

const TRADITIONAL = new Map(
  simplifiedCharacters.split('|').map((entry): [string, string] => {
    const [from = '', to = from] = entry.split(' ');
    return [from, to];
  }),
);
const BRAND = '青云启明星瑞丰华恒泰宏达安信博远鼎盛佳禾岭晨曦凯源康宁润泽诚欣义隆兴业东方海川山林松柏'.split('');
const TRADE = '泵业 机械 电子科技 医疗器械 建材 食品 物流 包装材料 精密仪器 纺织 化工 信息技术'.split(' ');
const CITIES = '上海 杭州 宁波 苏州 深圳 广州 青岛 成都 武汉 厦门'.split(' ');
const STREETS = '云麓路 张江路 人民大道 中山北路 科技园南街 兴业路 迎宾大道'.split(' ');
const FORMS = ['有限公司', '股份有限公司', '有限责任公司'];
const ROOTS =
  'Northwick Tarnhill Ashdale Oxbow Wintermoor Lindqvist Calderon Möller Brückner Fairbank Hollins Sørby'.split(' ');
const KINDS = 'Instruments Optik Packaging Logistics Tooling Textiles Foods Systems Werkzeugbau Medical'.split(' ');
const LATIN_FORMS = ['Ltd', 'GmbH', 'Inc', 'AG', 'S.A.', 'LLC'];
const TOWNS = 'Leeds Bremen Lyon Graz Austin Turku'.split(' ');
const SURNAMES = '王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗'.split('');
const GIVEN = '晓岚思成建国丽华志强文静海燕子轩雨桐明哲佳怡俊杰婷婷'.split('');
const FIRST = 'Olivia Thomas Hannah Lukas Marie Jonas Emily Pierre Anneke Robert Sofia Daniel'.split(' ');
const LAST = 'Grant Ashby Keller Moreau Lindgren Baumann Whitfield Okafor Petersen Novak Rossi Haas'.split(' ');
const MODULUS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** `count` pairs, half of them the same; the same seed gives the same pairs. */
export function companyPairs(seed: number, count: number): PartyPair[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, i) => {
    const company = random.chance(0.5) ? chineseCompany(random, i) : latinCompany(random, i);
    if (i % 2 === 0) return pair(true, 'copy', company, companyCopy(random, company));
    const [how, other] = otherCompany(random, company, i);
    return pair(false, how, company, companyCopy(random, other));
  });
}

export function personPairs(seed: number, count: number): PartyPair[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, i) => {
    const person = somebody(random, i);
    if (i % 2 === 0) return pair(true, 'copy', person, personCopy(random, person));
    const [how, other] = somebodyElse(random, person, i);
    return pair(false, how, person, personCopy(random, other));
  });
}

function pair(same: boolean, how: string, a: Values, b: Values): PartyPair {
  return { same, how, a: (field) => a[field] ?? [], b: (field) => b[field] ?? [] };
}

function chineseCompany(random: Random, i: number): Values {
  const brand = `${random.pick(BRAND)}${random.pick(BRAND)}${random.chance(0.4) ? random.pick(BRAND) : ''}`;
  const city = random.pick(CITIES);
  return {
    name: [`${city}${brand}${random.pick(TRADE)}${random.pick(FORMS)}`],
    website: [`https://www.qy${i}-co.com.cn/`],
    phones: [landline(random), landline(random)],
    emails: [`info@qy${i}-co.com.cn`, `sales@qy${i}-co.com.cn`],
    addresses: [`${city}市${random.pick(STREETS)}${random.between(1, 900)}号`],
    registrationIds: [uscc(random)],
  };
}

function latinCompany(random: Random, i: number): Values {
  return {
    name: [
      `${random.pick(ROOTS)} ${random.chance(0.3) ? '& ' : ''}${random.pick(ROOTS)} ${random.pick(KINDS)} ${random.pick(LATIN_FORMS)}`,
    ],
    website: [`https://www.firm-${i}.example.com/`.replace('example.com', 'com')],
    phones: [`+4930${random.between(1_000_000, 9_999_999)}`],
    emails: [`info@firm-${i}.com`],
    addresses: [
      `${random.pick(LAST)} Street ${random.between(1, 300)}, ${random.between(10_000, 99_999)} ${random.pick(TOWNS)}`,
    ],
    registrationIds: [`DE${random.between(100_000_000, 999_999_999)}`],
  };
}

/** The same company as another source has it: things missing, written otherwise, mistyped. */
function companyCopy(random: Random, company: Values): Values {
  const page = random.pick(['', 'about', 'contact?x=1']);
  const site = firstOf(company, 'website').replace(
    'https://www.',
    random.pick(['http://', 'https://shop.', '', 'www.']),
  );
  return {
    name: [rewriteCompany(random, firstOf(company, 'name'))],
    website: sometimes(random, 0.85, [`${site}${page}`]),
    emails: sometimes(random, 0.6, [firstOf(company, 'emails')]),
    phones: sometimes(random, 0.7, [firstOf(company, 'phones')]),
    addresses: sometimes(random, 0.6, company['addresses']),
    registrationIds: sometimes(random, 0.3, company['registrationIds']),
  };
}

function firstOf(values: Values, field: string): string {
  return values[field]?.[0] ?? '';
}

function sometimes(random: Random, share: number, values: string[] = []): string[] {
  return random.chance(share) ? values.filter((value) => value !== '') : [];
}

function rewriteCompany(random: Random, name: string): string {
  let text = name;
  if (random.chance(0.3))
    text = text.replace(
      /(股份有限公司|有限责任公司|有限公司|Ltd|GmbH|Inc|LLC)$/,
      (form) =>
        ({ Ltd: 'Limited', GmbH: 'G.m.b.H.', Inc: 'Incorporated', LLC: '' })[form] ?? random.pick([...FORMS, '公司']),
    );
  if (random.chance(0.2))
    text = text.replace(/^(上海|杭州|宁波|苏州|深圳|广州|青岛|成都|武汉|厦门)(.+?)(股份|有限|公司)/, '$2($1)$3');
  if (random.chance(0.25)) text = traditional(text);
  if (random.chance(0.15)) text = fullWidth(text);
  if (random.chance(0.15)) text = text.toUpperCase();
  if (random.chance(0.12)) text = mistype(random, text);
  return text;
}

/** Somebody else, as like as they come: sisters, branches, neighbours, imitators, strangers. */
function otherCompany(random: Random, company: Values, i: number): [how: string, other: Values] {
  const name = company['name']?.[0] ?? '';
  const stranger = strangerTo(random, name, i + 100_000);
  const { phones = [], addresses = [], website = [], emails = [] } = company;
  return random.pick<() => [string, Values]>([
    () => ['stranger', stranger],
    () => ['neighbour on one switchboard', { ...stranger, phones, addresses }],
    () => ['sister in another city, same site', { ...stranger, name: [elsewhere(random, name)], website, emails: [] }],
    () => [
      'sister in another trade, same site',
      { ...stranger, name: [otherTrade(random, name)], website, emails, phones },
    ],
    () => ['namesake', { ...stranger, name: [name] }],
    () => ['imitator', { ...stranger, name: [mistype(random, name)], phones: [] }],
    () => ['namesake on the same free mail', { ...stranger, name: [name], emails: ['sales@163.com'], website: [] }],
  ])();
}

function strangerTo(random: Random, name: string, i: number): Values {
  for (;;) {
    const other = random.chance(0.5) ? chineseCompany(random, i) : latinCompany(random, i);
    if (other['name']?.[0] !== name) return other;
  }
}

function elsewhere(random: Random, name: string): string {
  const city = CITIES.find((one) => name.startsWith(one));
  if (!city) return `${name} Branch`;
  return name.replace(city, random.pick(CITIES.filter((one) => one !== city)));
}

function otherTrade(random: Random, name: string): string {
  const trade = [...TRADE, ...KINDS].find((one) => name.includes(one)) ?? '';
  const trades = TRADE.includes(trade) ? TRADE : KINDS;
  return name.replace(trade, random.pick(trades.filter((one) => one !== trade && one.length !== trade.length)));
}

function somebody(random: Random, i: number): Values {
  const isChinese = random.chance(0.5);
  const name = isChinese
    ? `${random.pick(SURNAMES)}${random.pick(GIVEN)}${random.chance(0.8) ? random.pick(GIVEN) : ''}`
    : `${random.pick(FIRST)} ${random.pick(LAST)}`;
  return {
    name: [name],
    emails: [`person.${i}@${random.pick(['gmail.com', `firm-${i}.com`, 'qq.com'])}`],
    phones: [
      isChinese ? `+86138${random.between(10_000_000, 99_999_999)}` : `+49151${random.between(10_000_000, 99_999_999)}`,
    ],
    company: [`company-${i % 400}`],
  };
}

function personCopy(random: Random, person: Values): Values {
  const name = rewritePerson(random, firstOf(person, 'name'));
  const email = rewriteMailbox(random, firstOf(person, 'emails'));
  return {
    name: [random.chance(0.06) ? mistype(random, name) : name],
    emails: random.chance(0.8) ? [email] : ['info@firm.com'],
    phones: sometimes(random, 0.75, person['phones']),
    company: sometimes(random, 0.8, person['company']),
  };
}

function rewritePerson(random: Random, name: string): string {
  const [first = '', last = ''] = name.split(' ');
  if (last !== '')
    return random.pick([name, `${last}, ${first}`, `Dr. ${name}`, `${first.slice(0, 1)}. ${last}`, name.toUpperCase()]);
  return random.pick([name, name, `${name}先生`, traditional(name), `${name.slice(0, 1)} ${name.slice(1)}`]);
}

/** With a tag, or without the dots that do not count. */
function rewriteMailbox(random: Random, email: string): string {
  const bare = random.chance(0.2) && email.endsWith('@gmail.com') ? email.replace('person.', 'person') : email;
  return random.chance(0.25) ? bare.replace('@', '+news@') : bare;
}

function traditional(text: string): string {
  return Array.from(text, (char) => TRADITIONAL.get(char) ?? char).join('');
}

function somebodyElse(random: Random, person: Values, i: number): [how: string, other: Values] {
  const stranger = somebody(random, i + 100_000);
  const { name = [], company = [], phones = [] } = person;
  return random.pick<() => [string, Values]>([
    () => ['stranger', stranger],
    () => ['colleague', { ...stranger, company }],
    () => ['namesake', { ...stranger, name }],
    () => ['colleague on one generic mailbox', { ...stranger, company, emails: ['info@firm.com'] }],
    () => [
      'colleague with a handed-on mobile',
      { ...stranger, company, phones, name: [farFrom(random, name[0] ?? '')] },
    ],
  ])();
}

/** A name of the same script with nothing in common. */
function farFrom(random: Random, name: string): string {
  for (;;) {
    const other = somebody(random, 0)['name']?.[0] ?? '';
    if (
      other.includes(' ') === name.includes(' ') &&
      !Array.from(name.replace(' ', ''))
        .slice(0, 3)
        .some((char) => Array.from(other).includes(char))
    )
      return other;
    if (other.includes(' ') && name.includes(' ') && other.split(' ').every((word) => !name.includes(word)))
      return other;
  }
}

function landline(random: Random): string {
  return `+8621${random.between(50_000_000, 69_999_999)}`;
}

function uscc(random: Random): string {
  const body = `91${random.between(110_000, 659_999)}${Array.from({ length: 9 }, () => random.pick(MODULUS.split(''))).join('')}`;
  let sum = 0;
  let weight = 1;
  for (const sign of body) {
    sum += MODULUS.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return `${body}${MODULUS[(31 - (sum % 31)) % 31] ?? ''}`;
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0));
}

/** One letter left out, doubled, exchanged with its neighbour or replaced, never the first. */
function mistype(random: Random, text: string): string {
  const letters = Array.from(text);
  const at = random.between(1, Math.max(1, Math.min(letters.length, 8) - 2));
  const kind = random.between(0, 3);
  if (kind === 0) letters.splice(at, 1);
  else if (kind === 1) letters.splice(at, 0, letters[at] ?? '');
  else if (kind === 2) letters.splice(at, 2, letters[at + 1] ?? '', letters[at] ?? '');
  else letters[at] = random.pick(/[a-z]/i.test(letters[at] ?? '') ? 'aeiorstn'.split('') : BRAND);
  return letters.join('');
}
