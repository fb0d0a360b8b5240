import type { Steps } from '@/src/kernel/steps';
import { LIMITS } from '../limits';
import type { Realm } from '../page-dom';
import { createTreeDom, NODE_KIND, type TreeDom } from '../text/tree-dom';
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
/** The attributes that a reader looks at; what else an element has is not taken. */
const KEPT = new Set(
  `class id href src alt title name content rel lang type value datetime property typeof itemscope itemtype itemprop colspan
  rowspan aria-label aria-disabled onclick data-cfemail data-email data-mail data-user data-name data-domain data-mailbox
  data-enc-email data-eml data-email-encoded data-email-user data-email-domain data-tld data-part1 data-part2 data-part3
  data-href data`.split(/\s+/),
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
  const kind = dom.kind(node);
  // Safe: the kind of a node says which it is.
  if (kind === NODE_KIND.text) addText(taking, dom.data(node as Text));
  else if (kind === NODE_KIND.element) begin(taking, node as Element, top.hidden);
}

function addText(taking: Taking, data: string): void {
  const text = /\S/.test(data) ? data.slice(0, taking.left) : ' ';
  taking.left -= text.length;
  taking.tokens.push(text);
}

function begin(taking: Taking, element: Element, isWithinHidden: boolean): void {
  const { dom, tokens, stack } = taking;
  const tag = dom.tag(element);
  const begun = [tag];
  addAttributes(taking, element, begun);
  tokens.push(begun);
  const first = isMute(tag, begun) ? null : dom.firstChild(element);
  const isFrame = tag === 'iframe' || tag === 'frame';
  const inner = isFrame ? dom.frameRoot(element) : dom.shadowRoot(element);
  // What is within the hidden is hidden as well, and of what is empty there is nothing to hide: neither is asked.
  const isAsked = !isWithinHidden && (first !== null || inner !== null);
  const hidden = isWithinHidden || (isAsked && !dom.isShown(element));
  if (hidden && isAsked) tokens.push(MARK.hidden);
  stack.push({ hidden, next: first });
  if (!inner) return;
  tokens.push(isFrame ? MARK.frame : MARK.shadow);
  stack.push({ hidden, next: inner });
}

/** Programs and styles say nothing of the page. Data do. */
function isMute(tag: string, begun: readonly string[]): boolean {
  return tag === 'style' || (tag === 'script' && !begun.some((text) => /\bjson\b/i.test(text)));
}

/** Adds the names and values of the attributes that are kept, in turn. */
function addAttributes(taking: Taking, element: Element, begun: string[]): void {
  for (const name of taking.dom.attributeNames(element)) {
    if (!KEPT.has(name)) continue;
    const value = taking.dom.attribute(element, name);
    const most = value.startsWith('data:') ? LIMITS.snippetCharacters : LIMITS.addressCharacters;
    begun.push(name, value.slice(0, most));
    taking.left -= name.length + Math.min(value.length, most);
  }
}
