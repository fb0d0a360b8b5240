import type { PageDom } from '../../capture/page-dom';

/** A link of a page: where it leads and what it says. */
export interface SiteLink {
  readonly url: string;
  readonly text: string;
}

const MOST = 1000;
const TEXT_CHARACTERS = 80;

/** The links of a page in its order, each address once; what is no web address is left out. */
export function linksOf(dom: PageDom): SiteLink[] {
  const links = new Map<string, SiteLink>();
  for (const element of dom.select('a[href], area[href]').slice(0, MOST)) {
    const address = dom.resolve(dom.attribute(element, 'href') ?? '');
    if (address === undefined) continue;
    const url = address.split('#', 1)[0] ?? address;
    const text =
      dom.text(element, TEXT_CHARACTERS) || (dom.attribute(element, 'title') ?? '').slice(0, TEXT_CHARACTERS);
    if (!links.has(url)) links.set(url, { url, text });
  }
  return [...links.values()];
}
