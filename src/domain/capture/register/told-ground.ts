import { isMarket, isRegister } from '../../identity/public-hosts';
import type { FoundValue } from '../found';
import type { NameEvidence } from '../name/name-evidence';
import { asName, HAN_REGISTERED } from '../name/name-words';
import { nameKey } from '../name/name-key';
import type { PageHead } from '../page-head';
import { snippetAt } from '../text/snippet';
import type { Line, Snapshot } from '../text/snapshot';

/** A page on which a site tells of a company that is not its own: one of a register, or of a market place. */
export interface ToldGround {
  /** A register says who a company is; what of it can be reached stands behind labels. On a market companies speak themselves. */
  readonly isRegister: boolean;
  /** Whether a place of the text is about the site, or bought by somebody. */
  isSite(at: number): boolean;
}

/** Lines about who runs the site and how to reach them. */
const DESK =
  /(?:客服|客户服务|参展咨询|参观咨询|组委会|服务热线|服務專線|服務電話|平台热线|主办单位|主辦單位|意见反馈|举报|舉報)[^\n]{0,12}[:：]|技术支持[^\n]{0,8}[:：]|版权所有|版權所有|©|ICP[备证]|公网安备|service-?telefon|hotline\s?:/i;
/** Lines that somebody paid for. */
const BOUGHT = /^(?:广告|廣告|推广|推廣|赞助|Anzeige)(?![\u4e00-\u9fff]{0,12}(?:公司|中心|部))/;
const BOUGHT_BLOCK = /(?:^|[\s_-])(?:ad|ads|advert|advertisement|promo|promotion|sponsor(?:ed)?)(?:$|[\s_-])/i;

/** What the page of one exhibitor is called on the site of a fair. */
const FAIR_TITLE = /(?:展商|參展廠商)(?:详情|詳情|信息|资料|資料|介绍|介紹)|\bexhibitor (?:details?|profile)\b/i;

/** Undefined on a site of its own. @param host in lower case. */
export function toldGround(host: string, title: string, { lines, flat }: Snapshot): ToldGround | undefined {
  const isOfRegister = isRegister(host);
  if (!isOfRegister && !isMarket(host) && !FAIR_TITLE.test(title)) return undefined;
  const sites = lines.filter((line) => isAboutSite(line, flat));
  return {
    isRegister: isOfRegister,
    isSite: (at) => sites.some((line) => at >= line.at && at < line.at + line.text.length),
  };
}

function isAboutSite({ areas, text, at, element }: Line, flat: string): boolean {
  const own = flat.slice(at, at + text.length);
  return areas.has('footer') || areas.has('nav') || DESK.test(own) || BOUGHT.test(own) || isBought(element);
}

function isBought(element: Element): boolean {
  return BOUGHT_BLOCK.test(element.getAttribute('class') ?? '');
}

/** Of values that belong to nobody in particular those of the company: not of the site; on a register only labelled ones. */
export function companysOwn(values: readonly FoundValue[], ground: ToldGround, snapshot: Snapshot): FoundValue[] {
  const told = values.filter(({ ofOthers, normal }) => !ofOthers && !normal?.startsWith('icp:'));
  if (!ground.isRegister) return told;
  const isLabelled = labelReader(snapshot);
  const end = blockEnd(told);
  return told.flatMap((value): FoundValue[] => {
    const label = LABEL_OF[value.field];
    if (label === undefined) return value.field === 'accounts' || value.field === 'website' ? [] : [value];
    const { at } = value.sources[0] ?? {};
    // A register's own desk, and companies that were looked at before, follow the facts.
    if (at === undefined || at > end + (value.field === 'addresses' ? ADDRESS_BEHIND : 0)) return [];
    if (!isLabelled(at, label)) return [];
    return [
      value.field === 'addresses' ? { ...value, confidence: Math.max(value.confidence, LABELLED_ADDRESS) } : value,
    ];
  });
}

/** Where the facts of a company end: those of others stand far behind them. */
function blockEnd(values: readonly FoundValue[]): number {
  const places = values
    .filter(({ field }) => FACTS.has(field))
    .flatMap(({ sources }) => sources[0]?.at ?? [])
    .toSorted((a, b) => a - b);
  const gap = places.findIndex((at, i) => i > 0 && at - (places[i - 1] ?? at) > FAR);
  return places.at(gap === -1 ? -1 : gap - 1) ?? -1;
}

const FACTS: ReadonlySet<FoundValue['field']> = new Set([
  'registrationIds',
  'legalName',
  'legalRepresentative',
  'registeredCapital',
  'founded',
  'registrationState',
  'industry',
]);
/** Characters. */
const FAR = 800;
/** How far an address may stand behind the last of the other facts: other labels are between. Characters. */
const ADDRESS_BEHIND = 300;

/** Tells whether a label stands before a place, and begins a word or an element: in 客服电话 nothing begins with 电话. */
function labelReader({ flat, lines }: Snapshot): (at: number, label: RegExp) => boolean {
  const starts = new Set(lines.flatMap(({ at, pieces }) => pieces.map((piece) => at + piece.at)));
  return (at, label) => {
    const from = Math.max(0, at - LABEL_REACH);
    const found = label.exec(flat.slice(from, at));
    if (!found) return false;
    const start = from + found.index;
    return start === 0 || starts.has(start) || /[\s·|]/.test(flat[start - 1] ?? '');
  };
}

