import { CELL_WORDS, readCell } from './cell';
import { readFrontMatter } from './front-matter';
import { isLanguage, type Block, type Notebook, type NotebookFault, type ProseLanguage } from './notebook';

const OPENING = /^ {0,3}(`{3,}|~{3,})[ \t]*([^\r\n]*)/;
/** `<!-- lang:zh-CN -->` on a line of its own: the prose that follows is in that language, up to the next marker or cell. */
const MARKER = /^<!--\s*lang:\s*(\*|[\w-]{1,10})\s*-->\s*$/;

/**
 * Reads a notebook. Never fails: what is not understood is kept and listed under `faults` with its line.
 * `writeNotebook(parseNotebook(text)) === text` for every text.
 */
export function parseNotebook(text: string): Notebook {
  const { frontMatter, faults } = readFrontMatter(text);
  const body = text.slice(frontMatter.source.length);
  const firstLine = linesOf(frontMatter.source).length + 1;
  const blocks: Block[] = [];
  const found: NotebookFault[] = [...faults];
  const names = new Set<string>();
  for (const piece of piecesOf(linesOf(body))) {
    const line = firstLine + piece.line;
    if (piece.type !== 'cell') {
      blocks.push(piece.type === 'marker' ? { type: 'marker', source: piece.source } : proseBlock(piece));
      continue;
    }
    const { cell, fault } = readCell(piece.info, piece.body);
    if (fault) found.push({ ...fault, line });
    if (cell.name !== '' && names.has(cell.name)) found.push({ code: 'name-twice', line, detail: cell.name });
    names.add(cell.name);
    blocks.push({ type: 'cell', source: piece.source, line, cell });
  }
  return { frontMatter, blocks, faults: found };
}

type Piece =
  | { readonly type: 'prose'; readonly source: string; readonly line: number; readonly language: ProseLanguage }
  | { readonly type: 'marker'; readonly source: string; readonly line: number }
  | {
      readonly type: 'cell';
      readonly source: string;
      readonly line: number;
      readonly info: string;
      readonly body: string;
    };

function proseBlock({ source, language }: Extract<Piece, { type: 'prose' }>): Block {
  return { type: 'prose', source, text: source.trim(), language };
}

/** The text in lines, each with its line end. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function piecesOf(lines: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let language: ProseLanguage = '*';
  let prose = { source: '', line: 0 };
  const flush = (next: number): void => {
    if (prose.source !== '') pieces.push({ type: 'prose', ...prose, language });
    prose = { source: '', line: next };
  };
  for (let i = 0; i < lines.length;) {
    const line = lines[i] ?? '';
    const fence = OPENING.exec(line);
    const marker = MARKER.exec(line);
    if (fence) {
      const end = endOfFence(lines, i, fence[1] ?? '');
      const source = lines.slice(i, end).join('');
      if (isCell(fence[2] ?? '')) {
        flush(end);
        language = '*';
        pieces.push({
          type: 'cell',
          source,
          line: i,
          info: fence[2] ?? '',
          body: bodyOf(lines, i, end, fence[1] ?? ''),
        });
        prose = { source: '', line: end };
      } else prose.source += source;
      i = end;
    } else if (marker) {
      flush(i + 1);
      language = languageOf(marker[1] ?? '');
      pieces.push({ type: 'marker', source: line, line: i });
      i++;
    } else {
      prose.source += line;
      i++;
    }
  }
  flush(lines.length);
  return pieces;
}

function isCell(info: string): boolean {
  return (CELL_WORDS as readonly string[]).includes(info.trim().split(/\s+/)[0] ?? '');
}

function languageOf(name: string): ProseLanguage {
  return name === '*' || isLanguage(name) ? name : 'other';
}

/** The position after the closing fence; the end of the text when there is none. */
function endOfFence(lines: readonly string[], start: number, fence: string): number {
  for (let i = start + 1; i < lines.length; i++) if (isClosing(lines[i] ?? '', fence)) return i + 1;
  return lines.length;
}

function isClosing(line: string, fence: string): boolean {
  const trimmed = line.trim();
  return trimmed.length >= fence.length && trimmed === fence.charAt(0).repeat(trimmed.length);
}

function bodyOf(lines: readonly string[], start: number, end: number, fence: string): string {
  const closed = isClosing(lines[end - 1] ?? '', fence) && end - 1 > start;
  return lines.slice(start + 1, closed ? end - 1 : end).join('');
}
