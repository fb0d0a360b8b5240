import type { FoundValue, RegionHints } from './found';
import { LIMITS } from './limits';
import type { PageDom } from './page-dom';

const SITE_NAMES = [
  { selector: 'meta[property="og:site_name" i]', confidence: 0.6 },
  { selector: 'meta[name="application-name" i]', confidence: 0.55 },
] as const;
const TITLE_CONFIDENCE = 0.35;
const LEGAL_FORM_BONUS = 0.2;
const DOMAIN_BONUS = 0.25;

/** Words by which a segment of a title is seen to be a company's registered name. */
const LEGAL_FORM =
  /(有限公司|股份公司|集团|集團|株式会社|\b(GmbH|AG|KG|e\.K\.|Ltd\.?|Limited|Inc\.?|LLC|Corp\.?|S\.?A\.?R\.?L\.?|S\.?A\.?S\.?|B\.?V\.?|Pty|PLC|Oy|AB|S\.?p\.?A\.?)(?=$|[\s,.)]))/i;

/** What the head of a page says of whose page it is: names, and the address itself. */
export function readPageHead(dom: PageDom, url: string): FoundValue[] {
  const host = hostOf(url);
  const names = SITE_NAMES.flatMap(({ selector, confidence }) => {
    const content = dom.select(selector).map((meta) => dom.attribute(meta, 'content') ?? '')[0];
    return content ? [nameFrom(content, content, confidence, host)] : [];
  });
  const title = titleOf(dom);
  const segments = title.split(/\s+[-–—|·•»:_]+\s+|[|｜_]|\s*——?\s*/).map((part) => part.trim());
  return [
    ...names,
    ...segments
      .filter((part) => part.length > 1 && part.length <= 80)
      .map((part) => nameFrom(part, title, TITLE_CONFIDENCE, host)),
    ...websiteFrom(url),
  ];
}

export function titleOf(dom: PageDom): string {
  return dom.select('head > title').map((title) => dom.text(title))[0] ?? '';
}

export function hintsOf(dom: PageDom, url: string, countries: readonly string[]): RegionHints {
  const lang = dom.select('html').map((html) => dom.attribute(html, 'lang') ?? '')[0] ?? '';
  return { countries: [...new Set(countries)].slice(0, 5), host: hostOf(url), lang: lang.slice(0, 20) };
}

function nameFrom(raw: string, snippet: string, base: number, host: string): FoundValue {
  const bonus = (LEGAL_FORM.test(raw) ? LEGAL_FORM_BONUS : 0) + (resemblesHost(raw, host) ? DOMAIN_BONUS : 0);
  const source = { kind: 'page-head' as const, snippet: snippet.slice(0, LIMITS.snippetCharacters) };
  return {
    field: 'name',
    raw: raw.slice(0, LIMITS.valueCharacters),
    confidence: Math.min(0.8, base + bonus),
    sources: [source],
  };
}

/** Whether a label of the host is the name's first word, or all of it without blanks: `Blume & Söhne` on blume-soehne.de. */
function resemblesHost(name: string, host: string): boolean {
  const plain = name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss');
  const letters = plain.replace(/[^a-z0-9]/g, '');
  const label =
    host
      .replace(/^www\./, '')
      .split('.')[0]
      ?.replace(/[^a-z0-9]/g, '') ?? '';
  return label.length > 2 && letters.length > 2 && (letters.startsWith(label) || label.startsWith(letters));
}

function websiteFrom(url: string): FoundValue[] {
  try {
    const { origin, protocol } = new URL(url);
    if (!/^https?:$/.test(protocol)) return [];
    const source = { kind: 'page-address' as const, snippet: url.slice(0, LIMITS.snippetCharacters) };
    return [{ field: 'website', raw: `${origin}/`, confidence: 0.85, sources: [source] }];
  } catch {
    // No address to speak of: a page from a file or a test.
    return [];
  }
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    // As above.
    return '';
  }
}
