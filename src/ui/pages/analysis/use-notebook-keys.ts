import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import type { Notebook } from '@/src/domain/notebook/notebook';
import type { Unit } from '@/src/domain/notebook/units';
import type { Editing } from './editing';
import type { OpenRun } from './use-notebook-run';

interface Keyed {
  readonly editing: Editing | undefined;
  readonly run: OpenRun;
  readonly units: readonly Unit[];
  readonly notebook: Notebook;
}

/**
 * The keys of a notebook that is edited. On a cell or a passage that has the focus: Enter edits, Ctrl+Enter runs, the arrows
 * go to the next, with Alt they move it, Delete deletes. Anywhere outside of a text: Ctrl+Z, Ctrl+Shift+Z and Ctrl+S.
 */
export function useNotebookKeys({ editing, run, units, notebook }: Keyed): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const unitMeaning = (event: KeyboardEvent, at: number | undefined): (() => void) | undefined => {
    if (!editing || at === undefined) return undefined;
    const block = notebook.blocks[units[at]?.block ?? -1];
    const key = block?.type === 'cell' && run.standings.has(block.key) ? block.key : undefined;
    const acts: Readonly<Record<string, () => void>> = {
      Enter: () => editing.setOpen(at),
      'Control Enter': () => key !== undefined && run.run(key),
      'Alt ArrowUp': () => editing.move(at, -1),
      'Alt ArrowDown': () => editing.move(at, 1),
      'Alt Shift ArrowDown': () => editing.duplicate(at),
      'Alt Enter': () => box.current?.querySelector<HTMLElement>(`[data-menu="${at}"]`)?.click(),
      Delete: () => editing.remove(at),
      ArrowUp: () => focus(box.current, at - 1),
      ArrowDown: () => focus(box.current, at + 1),
    };
    return acts[nameOf(event)];
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!editing || event.isComposing) return;
    const act = wholeMeaning(event, editing) ?? unitMeaning(event, placeOf(event.target));
    if (!act) return;
    event.preventDefault();
    // The keys of the workspace would undo what was saved last.
    event.stopPropagation();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, []);
  return box;
}

function wholeMeaning(event: KeyboardEvent, { undo, redo, save }: Editing): (() => void) | undefined {
  if (isTyping(event.target)) return undefined;
  const name = nameOf(event);
  if (name === 'Control s') return save;
  if (name === 'Control z') return undo;
  return name === 'Control Shift z' || name === 'Control y' ? redo : undefined;
}

/** `Alt Shift ArrowDown`; Cmd counts as Ctrl, and letters are small. */
function nameOf({ key, altKey, shiftKey, ctrlKey, metaKey }: KeyboardEvent): string {
  const held = [ctrlKey || metaKey ? 'Control' : '', altKey ? 'Alt' : '', shiftKey ? 'Shift' : ''];
  return [...held, key.length === 1 ? key.toLowerCase() : key].filter((part) => part !== '').join(' ');
}

/** The place of the unit that has the focus itself, and not something in it. */
function placeOf(target: EventTarget | null): number | undefined {
  const at = target instanceof HTMLElement ? target.dataset['unit'] : undefined;
  return at === undefined ? undefined : Number(at);
}

function focus(box: HTMLElement | null, at: number): void {
  box?.querySelector<HTMLElement>(`[data-unit="${at}"]`)?.focus();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
