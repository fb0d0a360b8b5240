import { createBudget } from '../../capture/budget';
import { readJsonLd } from '../../capture/json-ld';
import { LIMITS } from '../../capture/limits';
import type { PageDom } from '../../capture/page-dom';
import { isNode, valuesAt, type SchemaNode } from '../../capture/schema-node';
import type { SourceKind } from '../../records/evidence';
import { isOnSite } from './site-address';

/** The picture that stands for the company of a page. */
export interface SiteLogo {
  readonly url: string;
  readonly confidence: number;
  readonly kind: SourceKind;
  /** How the page names it. */
  readonly snippet: string;
}

/** How often such a picture is the logo: named so in the page's data; in its header; the icon that a phone shows; that of a tab. */
const IN_DATA = 0.92;
const IN_HEADER = 0.9;
const TOUCH_ICON = 0.86;
const TAB_ICON = 0.7;
const IMAGES = 60;
const WORD = /(?:^|[^a-z])(?:logo|brand)|logo(?:$|[^a-z])/i;
/** Logos that are shown for what they stand for: of partners, certificates, payment. */
const OF_OTHERS = /partner|client|customer|sponsor|certif|payment|footer|iso\d|visa|paypal/i;

/**
 * The logo of the company whose page it is: an address on the same site, of which nothing is fetched. Undefined where the page
 * has none, or has it elsewhere.
 */
export function logoOf(dom: PageDom, page: string): SiteLogo | undefined {
  return [dataLogo, headerLogo, iconLogo].map((read) => read(dom, page)).find((logo) => logo !== undefined);
}

function dataLogo(dom: PageDom, page: string): SiteLogo | undefined {
  const nodes = readJsonLd(
    dom,
    createBudget(() => 0, 1, LIMITS.nodes),
  );
  for (const node of nodes) {
    const own = [node, ...valuesAt(node, 'publisher').filter(isNode)].filter(({ types }) =>
      types.some((type) => /organi[sz]ation|corporation|business/.test(type)),
    );
    for (const written of own.flatMap(logosIn)) {
      const url = onSite(dom, written, page);
      if (url)
        return {
          url,
          confidence: IN_DATA,
          kind: 'json-ld',
          snippet: `"logo": "${written}"`.slice(0, LIMITS.snippetCharacters),
        };
    }
  }
  return undefined;
}

function logosIn(node: SchemaNode): string[] {
  return valuesAt(node, 'logo').flatMap((logo) => {
    if (!isNode(logo)) return [logo.text];
    return ['url', 'contenturl'].flatMap((name) =>
      valuesAt(logo, name).flatMap((one) => (isNode(one) ? [] : [one.text])),
    );
  });
}

/** A picture that is called a logo, by itself or by what it is in, or that leads home from the top of the page. */
function headerLogo(dom: PageDom, page: string): SiteLogo | undefined {
  for (const image of dom.select('img').slice(0, IMAGES)) {
    const link = dom.parent(image);
    const around = [link, link && dom.parent(link)].flatMap((one) => one ?? []);
    const names = [image, ...around]
      .map((one) => `${dom.attribute(one, 'class') ?? ''} ${dom.attribute(one, 'id') ?? ''}`)
      .join(' ');
    const alt = (dom.attribute(image, 'alt') ?? '').slice(0, 120);
    const written = (dom.attribute(image, 'src') ?? '').slice(0, LIMITS.valueCharacters);
    const file = written.slice(written.lastIndexOf('/') + 1);
    if (!WORD.test(`${names} ${alt} ${file}`) || OF_OTHERS.test(`${names} ${alt} ${file}`)) continue;
    const url = onSite(dom, written, page);
    const snippet = `${alt} ${file}`.trim().slice(0, LIMITS.snippetCharacters);
    if (url) return { url, confidence: IN_HEADER, kind: 'text', snippet };
  }
  return undefined;
}

function iconLogo(dom: PageDom, page: string): SiteLogo | undefined {
  const icons = dom
    .select('link[rel~="apple-touch-icon" i], link[rel~="apple-touch-icon-precomposed" i], link[rel~="icon" i]')
    .slice(0, 20);
  const found = icons.flatMap((icon): SiteLogo[] => {
    const written = dom.attribute(icon, 'href') ?? '';
    const rel = dom.attribute(icon, 'rel') ?? '';
    const url = onSite(dom, written, page);
    const confidence = /apple/i.test(rel) ? TOUCH_ICON : TAB_ICON;
    return url
      ? [{ url, confidence, kind: 'page-head', snippet: `${rel} ${written}`.slice(0, LIMITS.snippetCharacters) }]
      : [];
  });
  return found.sort((a, b) => b.confidence - a.confidence)[0];
}

/** A picture that is written into the page has no address. */
function onSite(dom: PageDom, written: string, page: string): string | undefined {
  const url = written === '' ? undefined : dom.resolve(written);
  return url !== undefined && isOnSite(url, page) ? url : undefined;
}
