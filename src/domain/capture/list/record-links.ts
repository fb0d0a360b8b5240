import type { FoundSource, FoundValue } from '../found';
import { LIMITS } from '../limits';
import type { PageDom } from '../page-dom';
import { siteDomain } from '../site-domain';
import { normaliseEmail } from '../../identity/email-address';
import { normalisePhone } from '../../identity/phone-number';
import { decodeXored } from '../email/hidden-email';

const MOST = 30;
const LINK = 0.88;
const SITE = 0.85;
const NOT_OWN =
  /(?:^|\.)(?:facebook|twitter|x|instagram|linkedin|xing|youtube|youtu|tiktok|pinterest|weibo|google|goo|bing|baidu|apple|openstreetmap|amap|wa|t|maps|addtoany|sharethis)\.(?:com|be|me|gl|org|co|de|cn)$/i;

/** Links inside elements, each once: to write, to call, and to a site that is not the page's own. */
export function recordLinks(
  dom: PageDom,
  elements: readonly Element[],
  { url, regions }: { readonly url: string; readonly regions: readonly string[] },
): FoundValue[] {
  return elements
    .flatMap((element) => [
      ...(dom.tag(element) === 'a' ? [element] : []),
      ...dom.select('a[href],[data-cfemail]', element),
    ])
    .slice(0, MOST)
    .flatMap((link) => linkOf(dom, link, url, regions) ?? []);
}

function linkOf(dom: PageDom, link: Element, url: string, regions: readonly string[]): FoundValue | undefined {
  const href = (dom.attribute(link, 'href') ?? '').slice(0, 500).trim();
  const snippet = `${dom.text(link, 120)} ${href}`.trim().slice(0, LIMITS.snippetCharacters);
  const decoded = decodeXored((dom.attribute(link, 'data-cfemail') ?? '').slice(0, 600));
  if (decoded) return valueOf('emails', decoded, { kind: 'decoded', snippet: snippet || decoded }, decoded);
  const [, scheme = '', rest = ''] = /^(mailto|tel):([^?;#]{3,200})/i.exec(href) ?? [];
  const target = plain(rest).trim();
  if (scheme.toLowerCase() === 'mailto')
    return valueOf('emails', target, { kind: 'mailto-link', snippet }, normaliseEmail(target.split(/[,\s]/)[0] ?? ''));
  if (scheme !== '') return valueOf('phones', target, { kind: 'tel-link', snippet }, normalisePhone(target, regions));
  return siteOf(href, url, snippet);
}

function valueOf(
  field: 'emails' | 'phones',
  raw: string,
  source: FoundSource,
  normal: string | undefined,
): FoundValue | undefined {
  return normal === undefined ? undefined : { field, raw, normal, confidence: LINK, sources: [source] };
}

function siteOf(href: string, url: string, snippet: string): FoundValue | undefined {
  if (!/^(?:https?:)?\/\//i.test(href)) return undefined;
  const own = siteDomain(url);
  const domain = siteDomain(href);
  if (domain === undefined || domain === own || NOT_OWN.test(domain)) return undefined;
  return { field: 'website', raw: href, confidence: SITE, sources: [{ kind: 'text', snippet }] };
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign: the text is then meant as it stands.
    return text;
  }
}
