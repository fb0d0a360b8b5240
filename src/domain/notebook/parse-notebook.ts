import { freeName } from './cell-name';
import { attributesOf, readCell } from './cell';
import { readFrontMatter } from './front-matter';
import type { Block, Cell, CellBlock, Notebook, NotebookFault } from './notebook';
import { linesOf, piecesOf, type CellPiece, type Piece } from './pieces';

/** UTF-16 units, cells. A notebook is written by people; what is larger is something else. */
export const MOST_NOTEBOOK_TEXT = 2 * 1024 * 1024;
export const MOST_CELLS = 500;

/**
 * Reads a notebook. Never fails: what is not understood is kept and listed under `faults` with its line.
 * `writeNotebook(parseNotebook(text)) === text` for every text.
 */
export function parseNotebook(text: string): Notebook {
  if (text.length > MOST_NOTEBOOK_TEXT) return unreadNotebook(text);
  const { frontMatter, faults } = readFrontMatter(text);
  const firstLine = linesOf(frontMatter.source).length + 1;
  const pieces = piecesOf(linesOf(text.slice(frontMatter.source.length)));
  const cells = new CellReader(firstLine, pieces, Object.keys(frontMatter.parameters));
  const blocks = pieces.map((piece): Block => {
    if (piece.type === 'cell') return cells.read(piece);
    const { source } = piece;
    return piece.type === 'marker'
      ? { type: 'marker', source }
      : { type: 'prose', source, text: source.trim(), language: piece.language };
  });
  return { frontMatter, blocks, faults: [...faults, ...cells.faults] };
}

function unreadNotebook(text: string): Notebook {
  return {
    frontMatter: { source: '', title: {}, parameters: {}, roles: [] },
    blocks: [{ type: 'prose', source: text, text: '', language: 'other' }],
    faults: [{ code: 'too-large', line: 1, detail: String(MOST_NOTEBOOK_TEXT) }],
  };
}

/** Reads cells one after another and sees to it that each has a key of its own. */
class CellReader {
  readonly faults: NotebookFault[] = [];
  private readonly seen = new Set<string>();
  private readonly inputs: Set<string>;
  private readonly counts = new Map<string, number>();
  /** Every name that is written anywhere: what is proposed is none of them. */
  private readonly written: Set<string>;
  private readonly firstLine: number;

  constructor(firstLine: number, pieces: readonly Piece[], parameters: readonly string[]) {
    this.firstLine = firstLine;
    this.inputs = new Set(parameters);
    const names = pieces.flatMap((piece) =>
      piece.type === 'cell' ? [attributesOf(piece.info).get('name') ?? ''] : [],
    );
    this.written = new Set([...names, ...parameters]);
  }

  read({ source, info, body, line: before }: CellPiece): CellBlock {
    const line = this.firstLine + before;
    const number = this.count('');
    const { word, heavy, cell, fault } = readCell(info, body);
    const isTooMany = number > MOST_CELLS;
    if (number === MOST_CELLS + 1) this.faults.push({ code: 'too-many-cells', line, detail: String(MOST_CELLS) });
    if (fault && !isTooMany) this.faults.push({ ...fault, line });
    const { name } = cell;
    const isTwice = this.isTaken(cell);
    if (isTwice && !isTooMany)
      this.faults.push({ code: 'name-twice', line, detail: name, proposal: this.proposal(name) });
    const key = this.keyOf(name === '' ? word : name, name === '' || isTwice);
    if (!isTwice) this.seen.add(name);
    return { type: 'cell', source, line, key, word, heavy, body, cell: isTooMany ? { kind: 'kept', name } : cell };
  }

  /** Whether an earlier cell has the name, or, of an input, a parameter. */
  private isTaken({ kind, name }: Cell): boolean {
    return name !== '' && (this.seen.has(name) || (kind === 'input' && this.inputs.has(name)));
  }

  private keyOf(name: string, isNumbered: boolean): string {
    const number = this.count(`#${name}`);
    return isNumbered ? `${name}#${number}` : name;
  }

  private count(of: string): number {
    const count = (this.counts.get(of) ?? 0) + 1;
    this.counts.set(of, count);
    return count;
  }

  private proposal(name: string): string {
    const free = freeName(name, this.written);
    this.written.add(free);
    return free;
  }
}
