import type { PageDom } from './page-dom';

/** The name of a thing that names itself by no class: of its only picture or abbreviation, else all of its text. */
export function impliedName(dom: PageDom, element: Element): string {
  const only = onlyChild(dom, element);
  const inner = only && onlyChild(dom, only);
  const spelled = [element, only, inner].flatMap((one) => (one ? spelledOut(dom, one) : undefined) || []);
  return spelled[0] ?? textWithPictures(dom, element);
}

/** The address of a thing that names none by class: its own as a link, or that of its one link. */
export function impliedUrl(dom: PageDom, element: Element): string | undefined {
  const own = linkOf(dom, element);
  if (own !== undefined) return dom.resolve(own);
  const only = onlyChild(dom, element);
  for (const outer of only ? [element, only] : [element]) {
    const links = childrenOf(dom, outer).filter((child) => linkOf(dom, child) !== undefined);
    const [link] = links;
    if (link && links.length === 1 && !isThing(dom, link)) return dom.resolve(linkOf(dom, link) ?? '');
  }
  return undefined;
}

function spelledOut(dom: PageDom, element: Element): string | undefined {
  const tag = dom.tag(element);
  if (tag === 'img' || tag === 'area') return dom.attribute(element, 'alt');
  return tag === 'abbr' ? dom.attribute(element, 'title') : undefined;
}

/** Text without scripts and styles, the words of pictures behind it. */
function textWithPictures(dom: PageDom, element: Element): string {
  const hidden = dom.select('script,style', element).slice(0, 20);
  const text = hidden.reduce((whole, one) => whole.replace(dom.rawText(one, 2000), ' '), dom.rawText(element, 2000));
  const pictures = dom.select('img[alt]', element).slice(0, 5);
  return [text, ...pictures.map((picture) => dom.attribute(picture, 'alt') ?? '')].join(' ');
}

function childrenOf(dom: PageDom, element: Element): Element[] {
  return dom.select(':scope > *', element).slice(0, 50);
}

function onlyChild(dom: PageDom, element: Element): Element | undefined {
  const [first, second] = childrenOf(dom, element);
  return first && !second && !isThing(dom, first) ? first : undefined;
}

function isThing(dom: PageDom, element: Element): boolean {
  return /(?:^|\s)h-[a-z]/.test(dom.attribute(element, 'class') ?? '');
}

function linkOf(dom: PageDom, element: Element): string | undefined {
  const tag = dom.tag(element);
  return tag === 'a' || tag === 'area' ? dom.attribute(element, 'href') : undefined;
}
