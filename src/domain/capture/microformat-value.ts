import type { PageDom } from './page-dom';

const URL_ATTRIBUTE: Readonly<Record<string, string>> = {
  a: 'href',
  area: 'href',
  link: 'href',
  img: 'src',
  audio: 'src',
  video: 'src',
  source: 'src',
  iframe: 'src',
  object: 'data',
};

/** The value of a property that is an address: the link's, resolved; else what stands there in words. */
export function urlValue(dom: PageDom, element: Element): string {
  const attribute = URL_ATTRIBUTE[dom.tag(element)];
  const given = attribute === undefined ? undefined : dom.attribute(element, attribute);
  if (given === undefined) return wordValue(dom, element);
  return /^(?:mailto|tel|geo):/i.test(given) ? given : (dom.resolve(given) ?? '');
}

/** The value of a property in words: parts marked as the value, a title that spells out, an alternative text, the text. */
export function wordValue(dom: PageDom, element: Element): string {
  const parts = valueParts(dom, element);
  if (parts !== '') return parts;
  const tag = dom.tag(element);
  if (tag === 'abbr' || tag === 'link') return dom.attribute(element, 'title') ?? dom.text(element);
  if (tag === 'data' || tag === 'input') return dom.attribute(element, 'value') ?? dom.text(element);
  if (tag === 'img' || tag === 'area') return dom.attribute(element, 'alt') ?? '';
  const [organisation] = dom.select('.organization-name', element);
  return organisation ? dom.text(organisation) : dom.text(element);
}

/** @source https://microformats.org/wiki/value-class-pattern; parts are joined as they stand. */
function valueParts(dom: PageDom, element: Element): string {
  return dom
    .select('.value,.value-title', element)
    .slice(0, 10)
    .map((part) => {
      const isTitle = /(?:^|\s)value-title(?:\s|$)/.test(dom.attribute(part, 'class') ?? '');
      return isTitle ? (dom.attribute(part, 'title') ?? '') : plainValue(dom, part);
    })
    .join('');
}

function plainValue(dom: PageDom, part: Element): string {
  const tag = dom.tag(part);
  if (tag === 'img' || tag === 'area') return dom.attribute(part, 'alt') ?? '';
  if (tag === 'data') return dom.attribute(part, 'value') ?? dom.text(part);
  return (tag === 'abbr' ? dom.attribute(part, 'title') : undefined) ?? dom.text(part);
}
