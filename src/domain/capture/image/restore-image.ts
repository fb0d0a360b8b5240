import type { Steps } from '@/src/kernel/steps';
import type { Realm } from '../page-dom';
import { MARK, type ImageToken, type PageImage } from './page-image';

/** Everything that is needed of a realm to build a document in it. */
export interface ImageRealm extends Realm {
  /** A document that loads and runs nothing, with no element in it. */
  createDocument(): Document;
}

/** A page built up again from its image. */
export interface RestoredPage {
  readonly document: Document;
  /** Tells of the elements what was so in the page: which were drawn, what was in their shadow roots and frames. */
  readonly realm: Realm;
}

interface Building {
  readonly realm: ImageRealm;
  readonly document: Document;
  readonly hidden: WeakSet<object>;
  readonly inner: WeakMap<object, DocumentFragment | Document>;
  /** From the document down to where the next node belongs. */
  readonly open: Node[];
}

/** Tokens between two places to pause at. */
const STRIDE = 2000;

/** Builds a page up again. Names that only a lenient parser makes are left out, the elements of such names called `x`. */
export function* restoreImage({ tokens }: PageImage, realm: ImageRealm): Steps<RestoredPage> {
  const document = realm.createDocument();
  const building: Building = { realm, document, hidden: new WeakSet(), inner: new WeakMap(), open: [document] };
  for (const [i, token] of tokens.entries()) {
    add(building, token);
    if (i % STRIDE === STRIDE - 1) yield;
  }
  return { document, realm: realmOf(building) };
}

function add(building: Building, token: ImageToken): void {
  const { document, open } = building;
  const top = open.at(-1);
  if (top === undefined) return;
  if (typeof token === 'string') top.appendChild(document.createTextNode(token));
  else if (typeof token === 'number') mark(building, token, top);
  else {
    const element = elementOf(document, token);
    top.appendChild(element);
    open.push(element);
  }
}

function mark({ realm, document, hidden, inner, open }: Building, token: number, top: Node): void {
  if (token === MARK.end) open.pop();
  else if (token === MARK.hidden) hidden.add(top);
  else {
    const root = token === MARK.shadow ? document.createDocumentFragment() : realm.createDocument();
    inner.set(top, root);
    open.push(root);
  }
}

function elementOf(document: Document, [tag = 'x', ...attributes]: readonly string[]): Element {
  const element = created(document, tag);
  for (let i = 0; i + 1 < attributes.length; i += 2)
    try {
      element.setAttribute(attributes[i] ?? '', attributes[i + 1] ?? '');
    } catch {
      // No name of an attribute: `<a "href">`.
    }
  return element;
}

function created(document: Document, tag: string): Element {
  try {
    return document.createElement(tag);
  } catch {
    // No name of an element: `<o"p>`.
    return document.createElement('x');
  }
}

function realmOf({ realm, hidden, inner }: Building): Realm {
  const members: PropertyDescriptorMap & ThisType<object> = {
    checkVisibility: {
      value() {
        return !hidden.has(this);
      },
    },
    shadowRoot: {
      get() {
        return inner.get(this) ?? null;
      },
    },
  };
  const frame: PropertyDescriptorMap & ThisType<object> = {
    contentDocument: {
      get() {
        return inner.get(this) ?? null;
      },
    },
  };
  return {
    Document: realm.Document,
    Node: realm.Node,
    CharacterData: realm.CharacterData,
    // Safe: Object.create gives what it was made from, with the members above in front.
    Element: { prototype: Object.create(realm.Element.prototype, members) as Element },
    HTMLIFrameElement: { prototype: Object.create({}, frame) as HTMLIFrameElement },
  };
}
