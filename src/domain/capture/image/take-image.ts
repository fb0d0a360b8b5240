import type { Steps } from '@/src/kernel/steps';
import { LIMITS } from '../limits';
import type { Realm } from '../page-dom';
import { createTreeDom, type TreeDom } from '../text/tree-dom';
import { MARK, type ImageToken, type PageImage } from './page-image';

export interface ImageContext {
  readonly document: Document;
  readonly realm: Realm;
  readonly url: string;
  /** A clock in milliseconds that never goes back. */
  readonly now: () => number;
}

/** One open element on the way down. */
interface Level {
  /** Nothing in it is drawn either. */
  readonly hidden: boolean;
  next: Node | null;
}

interface Taking {
  readonly dom: TreeDom;
  readonly tokens: ImageToken[];
  readonly stack: Level[];
  /** Characters that may still be taken. */
  left: number;
}

/** Nodes between two places to pause at: far less than a millisecond, unless a page is made to be slow. */
const STRIDE = 32;
/** Attributes that no reader looks at, and that are long on many pages. */
const DROPPED = new Set(
  `style srcset sizes d points transform viewbox width height target loading decoding fetchpriority align valign bgcolor border
  cellpadding cellspacing color face size tabindex role nonce integrity crossorigin`.split(/\s+/),
);

/**
 * Takes down a page so that it can be read elsewhere: the script that runs in a page stays small, and the page's own thread is
 * free again at once. Takes at most half of the time that a reading may take. Changes nothing. May be paused at every step;
 * what the page removes meanwhile is missing.
 */
export function* takeImage({ document, realm, url, now }: ImageContext): Steps<PageImage> {
  let started = now();
  let ms = 0;
  const taking: Taking = { dom: createTreeDom(realm), tokens: [], stack: [], left: LIMITS.pageCharacters };
  const root = taking.dom.root(document);
  if (root) begin(taking, root, false);
  let nodes = 0;
  while (taking.stack.length > 0) {
    if (nodes >= LIMITS.textNodes || taking.left <= 0 || ms > LIMITS.budgetMs / 2) break;
    step(taking);
    if (++nodes % STRIDE > 0) continue;
    ms += now() - started;
    yield;
    started = now();
  }
  return { url, tokens: taking.tokens, isPartial: taking.stack.length > 0, ms: ms + now() - started };
}

function step(taking: Taking): void {
  const { dom, stack, tokens } = taking;
  // Safe: only called while an element is open.
  const top = stack.at(-1) as Level;
  const node = top.next;
  if (!node) {
    stack.pop();
    tokens.push(MARK.end);
    return;
  }
  top.next = dom.nextSibling(node);
  if (dom.isText(node)) addText(taking, dom.data(node));
  else if (dom.isElement(node)) begin(taking, node, top.hidden);
}

function addText(taking: Taking, data: string): void {
  const text = /\S/.test(data) ? data.slice(0, taking.left) : ' ';
  taking.left -= text.length;
  taking.tokens.push(text);
}

function begin(taking: Taking, element: Element, isWithinHidden: boolean): void {
  const { dom, tokens, stack } = taking;
  const tag = dom.tag(element);
  const begun = [tag, ...attributesOf(taking, element)];
  tokens.push(begun);
  // Within what is hidden nothing is asked: it is as hidden as what it is in.
  const hidden = isWithinHidden || !dom.isShown(element);
  if (hidden && !isWithinHidden) tokens.push(MARK.hidden);
  stack.push({ hidden, next: isMute(tag, begun) ? null : dom.firstChild(element) });
  const isFrame = tag === 'iframe' || tag === 'frame';
  const inner = isFrame ? dom.frameRoot(element) : dom.shadowRoot(element);
  if (!inner) return;
  tokens.push(isFrame ? MARK.frame : MARK.shadow);
  stack.push({ hidden, next: inner });
}

/** Programs and styles say nothing of the page. Data do. */
function isMute(tag: string, begun: readonly string[]): boolean {
  return tag === 'style' || (tag === 'script' && !begun.some((text) => /\bjson\b/i.test(text)));
}

function attributesOf(taking: Taking, element: Element): string[] {
  const kept: string[] = [];
  for (const name of taking.dom.attributeNames(element)) {
    if (DROPPED.has(name) || (name.startsWith('on') && name !== 'onclick')) continue;
    const value = taking.dom.attribute(element, name);
    const most = value.startsWith('data:') ? LIMITS.snippetCharacters : LIMITS.addressCharacters;
    kept.push(name, value.slice(0, most));
    taking.left -= name.length + Math.min(value.length, most);
  }
  return kept;
}
