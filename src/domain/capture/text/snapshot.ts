import { finish, type Steps } from '@/src/kernel/steps';
import type { Budget } from '../budget';
import { LIMITS } from '../limits';
import { foldWidth } from './fold-width';
import { createAreaTeller, withoutWideAreas, type Area, type AreaTeller } from './page-area';
import { createTreeDom, type TreeDom } from './tree-dom';
import type { Realm } from '../page-dom';

/** A run of text between two breaks of a block: a paragraph, a cell, an item, a line before a `<br>`. */
export interface Line {
  readonly text: string;
  /** Where it begins in the text of the snapshot. */
  readonly at: number;
  /** The nearest block around it. */
  readonly element: Element;
  readonly areas: ReadonlySet<Area>;
  /** 1…6 in a heading, otherwise 0. */
  readonly heading: number;
  /** Not drawn: in a closed tab, an unopened menu, or hidden from readers. */
  readonly hidden: boolean;
  /** Characters of it that are in links. */
  readonly linked: number;
  readonly pieces: readonly Piece[];
}

/** Where a text node's part of a line begins. */
export interface Piece {
  readonly node: Text;
  readonly at: number;
}

/** The text of a page, one line each block, as it was at one moment. */
export interface Snapshot {
  readonly lines: readonly Line[];
  /** The lines joined by \n. */
  readonly text: string;
  /** The same, of the same length, full-width signs as half-width and all dashes as `-`: what patterns look at. */
  readonly flat: string;
}

/** Of a page whose text is not looked at. */
export const emptySnapshot: Snapshot = { lines: [], text: '', flat: '' };

