import { isLanguage, type ProseLanguage } from './notebook';

const OPENING = /^( {0,3})(`{3,}|~{3,})([ \t]*)([^\r\n]*)/;
/** `<!-- lang:zh-CN -->` on a line of its own: the prose that follows is in that language, up to the next marker or cell. */
const MARKER = /^<!--\s*lang:\s*(\*|[\w-]{1,10})\s*-->\s*$/;

/** Fences with these words are cells, and so is every fence that has a name. */
export const CELL_WORDS = ['analysis', 'frame', 'sql', 'js', 'chart', 'input'] as const;

export interface CellPiece {
  readonly type: 'cell';
  readonly source: string;
  /** Lines before it. */
  readonly line: number;
  /** The words behind the fence: `analysis name=pareto`. */
  readonly info: string;
  readonly body: string;
}

export type Piece =
  | { readonly type: 'prose'; readonly source: string; readonly line: number; readonly language: ProseLanguage }
  | { readonly type: 'marker'; readonly source: string; readonly line: number }
  | CellPiece;

/** The text in lines, each with its line end. */
export function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Prose, markers and cells of a text without its front matter. Their sources in order are the text. */
export function piecesOf(lines: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let language: ProseLanguage = '*';
  let start = 0;
  const flush = (end: number): void => {
    if (end > start) pieces.push({ type: 'prose', source: lines.slice(start, end).join(''), line: start, language });
  };
  for (let i = 0; i < lines.length;) {
    const line = lines[i] ?? '';
    const fence = openingOf(line);
    const marker = fence ? null : MARKER.exec(line);
    const end = fence ? endOfFence(lines, i, fence.fence) : i + 1;
    const cell = fence && isCell(fence.info) ? fence : undefined;
    if (cell || marker) {
      flush(i);
      start = end;
      language = marker ? languageOf(marker[1] ?? '') : '*';
      if (cell) pieces.push(cellPiece(lines, i, end, cell));
      else pieces.push({ type: 'marker', source: line, line: i });
    }
    i = end;
  }
  flush(lines.length);
  return pieces;
}

/** The parts of a line that opens a fence: together they are the line without its end. */
export interface Opening {
  readonly indent: string;
  readonly fence: string;
  readonly gap: string;
  readonly info: string;
}

export function openingOf(line: string): Opening | undefined {
  const match = OPENING.exec(line);
  if (!match) return undefined;
  const [, indent = '', fence = '', gap = '', info = ''] = match;
  return { indent, fence, gap, info };
}

function cellPiece(lines: readonly string[], start: number, end: number, { fence, info }: Opening): CellPiece {
  const closed = end - 1 > start && isClosing(lines[end - 1] ?? '', fence);
  return {
    type: 'cell',
    source: lines.slice(start, end).join(''),
    line: start,
    info,
    body: lines.slice(start + 1, closed ? end - 1 : end).join(''),
  };
}

function isCell(info: string): boolean {
  const [word = '', ...rest] = info.trim().split(/\s+/);
  const isOurs = (CELL_WORDS as readonly string[]).includes(word);
  return isOurs || rest.some((attribute) => attribute.startsWith('name='));
}

function languageOf(name: string): ProseLanguage {
  return name === '*' || isLanguage(name) ? name : 'other';
}

/** The position after the closing fence; the end of the text when there is none. */
function endOfFence(lines: readonly string[], start: number, fence: string): number {
  for (let i = start + 1; i < lines.length; i++) if (isClosing(lines[i] ?? '', fence)) return i + 1;
  return lines.length;
}

/** Whether a line ends what a fence has opened. */
export function isClosing(line: string, fence: string): boolean {
  const trimmed = line.trim();
  return trimmed.length >= fence.length && trimmed === fence.charAt(0).repeat(trimmed.length);
}

/** The fence that is still open at the end of the text; undefined where all are closed. */
export function openFence(lines: readonly string[]): string | undefined {
  for (let i = 0; i < lines.length;) {
    const fence = openingOf(lines[i] ?? '')?.fence;
    if (fence === undefined) {
      i++;
      continue;
    }
    const end = endOfFence(lines, i, fence);
    if (end === lines.length && (end - 1 === i || !isClosing(lines[end - 1] ?? '', fence))) return fence;
    i = end;
  }
  return undefined;
}