const LABEL_REACH = 24;
const LABELLED_ADDRESS = 0.92;
const BEHIND = String.raw`(?:\s?:\s{0,2}|\n|\s)(?:\+?86[ -]?)?$`;
const LABELS = {
  phones: String.raw`(?:(?:联系|公司|企业|固定|办公|移动)?电\s{0,4}话|電話|(?:联系)?手机|Telefon|Tel\.?)`,
  emails: String.raw`(?:(?:电子|企业|公司|联系)?邮箱|电子邮件|電子郵件|E-?Mail)`,
  addresses: String.raw`(?:(?:注册|企业|公司|联系|通信|通讯|经营|办公)?地址|住\s{0,4}所|(?:主要)?(?:经营|营业)场所|公司所在地|(?:geschäfts|post)?anschrift)`,
  website: String.raw`(?:(?:企业|公司)?官网|官方网站|(?:企业|公司)?网址|website|internet)`,
} as const;
const before = (label: string): RegExp => new RegExp(label + BEHIND, 'i');
const LABEL_OF: Readonly<Partial<Record<FoundValue['field'], RegExp>>> = {
  phones: before(LABELS.phones),
  emails: before(LABELS.emails),
  addresses: before(LABELS.addresses),
};

const HIDDEN_PHONE = /(?<![\d*-])(?:1\d{2}|0\d{2,3}-?\d{0,4})\*{3,8}\d{0,4}(?![\d*])/g;
const SITE = /(?<![\w./-])(?:https?:\/\/)?(?:[a-z\d-]{1,63}\.){1,4}[a-z]{2,12}(?:\/[\w./-]{0,80})?/gi;
const STATED_SITE = 0.9;
/** It may stand for many: shown, and filed where the user says so. */
const HIDDEN_IN_PART = 0.7;

/** What a register shows of a company beside its facts: its own site, and numbers that are hidden in part. */
export function toldValues(snapshot: Snapshot, { isSite }: ToldGround): FoundValue[] {
  const isLabelled = labelReader(snapshot);
  const found = (field: 'website' | 'phones', pattern: RegExp, confidence: number): FoundValue[] =>
    [...snapshot.flat.matchAll(pattern)].slice(0, MOST_LOOKED_AT).flatMap(({ 0: raw, index: at }): FoundValue[] => {
      if (isSite(at) || !isLabelled(at, before(LABELS[field]))) return [];
      const sources = [{ kind: 'text' as const, snippet: snippetAt(snapshot, at, at + raw.length), at }];
      return [{ field, raw, confidence, sources, ...labelOf(field, raw) }];
    });
  return [...found('website', SITE, STATED_SITE).slice(0, 1), ...found('phones', HIDDEN_PHONE, HIDDEN_IN_PART)];
}

const MOST_LOOKED_AT = 200;

function labelOf(field: 'website' | 'phones', value: string): Pick<FoundValue, 'label'> {
  return field === 'phones' ? { label: /^1\d/.test(value) ? 'mobile' : 'work' } : {};
}

const STATED = 0.95;
const HEADING = 0.85;
const TITLE = 0.7;
const MOST_HEADING = 60;
const SEGMENTS = /\s[-–—|]\s|[_|｜]/;

/**
 * The names of the company that a page of a register is about: as its block of facts states it, as the first heading and the
 * title have it. Without facts the page is about no one company, and nothing is a name.
 * @param facts from the block of facts.
 */
export function toldNames(
  facts: { readonly values: readonly FoundValue[]; readonly names: readonly NameEvidence[] },
  head: PageHead,
  { lines }: Snapshot,
): NameEvidence[] {
  const stated = facts.names.map((one) => ({ ...one, weight: STATED }));
  const isBlock = facts.values.length >= 2;
  const headings = isBlock && stated.length === 0 ? lines.filter((line) => isNameHeading(line, head.title)) : [];
  const known = new Set([...stated.map(({ name }) => name), ...headings.map(({ text }) => text)].map(nameKey));
  const titles = head.title
    .split(SEGMENTS)
    .map((part) => asName(part))
    .filter((part) => known.has(nameKey(part)));
  return [
    ...stated,
    ...headings.map(({ text, at }): NameEvidence => ({
      name: asName(text),
      kind: 'heading',
      weight: HEADING,
      source: 'text',
      snippet: text,
      at,
    })),
    ...titles.map((name): NameEvidence => ({
      name,
      kind: 'title',
      weight: TITLE,
      source: 'page-head',
      snippet: head.title.slice(0, 200),
    })),
  ].filter(({ name }) => name !== '');
}

/** A first heading that the title begins with, or that is a registered name and nothing else. */
function isNameHeading({ heading, text }: Line, title: string): boolean {
  if (heading !== 1 || text.length > MOST_HEADING || /\d|:|：/.test(text)) return false;
  return title.startsWith(text) || (HAN_REGISTERED.exec(text)?.[0] ?? '') === text;
}
