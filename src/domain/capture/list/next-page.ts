import type { PageDom } from '../page-dom';

interface PageLink {
  readonly element: Element;
  readonly text: string;
  readonly address: URL;
  readonly isNumbering: boolean;
}

const MOST_LINKS = 3000;
const WORDS =
  /^(?:[\s<>«»‹›→▶⟩-]{0,4})(?:下一页|下一頁|下页|下頁|后一页|後一頁|后页|next(?: ?page)?|weiter|nächste(?: ?seite)?|vor|suivante?|page suivante|siguiente|次へ|次のページ)(?:[\s<>«»‹›→▶⟩:.-]{0,5})$/i;
const ARROW = /^(?:›|»|>|>>|→|▶|⟩|&gt;)$/;
/** Class names of the row of page numbers. */
const NUMBERING =
  /(?:^|[\s_-])(?:pag(?:e|er|es|ing|ination|inator|inate)|pages?nav|pagenavi|wp-pagenavi|seiten(?:navigation)?|blaettern|fenye|yema|pgnav|nav-links|page-numbers|pagelist|page_?list|pagebar|laypage)/i;
const OFF = /(?:^|[\s_-])(?:disabled?|inactive|off|ghost|unavailable)(?:$|[\s_-])/i;
const PAGE_PART =
  /(?:[?&/_-](?:page|p|pg|paged|pn|pageno|pagenum|pageindex|seite|start|offset|from|list|index|curpage|currentpage)[=/_-]?)(\d{1,5})\b|[_-](\d{1,4})\.(?:s?html?|aspx?|php|jsp)$/i;
const NOT_LISTED =
  /(?:^|[\s_-])(?:post|article|slide|carousel|calendar|gallery|month|prev-next-post|story|swiper|slick)/i;

/**
 * The address of the next page of what a page lists: `rel=next`, a link called so, or the number behind the present one. Only
 * on the same host.
 * @returns undefined on the last page, and where nothing says that there is one.
 */
export function nextPage(dom: PageDom, url: string): string | undefined {
  const here = addressOf(url, url);
  if (!here) return undefined;
  const links = linksOf(dom, here);
  return (relNext(dom, here) ?? byWords(links, dom) ?? byArrow(links) ?? byNumber(links, dom, here))?.href;
}

function addressOf(href: string, base: string): URL | undefined {
  try {
    const address = new URL(href, base);
    address.hash = '';
    return /^https?:$/.test(address.protocol) ? address : undefined;
  } catch {
    // No address.
    return undefined;
  }
}

/** Where a link leads to another page of the same host. */
function targetOf(dom: PageDom, link: Element, here: URL): URL | undefined {
  const href = (dom.attribute(link, 'href') ?? '').trim().slice(0, 2000);
  if (href === '' || href.startsWith('#') || /^\s*(?:javascript|mailto|tel):/i.test(href)) return undefined;
  const address = addressOf(href, here.href);
  const bare = (host: string): string => host.replace(/^www\./, '');
  return address && bare(address.host) === bare(here.host) && address.href !== here.href ? address : undefined;
}

function relNext(dom: PageDom, here: URL): URL | undefined {
  for (const link of dom.select('link[rel~="next" i][href],a[rel~="next" i][href]')) {
    const around = namesAround(dom, link);
    if (OFF.test(around) || NOT_LISTED.test(around)) continue;
    const address = targetOf(dom, link, here);
    if (address) return address;
  }
  return undefined;
}

function linksOf(dom: PageDom, here: URL): PageLink[] {
  return dom
    .select('a[href]')
    .slice(0, MOST_LINKS)
    .flatMap((element): PageLink[] => {
      const text = dom.text(element, 40);
      const called =
        text === '' ? (dom.attribute(element, 'title') ?? dom.attribute(element, 'aria-label') ?? '') : text;
      if (called.length > 24 || !(WORDS.test(called) || ARROW.test(called) || /^\d{1,4}$/.test(called))) return [];
      const around = namesAround(dom, element);
      const address =
        OFF.test(around) || dom.attribute(element, 'aria-disabled') === 'true'
          ? undefined
          : targetOf(dom, element, here);
      return address ? [{ element, text: called.trim(), address, isNumbering: NUMBERING.test(around) }] : [];
    });
}

/** Class names and ids of a link and the two blocks around it. */
function namesAround(dom: PageDom, element: Element): string {
  const names: string[] = [];
  for (let at: Element | undefined = element, i = 0; at && i < 3; i++, at = dom.parent(at))
    if (!/^(?:body|html|main)$/.test(dom.tag(at)))
      names.push(dom.attribute(at, 'class') ?? '', dom.attribute(at, 'id') ?? '');
  return names.join(' ').slice(0, 600);
}

/** What is plainly called the next page; a word of wider meaning only beside page numbers or with one in its address. */
function byWords(links: readonly PageLink[], dom: PageDom): URL | undefined {
  const named = links.filter(({ text }) => WORDS.test(text));
  const sure = named.find(
    ({ text, isNumbering, address, element }) =>
      /[页頁]|page|seite|ページ/i.test(text) ||
      isNumbering ||
      PAGE_PART.test(address.href) ||
      hasNumbersBeside(dom, element, links),
  );
  return sure?.address;
}

/** An arrow in the row of page numbers: the single one, since the double one leads to the end. */
function byArrow(links: readonly PageLink[]): URL | undefined {
  const arrows = links.filter(
    ({ text, isNumbering, address }) => ARROW.test(text) && (isNumbering || PAGE_PART.test(address.href)),
  );
  return (arrows.find(({ text }) => /^[›>→▶⟩]$/.test(text)) ?? arrows[0])?.address;
}

function hasNumbersBeside(dom: PageDom, element: Element, links: readonly PageLink[]): boolean {
  const near = new Set([dom.parent(element), dom.parent(dom.parent(element) ?? element)]);
  return links.some(({ element: other, text }) => {
    const parent = dom.parent(other);
    return /^\d+$/.test(text) && (near.has(parent) || near.has(parent && dom.parent(parent)));
  });
}

/** The link whose number follows that of this page, among links that differ in their number alone. */
function byNumber(links: readonly PageLink[], dom: PageDom, here: URL): URL | undefined {
  const numbers = links.filter(
    ({ text, address, isNumbering }) => /^\d+$/.test(text) && (isNumbering || PAGE_PART.test(address.href)),
  );
  if (numbers.length === 0) return undefined;
  const listed = new Set(numbers.map(({ text }) => Number(text)));
  const [whole, query = '', file = ''] = PAGE_PART.exec(here.pathname + here.search) ?? [];
  const written = whole === undefined ? undefined : Number(query || file);
  // The first page often has no number in its address, and is the one without a link.
  const present = written !== undefined && !listed.has(written) ? written : missingIn(listed);
  const next = numbers.find(({ text }) => Number(text) === (present ?? 0) + 1);
  return present !== undefined && next && hasNumbersBeside(dom, next.element, links) ? next.address : undefined;
}

/** The first number that is not among the links: 1 where they begin with 2. */
function missingIn(listed: ReadonlySet<number>): number | undefined {
  for (let i = 1; i <= listed.size + 1; i++) if (!listed.has(i)) return i;
  return undefined;
}
