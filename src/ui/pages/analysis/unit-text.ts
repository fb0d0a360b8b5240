import { cellSource, insertUnit, removeUnit, replaceBody, type Edited } from '@/src/domain/notebook/edit-notebook';
import type { Notebook } from '@/src/domain/notebook/notebook';
import { parseNotebook } from '@/src/domain/notebook/parse-notebook';
import { unitsOf } from '@/src/domain/notebook/units';
import type { Written } from './editing';

const FIRST_LINE = /^ {0,3}(?:`{3,}|~{3,})[ \t]*([^\r\n]*)/;

/** A unit as its editor takes it: the words behind the fence and what stands below, or prose in all its languages. */
export function writtenAt(notebook: Notebook, at: number): Written {
  const unit = unitsOf(notebook).units[at];
  const block = notebook.blocks[unit?.block ?? -1];
  if (block?.type !== 'cell') return { info: undefined, body: unit?.source ?? '' };
  return { info: FIRST_LINE.exec(block.source)?.[1]?.trim() ?? '', body: block.body };
}

/** The text of a notebook with one unit as it was written. */
export function replaceUnit(text: string, at: number, { info, body }: Written): Edited {
  if (info === undefined || info === writtenAt(parseNotebook(text), at).info) return replaceBody(text, at, body);
  const without = removeUnit(text, at);
  return without.ok ? insertUnit(without.value, at, cellSource(info, body)) : without;
}
