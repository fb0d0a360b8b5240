import type { PageDom } from '../page-dom';
import type { Snapshot } from '../text/snapshot';

/** A block of a page with text, by the lines it spans. */
export interface Block {
  readonly element: Element;
  readonly parent: Block | undefined;
  readonly children: Block[];
  /** Tag and the classes that blocks of one kind share, without numbers and states. */
  readonly signature: string;
  /** Equal for blocks whose signatures from the root down are. */
  readonly path: number;
  readonly from: number;
  /** Behind the last line. */
  to: number;
}

const DEPTH = 60;
/** Class names that tell one item of a list from the next. */
const STATE =
  /^(?:odd|even|first|last|active|current|selected|alt|featured|highlight(?:ed)?|premium|gold|silver|top|new|hot|open|show|in|wow|clearfix|cf|animated|is-.*|has-.*|js-.*|even-row|odd-row|alternate)$/;
const PLAIN_TAGS = new Set(['tr', 'td', 'th', 'dt', 'dd', 'tbody', 'thead', 'table', 'body', 'html']);

/** The blocks of all lines that are drawn, from the root down. */
export function blocksOf(dom: PageDom, { lines }: Snapshot): Block[] {
  const known = new Map<Element, Block>();
  const signatureOf = createSigner(dom);
  const paths = new Map<string, number>();
  const pathOf = (outer: number, signature: string): number => {
    const path = `${outer}>${signature}`;
    const held = paths.get(path) ?? paths.size + 1;
    paths.set(path, held);
    return held;
  };
  const open = (element: Element, line: number, depth: number): Block => {
    const held = known.get(element);
    if (held) {
      // A block ends where the last of its lines does; those around it too.
      for (let at: Block | undefined = held; at && at.to <= line; at = at.parent) at.to = line + 1;
      return held;
    }
    const outer = depth < DEPTH ? dom.parent(element) : undefined;
    const parent = outer && open(outer, line, depth + 1);
    const signature = signatureOf(element);
    const block: Block = {
      element,
      parent,
      children: [],
      signature,
      path: pathOf(parent?.path ?? 0, signature),
      from: line,
      to: line + 1,
    };
    parent?.children.push(block);
    known.set(element, block);
    return block;
  };
  for (const [i, line] of lines.entries()) if (!line.hidden) open(line.element, i, 0);
  return [...known.values()];
}

/** Tells the signatures of elements; remembers them by their classes, since pages repeat them. */
function createSigner(dom: PageDom): (element: Element) => string {
  const known = new Map<string, string>();
  return (element) => {
    const tag = dom.tag(element);
    if (PLAIN_TAGS.has(tag)) return tag;
    const classes = (dom.attribute(element, 'class') ?? '').slice(0, 200);
    const key = `${tag} ${classes}`;
    const signature = known.get(key) ?? signatureOf(tag, classes);
    known.set(key, signature);
    return signature;
  };
}

function signatureOf(tag: string, classes: string): string {
  const names = classes.split(/\s+/).map((name) => name.replace(/[-_]?\d+/g, ''));
  const kinds = names.filter((name) => name !== '' && !STATE.test(name));
  return [tag, ...[...new Set(kinds)].sort().slice(0, 4)].join('.');
}
