import type { PageDom } from '../page-dom';
import type { Snapshot } from '../text/snapshot';

/** A block of a page with text, by the lines it spans. */
export interface Block {
  readonly element: Element;
  readonly parent: Block | undefined;
  readonly children: Block[];
  /** Tag and the classes that blocks of one kind share, without numbers and states. */
  readonly signature: string;
  /** The signatures from the root down. */
  readonly path: string;
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
  const open = (element: Element, line: number, depth: number): Block => {
    const held = known.get(element);
    if (held) {
      // A block ends where the last of its lines does; those around it too.
      for (let at: Block | undefined = held; at && at.to <= line; at = at.parent) at.to = line + 1;
      return held;
    }
    const outer = depth < DEPTH ? dom.parent(element) : undefined;
    const parent = outer && open(outer, line, depth + 1);
    const signature = signatureOf(dom, element);
    const block: Block = {
      element,
      parent,
      children: [],
      signature,
      path: `${parent?.path ?? ''}>${signature}`,
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

function signatureOf(dom: PageDom, element: Element): string {
  const tag = dom.tag(element);
  if (PLAIN_TAGS.has(tag)) return tag;
  const classes = (dom.attribute(element, 'class') ?? '').slice(0, 200).split(/\s+/);
  const kinds = classes.map((name) => name.replace(/[-_]?\d+/g, '')).filter((name) => name !== '' && !STATE.test(name));
  return [tag, ...[...new Set(kinds)].sort().slice(0, 4)].join('.');
}
