import type { FoundValue } from '../found';
import { isHost, letters, likeHost } from './host-label';
import type { NameEvidence } from './name-evidence';
import { nameKey } from './name-key';
import { HAN_FORM, LEGAL_FORM } from './name-words';

const LIKE_HOST = 0.62;
const LEGAL_BONUS = 0.15;
const STATED = 0.75;
const TITLED = 0.9;
const VENDOR =
  /(?:designed|developed|powered|created|built|hosted|maintained|website|site|web design|seo|marketing|theme|template)\s?(?:and (?:designed|developed|hosted|maintained)\s)?by[:\s]{1,3}[^\n]{0,4}$|(?:技术支持|技術支持|网站建设|网站制作|網頁設計|网页设计|设计制作|设计|制作|建站|umsetzung|webdesign|realisierung|réalisation)[\s:：by]{0,5}$/i;
const MOST = 4;
/** What is less likely than not is only worth showing when there is nothing better, or with a legal form. */
const SECOND_FROM = 0.5;

interface Ranked {
  readonly evidence: NameEvidence[];
  score: number;
}

/**
 * The evidence put together: one name in all its spellings is one candidate, kinds that agree raise it, likeness to the host
 * and a legal form too; who made the site is left out. Best first, at most four, the others only when more
 * likely than not or registered.
 */
export function rankNames(all: readonly NameEvidence[], label: string): FoundValue[] {
  const candidates = new Map<string, Ranked>();
  for (const one of all) {
    if (isVendor(one)) continue;
    const key = nameKey(one.name) || letters(one.name);
    const held = candidates.get(key) ?? { evidence: [], score: 0 };
    held.evidence.push(one);
    candidates.set(key, held);
  }
  const ranked = [...candidates.values()];
  for (const one of ranked) one.score = scoreOf(one.evidence, label);
  lendToLonger(ranked, label);
  lendToRegistered(ranked);
  lendToStated(ranked, label);
  lendToTitled(ranked);
  return ranked
    .sort((a, b) => b.score - a.score)
    .filter(({ score, evidence }, i) => i === 0 || score >= SECOND_FROM || LEGAL_FORM.test(evidence[0]?.name ?? ''))
    .slice(0, MOST)
    .map((one) => valueOf(one));
}

function scoreOf(evidence: readonly NameEvidence[], label: string): number {
  const byKind = new Map<string, number>();
  for (const { kind, weight } of evidence) byKind.set(kind, Math.max(byKind.get(kind) ?? 0, weight));
  const name = evidence[0]?.name ?? '';
  const like = Math.max(...evidence.map((one) => likeHost(one.name, label)));
  const weights = [
    ...byKind.values(),
    like * LIKE_HOST,
    LEGAL_FORM.test(name) || HAN_FORM.test(name) ? LEGAL_BONUS : 0,
  ];
  const length = name.split(' ').length;
  const tooLong = length > 6 ? 0.6 : length > 4 ? 0.85 : 1;
  return (1 - weights.reduce((none, weight) => none * (1 - weight), 1)) * tooLong;
}

/** A name that stands whole in longer ones is half said by each of them. */
function lendToLonger(ranked: readonly Ranked[], label: string): void {
  const own = ranked.map((one) => one.score);
  const texts = ranked.map(({ evidence }) => ` ${(evidence[0]?.name ?? '').toLowerCase()} `);
  ranked.forEach((one, i) => {
    const name = (texts[i] ?? '').trim();
    if (name.length < 4 || likeHost(name, label) < 0.3) return;
    const around = texts.some((text, j) => j !== i && text.includes(` ${name} `) && (own[j] ?? 0) > 0.2);
    if (around) one.score = 1 - (1 - one.score) * 0.75;
  });
}

