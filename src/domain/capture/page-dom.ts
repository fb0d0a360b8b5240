import { cleanLine } from '@/src/kernel/text';
import { LIMITS } from './limits';

/** The constructors of the page's DOM, as `globalThis` of a content script or a test environment offers them. */
export interface Realm {
  readonly Document: { readonly prototype: Document };
  readonly Element: { readonly prototype: Element };
  readonly Node: { readonly prototype: Node };
  readonly CharacterData: { readonly prototype: CharacterData };
  readonly HTMLIFrameElement?: { readonly prototype: HTMLIFrameElement };
}

/**
 * Read-only access to a document that the page cannot bend. A form with an input named `children`, or an image named
 * `querySelector`, hides the real member of the element or the document; here every member comes from the prototypes.
 */
export interface PageDom {
  readonly document: Document;
  /** Elements in document order; at most LIMITS.nodes. */
  select(selector: string, within?: Element): Element[];
  attribute(element: Element, name: string): string | undefined;
  /** The text content on one line, invisible characters removed. */
  text(element: Element, limit?: number): string;
  /** The text content as it is, for scripts. */
  rawText(element: Element, limit: number): string;
  tag(element: Element): string;
  parent(element: Element): Element | undefined;
  /** An address of the page, made whole by its base; undefined for what cannot be visited. */
  resolve(href: string): string | undefined;
}

/** @param url address of the page, against which its links are read; '' when it has none. */
export function createPageDom(document: Document, realm: Realm, url = ''): PageDom {
  const selectInDocument = realm.Document.prototype.querySelectorAll;
  const selectInElement = realm.Element.prototype.querySelectorAll;
  const getAttribute = realm.Element.prototype.getAttribute;
  const textContent = getterOf<string | null>(realm.Element.prototype, 'textContent');
  const localName = getterOf<string>(realm.Element.prototype, 'localName');
  const parentElement = getterOf<Element | null>(realm.Element.prototype, 'parentElement');
  const rawText = (element: Element, limit: number): string => (textContent.call(element) ?? '').slice(0, limit);
  const select = (selector: string, within?: Element): Element[] => {
    const found = within ? selectInElement.call(within, selector) : selectInDocument.call(document, selector);
    return Array.prototype.slice.call(found, 0, LIMITS.nodes);
  };
  let base: string | undefined;
  const baseOf = (): string => {
    const [given] = select('base[href]');
    return visitable((given && getAttribute.call(given, 'href')) ?? '', url) ?? url;
  };
  return {
    document,
    select,
    attribute: (element, name) => getAttribute.call(element, name) ?? undefined,
    text: (element, limit = LIMITS.valueCharacters) => cleanLine(rawText(element, limit * 8), limit),
    rawText,
    tag: (element) => localName.call(element).toLowerCase(),
    parent: (element) => parentElement.call(element) ?? undefined,
    resolve: (href) => visitable(href.trim(), (base ??= baseOf())),
  };
}

/** An http address; undefined for `javascript:` and whatever else is none. */
function visitable(href: string, base: string): string | undefined {
  try {
    const whole = new URL(href.slice(0, LIMITS.addressCharacters), base || undefined);
    return /^https?:$/.test(whole.protocol) ? whole.href : undefined;
  } catch {
    // No address, or a relative one on a page that has none itself.
    return undefined;
  }
}

/** The getter of a member, wherever in the prototype chain this realm defines it. */
export function getterOf<T>(prototype: object, member: string): (this: object) => T {
  for (let at: object | null = prototype; at; at = Object.getPrototypeOf(at)) {
    const getter = Object.getOwnPropertyDescriptor(at, member)?.get;
    if (getter) return getter;
  }
  throw new Error(`Broken invariant: the DOM has ${member}`);
}
