import type { Block, Notebook } from './notebook';
import { linesOf, openFence, piecesOf } from './pieces';

/**
 * What is edited and moved as one: a cell with the blank lines behind it, or a passage of prose in all its languages.
 * `block` is the first of its blocks.
 */
export interface Unit {
  readonly kind: 'cell' | 'prose';
  readonly source: string;
  readonly block: number;
}

export interface Units {
  /** The head of the file, and blank lines before the first unit. */
  readonly head: string;
  readonly units: readonly Unit[];
}

/** `head` and the sources of all units, in order, are the file. */
export function unitsOf({ frontMatter, blocks }: Notebook): Units {
  let head = frontMatter.source;
  const units: Unit[] = [];
  for (const [i, block] of blocks.entries()) {
    const last = units.at(-1);
    const joins = last && (last.kind === 'cell' ? isBlank(block) : block.type !== 'cell');
    if (!last && isBlank(block)) head += block.source;
    else if (joins) units[units.length - 1] = { ...last, source: last.source + block.source };
    else units.push({ kind: block.type === 'cell' ? 'cell' : 'prose', source: block.source, block: i });
  }
  return { head, units };
}

function isBlank(block: Block): boolean {
  return block.type === 'prose' && block.source.trim() === '';
}

export function endOfLine(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/**
 * The file of these units in this order; undefined where they cannot stand beside each other without one changing what
 * another is. What stood at the end of the file gets the line end, or the end of its fence, that it lacks.
 */
export function assemble({ head, units }: Units): string | undefined {
  const eol = endOfLine(head + units.map(({ source }) => source).join(''));
  const closed = units.map(({ source }, i) => (i < units.length - 1 ? withEnd(source, eol) : source));
  const parts = closed.map((source, i) => {
    const before = closed[i - 1];
    return before !== undefined && units[i - 1]?.kind === 'prose' && units[i]?.kind === 'prose'
      ? joint(before, source, eol) + source
      : source;
  });
  const body = parts.join('');
  const opening = head === '' || head.endsWith('\n') || body === '' ? head : `${head}${eol}`;
  return isSame(body, closed) ? opening + body : undefined;
}

function withEnd(source: string, eol: string): string {
  const ended = source === '' || source.endsWith('\n') ? source : source + eol;
  const fence = openFence(linesOf(ended));
  return fence === undefined ? ended : ended + fence + eol;
}

/** What keeps two passages apart: a blank line, and the end of the language of the first. */
function joint(before: string, after: string, eol: string): string {
  const last = piecesOf(linesOf(before)).findLast(({ type }) => type !== 'cell');
  const first = piecesOf(linesOf(after))[0];
  const isForeign = last?.type === 'marker' || (last?.type === 'prose' && last.language !== '*');
  const blank = /\n\r?\n$/.test(before) ? '' : eol;
  return isForeign && first?.type === 'prose' ? `${blank}<!-- lang:* -->${eol}` : blank;
}

/** Whether a body holds the same cells, and in each language the same prose, as its parts each by itself. */
function isSame(body: string, parts: readonly string[]): boolean {
  const [whole, apart] = [[body], parts].map((texts) => contentOf(texts));
  return JSON.stringify(whole) === JSON.stringify(apart);
}

function contentOf(texts: readonly string[]): unknown {
  const cells: string[] = [];
  const prose: Record<string, string> = {};
  for (const piece of texts.flatMap((text) => piecesOf(linesOf(text)))) {
    if (piece.type === 'cell') cells.push(piece.source.trimEnd());
    if (piece.type === 'prose')
      prose[piece.language] = (prose[piece.language] ?? '') + piece.source.replaceAll(/\s/g, '');
  }
  return [cells, ['*', 'en', 'zh-CN', 'zh-TW', 'other'].map((language) => prose[language] ?? '')];
}