/** A short Chinese name agrees with the registered one that it stands in. */
function lendToRegistered(ranked: readonly Ranked[]): void {
  const own = ranked.map((one) => one.score);
  const names = ranked.map(({ evidence }) => evidence[0]?.name ?? '');
  ranked.forEach((one, i) => {
    const name = names[i] ?? '';
    if (!HAN_FORM.test(name)) return;
    const within = names.map((short, j) => (j !== i && isHanPart(short, name) ? (own[j] ?? 0) : 0));
    one.score = 1 - (1 - one.score) * (1 - 0.8 * Math.max(0, ...within));
  });
}

/**
 * A name in another script, or only the first word of it, is what the host spells: of a page whose title is Chinese, the
 * registered name that the title stands in is the company's; so is one that an imprint states and the host begins.
 */
function lendToStated(ranked: readonly Ranked[], label: string): void {
  const spelled = ranked.some(({ evidence }) => evidence.some(({ name }) => likeHost(name, label) === 1));
  if (!spelled) return;
  const titles = ranked.flatMap(({ evidence }) =>
    evidence.flatMap(({ kind, name }) => (kind === 'title' ? [name] : [])),
  );
  for (const one of ranked) {
    const name = one.evidence[0]?.name ?? '';
    const isTitled = HAN_FORM.test(name) && titles.some((title) => title === name || isHanPart(title, name));
    const isStated = one.evidence.some(({ kind }) => kind === 'statutory') && likeHost(name, label) >= 0.75;
    if (isTitled || isStated) one.score = 1 - (1 - one.score) * (1 - (isTitled ? TITLED : STATED));
  }
}

/** Whom both the title and the first heading name by a legal form is whom the page is about, whoever's site it is on. */
function lendToTitled(ranked: readonly Ranked[]): void {
  for (const one of ranked) {
    const kinds = new Set(one.evidence.map(({ kind }) => kind));
    const isRegistered = one.evidence.some(({ kind, name }) => kind === 'heading' && LEGAL_FORM.test(name));
    if (isRegistered && kinds.has('title')) one.score = 1 - (1 - one.score) * (1 - TITLED);
  }
}

function isHanPart(short: string, name: string): boolean {
  return /^[\u4e00-\u9fff]{2,}$/.test(short) && short.length < name.length && name.includes(short);
}

function isVendor({ snippet, name }: NameEvidence): boolean {
  const at = snippet.indexOf(name);
  return at > 0 && VENDOR.test(snippet.slice(Math.max(0, at - 40), at));
}

function valueOf({ evidence, score }: Ranked): FoundValue {
  const spelled = [...evidence].sort((a, b) => spelling(b) - spelling(a))[0] ?? evidence[0];
  const kinds = new Set<string>();
  const sources = [...evidence]
    .sort((a, b) => b.weight - a.weight)
    .filter(({ kind }) => !kinds.has(kind) && kinds.add(kind))
    .slice(0, 4)
    .map(({ source, snippet, at }) => ({ kind: source, snippet, ...(at === undefined ? {} : { at }) }));
  const name = spelled?.name ?? '';
  return {
    field: 'name',
    raw: name,
    confidence: isHost(name) ? Math.min(score, UNSURE) : calibrated(score),
    sources,
  };
}

/** From this score on names were right in 99 of 100 pages, below it in two of three: only the former is ticked beforehand. */
const SURE_SCORE = 0.95;
const UNSURE = 0.8;

function calibrated(score: number): number {
  return score >= SURE_SCORE ? Math.min(0.97, score) : Math.min(score, UNSURE);
}

/** How well a spelling would stand on a card: as the surest evidence has it, rather not in capitals. */
function spelling({ name, weight }: NameEvidence): number {
  const isRegistered = /[\u4e00-\u9fff]/.test(name) && LEGAL_FORM.test(name);
  return (
    weight +
    (/\p{Ll}/u.test(name) || /[\u4e00-\u9fff]/.test(name) ? 0.3 : 0) +
    (/^\p{Ll}/u.test(name) ? -0.3 : 0) +
    (isRegistered ? 0.2 : 0)
  );
}
