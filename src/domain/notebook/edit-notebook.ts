import { err, ok, type Result } from '@/src/kernel/result';
import { attributePlaces, wordOf } from './cell';
import { freeName, nameFault } from './cell-name';
import { readFrontMatter } from './front-matter';
import { graphOf, readersOf } from './graph';
import { cellBlocks, type CellBlock, type Notebook } from './notebook';
import { parseNotebook } from './parse-notebook';
import { isClosing, linesOf, openingOf, piecesOf, type Opening } from './pieces';
import { assemble, endOfLine, unitsOf, type Units } from './units';

/**
 * `no-unit`: there is none at this place. `not-a-cell`: prose has no name and is not duplicated. `bad-name`, `name-used`.
 * `not-possible`: the text would not hold the same cells and prose afterwards. The text is then as it was.
 */
export interface EditError {
  readonly code: 'no-unit' | 'not-a-cell' | 'bad-name' | 'name-used' | 'not-possible';
}

export type Edited = Result<string, EditError>;

/** @example cellSource('sql name=top', 'select 1') // '```sql name=top\nselect 1\n```\n' */
export function cellSource(info: string, body: string): string {
  return fenced({ indent: '', fence: '```', gap: '', info }, body, '\n');
}

/** Puts a cell (of `cellSource`) or prose before the unit at a place; at the end where `at` is the number of units. */
export function insertUnit(text: string, at: number, source: string): Edited {
  return editUnits(parseNotebook(text), ({ head, units }) => {
    if (at < 0 || at > units.length) return undefined;
    const eol = endOfLine(text);
    const own = withLineEnds(source.endsWith('\n') ? source : `${source}\n`, eol);
    const before = units[at - 1]?.source ?? '';
    const isApart = before === '' || /\n\r?\n$/.test(before);
    const [piece, ...more] = piecesOf(linesOf(own));
    const kind = piece?.type === 'cell' && more.length === 0 ? 'cell' : 'prose';
    const unit = { kind, source: `${isApart ? '' : eol}${own}${at < units.length ? eol : ''}`, block: -1 } as const;
    return { head, units: units.toSpliced(at, 0, unit) };
  });
}

export function removeUnit(text: string, at: number): Edited {
  return editUnits(parseNotebook(text), ({ head, units }) => units[at] && { head, units: units.toSpliced(at, 1) });
}

/** Changes places with the unit before (-1) or behind it (1). */
export function moveUnit(text: string, at: number, by: -1 | 1): Edited {
  return editUnits(parseNotebook(text), ({ head, units }) => {
    const [one, other] = [units[at], units[at + by]];
    return one && other && { head, units: units.with(at, other).with(at + by, one) };
  });
}

/** Puts a copy of a cell behind it, under a name that is free. */
export function duplicateCell(text: string, at: number): Edited {
  const notebook = parseNotebook(text);
  const block = cellAt(notebook, at);
  if (!block) return err({ code: 'not-a-cell' });
  const { name } = block.cell;
  const copy = name === '' ? block.source : named(block.source, freeName(name, namesIn(notebook)));
  return insertUnit(text, at + 1, copy);
}

/** Gives a cell another body, or a passage of prose another text; its fence grows where the body would end it. */
export function replaceBody(text: string, at: number, body: string): Edited {
  const eol = endOfLine(text);
  const notebook = parseNotebook(text);
  const block = cellAt(notebook, at);
  if (block && withLineEnds(block.body, '\n') === withLineEnds(body, '\n')) return ok(text);
  return editUnits(notebook, ({ head, units }) => {
    const unit = units[at];
    if (!unit) return undefined;
    const own = withLineEnds(body, eol);
    const source = block ? refilled(block.source, own, eol) + unit.source.slice(block.source.length) : own;
    return { head, units: units.with(at, { ...unit, source }) };
  });
}

export interface Renamed {
  readonly text: string;
  /** Keys of cells and passages that still read the old name. */
  readonly readers: readonly string[];
}

/** Gives a cell another name. What reads it is left alone and told. */
export function renameCell(text: string, at: number, name: string): Result<Renamed, EditError> {
  const notebook = parseNotebook(text);
  const block = cellAt(notebook, at);
  if (!block) return err({ code: 'not-a-cell' });
  if (name === '' || nameFault(name) !== undefined) return err({ code: 'bad-name' });
  if (name === block.cell.name) return ok({ text, readers: [] });
  if (namesIn(notebook).has(name)) return err({ code: 'name-used' });
  const edited = editUnits(notebook, ({ head, units }) => {
    const unit = units[at];
    return unit && { head, units: units.with(at, { ...unit, source: named(unit.source, name) }) };
  });
  if (!edited.ok) return edited;
  const read = block.cell.kind === 'input' ? `$${block.cell.name}` : block.key;
  return ok({ text: edited.value, readers: readersOf(graphOf(notebook), read) });
}

function editUnits(notebook: Notebook, edit: (units: Units) => Units | undefined): Edited {
  const units = edit(unitsOf(notebook));
  if (!units) return err({ code: 'no-unit' });
  const edited = assemble(units);
  if (edited === undefined) return err({ code: 'not-possible' });
  // A passage that begins with three dashes could become the head of a file without one.
  const isHeadSame = readFrontMatter(edited).frontMatter.source.trimEnd() === notebook.frontMatter.source.trimEnd();
  return isHeadSame ? ok(edited) : err({ code: 'not-possible' });
}

function cellAt(notebook: Notebook, at: number): CellBlock | undefined {
  const block = notebook.blocks[unitsOf(notebook).units[at]?.block ?? -1];
  return block?.type === 'cell' ? block : undefined;
}

function namesIn(notebook: Notebook): Set<string> {
  const names = cellBlocks(notebook).map(({ cell }) => cell.name);
  return new Set([...names, ...Object.keys(notebook.frontMatter.parameters)]);
}

/** The source of a cell with another name behind its first word. */
function named(source: string, name: string): string {
  const [line = '', ...rest] = linesOf(source);
  const opening = openingOf(line);
  if (!opening) return source;
  const { indent, fence, gap, info } = opening;
  const place = attributePlaces(info).find(({ key }) => key === 'name');
  const behindWord = info.indexOf(wordOf(info)) + wordOf(info).length;
  const [from, to] = place ? [place.start, place.end] : [behindWord, behindWord];
  const changed = `${info.slice(0, from)}${place ? '' : ' '}name=${name}${info.slice(to)}`;
  const opened = `${indent}${fence}${gap}${info}`.length;
  return `${indent}${fence}${gap}${changed}${line.slice(opened)}${rest.join('')}`;
}

/** The source of a cell with another body. */
function refilled(source: string, body: string, eol: string): string {
  const opening = openingOf(linesOf(source)[0] ?? '');
  return opening ? fenced(opening, body, eol) : source;
}

function fenced({ indent, fence, gap, info }: Opening, body: string, eol: string): string {
  const ended = body === '' || body.endsWith('\n') ? body : body + eol;
  const closing = linesOf(ended).filter((line) => isClosing(line, fence));
  const longest = Math.max(fence.length, ...closing.map((line) => line.trim().length + 1));
  const own = fence.charAt(0).repeat(longest);
  return `${indent}${own}${gap}${info}${eol}${ended}${own}${eol}`;
}

function withLineEnds(text: string, eol: string): string {
  return text.replaceAll(/\r?\n/g, eol);
}
