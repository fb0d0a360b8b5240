import type { FoundValue, RegionHints } from './found';
import { LIMITS } from './limits';
import type { PageDom } from './page-dom';

/** What the head of a page and its logo say of whose page it is. */
export interface PageHead {
  readonly title: string;
  readonly siteNames: readonly string[];
  readonly appNames: readonly string[];
  readonly authors: readonly string[];
  /** Texts that stand for the picture of a logo. */
  readonly logos: readonly string[];
  readonly lang: string;
}

const LOGO = /logo|brand/i;
const MOST = 3;

export function readPageHead(dom: PageDom): PageHead {
  const meta = (selector: string): string[] =>
    dom
      .select(selector)
      .slice(0, MOST)
      .flatMap((element) => (dom.attribute(element, 'content') ?? '').slice(0, LIMITS.valueCharacters).trim() || []);
  return {
    title: dom.select('head > title').map((title) => dom.text(title))[0] ?? '',
    siteNames: meta('meta[property="og:site_name" i]'),
    appNames: meta('meta[name="application-name" i]'),
    authors: meta('meta[name="author" i], meta[name="copyright" i]'),
    logos: logosOf(dom),
    lang: (dom.select('html').map((html) => dom.attribute(html, 'lang') ?? '')[0] ?? '').slice(0, 20),
  };
}

/** Pictures that are called a logo, by themselves or by what they are in, or that lead home. */
function logosOf(dom: PageDom): string[] {
  const images = dom.select('img[alt]').slice(0, 60);
  return images
    .filter((image) => {
      const link = dom.parent(image);
      const around = [image, link, link && dom.parent(link)].flatMap((one) => one ?? []);
      const names = around.map((one) => `${dom.attribute(one, 'class') ?? ''} ${dom.attribute(one, 'id') ?? ''}`);
      const isHome =
        link !== undefined && /^(?:\/|index\.\w+|https?:\/\/[^/]+\/?)$/.test(dom.attribute(link, 'href') ?? '');
      return (
        isHome ||
        LOGO.test(
          `${names.join(' ')} ${(dom.attribute(image, 'src') ?? '').slice(-80)} ${dom.attribute(image, 'alt') ?? ''}`,
        )
      );
    })
    .flatMap((image) => (dom.attribute(image, 'alt') ?? '').slice(0, 120).trim() || [])
    .slice(0, MOST);
}

/** The site itself, as the page's address has it. */
export function websiteOf(url: string): FoundValue[] {
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

export function hintsOf(head: PageHead, url: string, countries: readonly string[]): RegionHints {
  return { countries: [...new Set(countries)].slice(0, 5), host: hostOf(url), lang: head.lang };
}

export function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    // As above.
    return '';
  }
}