/** Elements that do not break a line. All others do. */
const INLINE = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark nobr q rp rt ruby s samp small
  span strike strong sub sup time tt u var wbr button svg picture source tel`.split(/\s+/),
);
const SKIPPED = new Set(
  `script style noscript template head select textarea canvas video audio object embed map datalist math svg`.split(
    /\s+/,
  ),
);
const HEADING = /^h[1-6]$/;

interface Walk {
  readonly dom: TreeDom;
  readonly areaOf: AreaTeller;
  readonly writer: Writer;
}

/** One open element on the way down. */
interface Frame {
  readonly element: Element;
  readonly isBlock: boolean;
  /** The nearest link around it. */
  readonly link: Element | undefined;
  readonly hidden: boolean;
  readonly isDropped: boolean;
  readonly areas: ReadonlySet<Area>;
  readonly heading: number;
  readonly block: Element;
  next: Node | null;
}

/**
 * Takes down the text, open shadow roots and frames of the same origin included. Changes nothing, forces no layout. What is
 * hidden is marked, not left out: offices stand in closed tabs.
 * Ends early, with what it has, when the budget is spent or the text is longer than LIMITS.textCharacters.
 */
export function takeSnapshot(document: Document, realm: Realm, budget: Budget): Snapshot {
  return finish(snapshotInSteps(document, realm, budget));
}

/** Nodes between two pauses: a few milliseconds. */
const STEP = 1024;

/** What `takeSnapshot` takes, with a pause after each STEP of nodes: others may work in between. */
export function* snapshotInSteps(document: Document, realm: Realm, budget: Budget): Steps<Snapshot> {
  const dom = createTreeDom(realm);
  const walk: Walk = { dom, areaOf: createAreaTeller(dom), writer: createWriter() };
  const { writer } = walk;
  const root = dom.root(document);
  const stack: Frame[] = root ? [openFrame(walk, root, dom.tag(root), undefined)] : [];
  for (let nodes = 1; stack.length > 0; nodes++) {
    if (nodes % STEP === 0) yield;
    const top = stack.at(-1) as Frame;
    const node = top.next;
    if (!node || !budget.spend() || writer.length > LIMITS.textCharacters) {
      if (top.isBlock) writer.end();
      stack.pop();
      continue;
    }
    top.next = dom.nextSibling(node);
    if (dom.isText(node)) {
      if (!top.isDropped) writer.add(node, dom.data(node), top);
    } else if (dom.isElement(node)) enter(walk, node, stack);
  }
  return writer.finish();
}

function enter(walk: Walk, element: Element, stack: Frame[]): void {
  const { dom, writer } = walk;
  const tag = dom.tag(element);
  const top = stack.at(-1) as Frame;
  if (tag === 'br' || tag === 'hr') return writer.end();
  if (SKIPPED.has(tag) || stack.length > LIMITS.elementDepth) return;
  if (!INLINE.has(tag)) writer.end();
  const frame = openFrame(walk, element, tag, top);
  stack.push(frame);
  const inner = tag === 'iframe' || tag === 'frame' ? dom.frameRoot(element) : dom.shadowRoot(element);
  if (inner) stack.push({ ...frame, next: inner });
}

function openFrame({ dom, areaOf }: Walk, element: Element, tag: string, outer: Frame | undefined): Frame {
  const isBlock = !INLINE.has(tag);
  const parent = outer ?? { ...OUTERMOST, block: element };
  const isHidden = parent.hidden || !dom.isShown(element);
  return {
    element,
    isBlock,
    hidden: isHidden,
    // Within a line that is read, hidden words are there to mislead.
    isDropped: parent.isDropped || (!isBlock && isHidden && !parent.hidden),
    link: tag === 'a' ? element : parent.link,
    areas: isBlock ? areaOf(element, tag, parent.areas) : parent.areas,
    heading: headingOf(tag, isBlock, parent.heading),
    block: isBlock ? element : parent.block,
    next: dom.firstChild(element),
  };
}

const OUTERMOST = { hidden: false, isDropped: false, link: undefined, areas: new Set<Area>(), heading: 0 };

function headingOf(tag: string, isBlock: boolean, outer: number): number {
  if (HEADING.test(tag)) return Number(tag[1]);
  return isBlock && tag !== 'div' ? 0 : outer;
}

interface Writer {
  readonly length: number;
  add(node: Text, data: string, frame: Frame): void;
  /** Ends the line, if anything is on it. */
  end(): void;
  finish(): Snapshot;
}

const INVISIBLE = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

function createWriter(): Writer {
  const lines: Line[] = [];
  let at = 0;
  let text = '';
  let linked = 0;
  let pieces: Piece[] = [];
  let first: Frame | undefined;
  let link: Element | undefined;

  const end = (): void => {
    const whole = text.trimEnd();
    if (whole !== '' && first) {
      const { block: element, areas, heading, hidden } = first;
      lines.push({ text: whole, at, element, areas, heading, hidden, linked, pieces });
      at += whole.length + 1;
    }
    text = '';
    linked = 0;
    pieces = [];
    first = undefined;
  };
  return {
    get length() {
      return at + text.length;
    },
    add: (node, data, frame) => {
      const folded = visibleText(data);
      const part = text === '' || text.endsWith(' ') ? folded.trimStart() : folded;
      if (part === '') return;
      // A line that no page writes is cut into several, so that no pattern looks at it whole.
      if (text.length + part.length > LIMITS.lineCharacters && text !== '') end();
      first ??= frame;
      if (link && frame.link && link !== frame.link && runInto(text, part)) text += ' ';
      link = frame.link;
      pieces.push({ node, at: text.length });
      text += part.slice(0, LIMITS.lineCharacters);
      if (frame.link) linked += part.length;
    },
    end,
    finish: () => {
      end();
      const whole = lines.map((line) => line.text).join('\n');
      return { lines: withoutWideAreas(lines), text: whole, flat: foldWidth(whole) };
    },
  };
}

/** Whether words of two links would become one: they are two things, and only the page's style sets them apart. Not page numbers. */
function runInto(before: string, part: string): boolean {
  return /\w$/.test(before) && /^\w/.test(part) && !(/\d$/.test(before) && /^\d/.test(part));
}

/** White space that is not one blank already. */
const UNFOLDED = /[^\S ]\s*| \s+/g;

/** White space folded, invisible characters removed. */
export function visibleText(data: string): string {
  return data.replace(INVISIBLE, '').replace(UNFOLDED, ' ');
}
