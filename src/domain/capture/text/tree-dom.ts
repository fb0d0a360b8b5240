import type { Realm } from '../page-dom';
import { getterOf } from '../page-dom';

/** Steps through a document that the page cannot bend: every member comes from the prototypes, as in PageDom. */
export interface TreeDom {
  root(document: Document): Element | undefined;
  firstChild(node: Node): Node | null;
  nextSibling(node: Node): Node | null;
  isText(node: Node): node is Text;
  isElement(node: Node): node is Element;
  /** One of `NODE_KIND`, or another number: asked once where many nodes are told apart. */
  kind(node: Node): number;
  data(node: Text): string;
  tag(element: Element): string;
  /** Names of the attributes, in lower case where the page is HTML. */
  attributeNames(element: Element): readonly string[];
  /** '' without. */
  attribute(element: Element, name: string): string;
  /** Class and id, for telling areas; '' without. */
  nameOf(element: Element): string;
  /** Whether an element is drawn at all. Says yes where the browser cannot tell. */
  isShown(element: Element): boolean;
  /** First node of an open shadow root. */
  shadowRoot(element: Element): Node | null;
  /** Root of the document in a frame of the same origin. */
  frameRoot(element: Element): Node | null;
}

/** What `Node.nodeType` says. */
export const NODE_KIND = { element: 1, text: 3 } as const;

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const DRAWN = { visibilityProperty: true };
const NAME_CHARACTERS = 200;

export function createTreeDom(realm: Realm): TreeDom {
  const { Node: node, Element: element, Document: document } = realm;
  const firstChild = getterOf<Node | null>(node.prototype, 'firstChild');
  const nextSibling = getterOf<Node | null>(node.prototype, 'nextSibling');
  const nodeType = getterOf<number>(node.prototype, 'nodeType');
  const data = getterOf<string>(realm.CharacterData.prototype, 'data');
  const localName = getterOf<string>(element.prototype, 'localName');
  const shadowRoot = getterOf<ShadowRoot | null>(element.prototype, 'shadowRoot');
  const documentElement = getterOf<Element | null>(document.prototype, 'documentElement');
  const frame =
    realm.HTMLIFrameElement && getterOf<Document | null>(realm.HTMLIFrameElement.prototype, 'contentDocument');
  const { getAttribute, getAttributeNames, checkVisibility } = element.prototype;
  const attribute = (one: Element, name: string): string => getAttribute.call(one, name) ?? '';
  const isDrawn = (one: Element): boolean => {
    // The browser knows about style sheets; where it does not say, only the element's own attributes do.
    if (typeof checkVisibility === 'function') return checkVisibility.call(one, DRAWN);
    return getAttribute.call(one, 'hidden') === null && !HIDDEN_STYLE.test(attribute(one, 'style').slice(0, 1000));
  };
  return {
    root: (one) => documentElement.call(one) ?? undefined,
    firstChild: (one) => firstChild.call(one),
    nextSibling: (one) => nextSibling.call(one),
    isText: (one): one is Text => nodeType.call(one) === NODE_KIND.text,
    isElement: (one): one is Element => nodeType.call(one) === NODE_KIND.element,
    kind: (one) => nodeType.call(one),
    data: (one) => data.call(one),
    tag: (one) => localName.call(one).toLowerCase(),
    attributeNames: (one) => getAttributeNames.call(one),
    attribute,
    nameOf: (one) => `${attribute(one, 'class')} ${attribute(one, 'id')}`.slice(0, NAME_CHARACTERS).trim(),
    isShown: isDrawn,
    shadowRoot: (one) => {
      const inner = shadowRoot.call(one);
      return inner && firstChild.call(inner);
    },
    frameRoot: (one) => {
      try {
        const inner = frame?.call(one);
        return (inner && documentElement.call(inner)) ?? null;
      } catch {
        // A frame of another origin, or no iframe.
        return null;
      }
    },
  };
}
