import { folded } from './folded';
import { similarity } from './similarity';
import { isPlace, leadingPlaces } from './places';

/**
 * A company's name taken apart for comparing. `core` is what is left without legal form and place, in lower case; `branch`
 * is set for a branch office (分公司, Niederlassung), which is not the company itself.
 */
export interface CompanyName {
  readonly core: string;
  readonly places: readonly string[];
  readonly branch?: string;
}

const LIMIT = 200;

/** Legal forms at the end of a Chinese name, longest first; cut as long as two characters remain. */
const CHINESE_FORMS =
  /(?:集团股份有限公司|股份有限公司|有限责任公司|集团有限公司|有限公司|股份公司|集团公司|总公司|公司|集团|企业|\(有限合伙\)|\(普通合伙\)|有限合伙|合伙企业|个人独资企业|厂|店|商行|经营部|工作室)$/;

const BRANCH = /^(.{2,}?(?:公司|集团))(.{1,12}?)(?:分公司|办事处|分厂|分店)$/;

/** Words of Latin names that say how a company is set up, not which it is. Dots are gone by then. */
const LATIN_FORMS = new Set(
  `ab ag aktiengesellschaft as aps asa bv bvba co company corp corporation cv doo eg ek eirl eood eu ev gbr gesellschaft
  gmbh group gruppe gruppo groupe holding holdings inc incorporated kft kg kgaa kk limited llc llp lp ltd ltda mbh mit nv
  ohg ood oy oyj plc pte pty pvt sa sarl sas sau sca scs se sencrl sl slu snc spa spol spzoo sro srl ug und and et y e
  haftungsbeschrankt haftungsbeschraenkt beschrankter beschraenkter haftung compagnie cie sdn bhd tbk the`.split(/\s+/),
);

/** Dotted forms whose letters would fall apart into words. */
const DOTTED = /\b(?:[a-z]\.\s?){2,6}/g;

const HAS_CHINESE = /[\u3400-\u9fff\u{20000}-\u{2ffff}]/u;

/**
 * Reads a company name in any spelling: full width, traditional, upper case, accents, with or without place and legal form.
 *
 * @returns an empty core for text without a letter.
 * @example readCompanyName('臺灣青禾嶺泵業股份有限公司') // { core: '青禾岭泵业', places: ['台湾'] }
 * @example readCompanyName('Müller & Söhne G.m.b.H.') // { core: 'mueller soehne', places: [] }
 */
export function readCompanyName(text: string): CompanyName {
  const name = folded(text.slice(0, LIMIT)).trim();
  return HAS_CHINESE.test(name) ? readChinese(name.replace(/[\s·.,。，、"'“”]/g, '')) : readLatin(name);
}

function readChinese(name: string): CompanyName {
  const bracketed: string[] = [];
  const unbracketed = name.replace(/[([【]([^)\]】]{1,20})[)\]】]/g, (whole, inside: string) => {
    if (!isPlace(inside)) return whole;
    bracketed.push(...leadingPlaces(`${inside}甲乙`).places);
    return '';
  });
  const branch = BRANCH.exec(unbracketed);
  const whole = branch?.[1] ?? unbracketed;
  const { places, rest } = leadingPlaces(whole);
  // 北京公司 is a company called 北京, not one called 公司 in 北京.
  const isOnlyForm = CHINESE_FORMS.exec(rest)?.[0] === rest;
  return {
    core: withoutForms(isOnlyForm ? whole : rest),
    places: [...new Set([...(isOnlyForm ? [] : places), ...bracketed])],
    ...(branch?.[2] ? { branch: branch[2] } : {}),
  };
}

function withoutForms(name: string): string {
  const shorter = name.replace(CHINESE_FORMS, '');
  return shorter === name || shorter.length < 2 ? name : withoutForms(shorter);
}

function readLatin(name: string): CompanyName {
  const words = name
    .replace(DOTTED, (dotted) => `${dotted.replace(/[.\s]/g, '')} `)
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const own = words.filter((word) => !LATIN_FORMS.has(word));
  const isBranch = words.some((word) => /^(branch|niederlassung|zweigniederlassung|succursale|filiale)$/.test(word));
  return { core: (own.length > 0 ? own : words).join(' '), places: [], ...(isBranch ? { branch: 'branch' } : {}) };
}

/** From here two names are spellings of one. */
export const ALIKE = 0.8;
/** From here they may be: a brand and the same brand with a word more, which a group's companies share too. */
export const NEAR = 0.75;
const ELSEWHERE = 0.6;
const OTHER_WORD = 0.7;
/** Words from here on are spellings of one. */
const SPELLING = 0.6;

/**
 * How much two names say the same, 0 to 1: 1 for the same core, word order aside; at least {@link NEAR} when one begins with
 * the whole of the other; otherwise by letters. Different places or branches keep it below: sisters, not the same.
 */
export function compareCompanyNames(a: CompanyName, b: CompanyName): number {
  if (a.core === '' || b.core === '') return 0;
  const alike = compareCores(a.core, b.core);
  return isElsewhere(a, b) ? Math.min(alike, ELSEWHERE) : alike;
}

function compareCores(a: string, b: string): number {
  const [left, right] = [inOrder(a), inOrder(b)];
  if (left === right) return 1;
  const [shorter = '', longer = ''] = [a, b].sort((x, y) => x.length - y.length);
  const isExtended = longer.startsWith(HAS_CHINESE.test(shorter) ? shorter : `${shorter} `);
  if (isExtended && shorter.length >= 3) return NEAR;
  return Math.min(similarity(left, right), haveOtherWords(a, b) ? OTHER_WORD : 1);
}

/**
 * Whether other names are {@link NEAR} to one, for a long list of them: most are told apart by the letters that both have, and
 * only the others are compared.
 */
export function nearNames(one: CompanyName): (other: CompanyName) => boolean {
  const mayBeNear = sharedLetters(one.core);
  return (other) => mayBeNear(other.core) && compareCompanyNames(one, other) >= NEAR;
}

/** Never false for cores that are near: every letter of the longer one that the other has not costs an edit. */
function sharedLetters(own: string): (core: string) => boolean {
  const held = new Map<string, number>();
  for (const sign of own) held.set(sign, (held.get(sign) ?? 0) + 1);
  const ownLength = Array.from(own).length;
  return (core) => {
    if (core.startsWith(own) || own.startsWith(core)) return true;
    // A letter is at most two units long.
    if (core.length < NEAR * ownLength || core.length * NEAR > 2 * ownLength) return false;
    const left = new Map(held);
    let [shared, length] = [0, 0];
    for (const sign of core) {
      const times = left.get(sign) ?? 0;
      if (times > 0) shared++;
      left.set(sign, times - 1);
      length++;
    }
    return shared >= NEAR * Math.max(length, ownLength);
  };
}

/**
 * Whether each of two Latin names has a word that is no spelling of any of the other's: Northwick Systems, Northwick
 * Logistics. By letters long names with one other word would still be alike.
 */
function haveOtherWords(a: string, b: string): boolean {
  const strange = (words: string[], others: string[]): boolean =>
    words.some((word) => others.every((other) => similarity(word, other) < SPELLING));
  const [left, right] = [a.split(' '), b.split(' ')];
  return strange(left, right) && strange(right, left);
}

function inOrder(core: string): string {
  return core.split(' ').sort().join(' ');
}

function isElsewhere(a: CompanyName, b: CompanyName): boolean {
  if (a.branch !== b.branch) return true;
  return a.places.length > 0 && b.places.length > 0 && !a.places.some((place) => b.places.includes(place));
}
