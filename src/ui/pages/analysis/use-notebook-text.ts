import { useCallback, useEffect, useEffectEvent, useReducer, useRef, type RefObject } from 'react';

interface History {
  readonly text: string;
  readonly past: readonly string[];
  readonly future: readonly string[];
}

type Step = { readonly kind: 'set' | 'load'; readonly text: string } | { readonly kind: 'undo' | 'redo' };

/** Steps that can be taken back. */
const LONGEST_PAST = 200;

function next(state: History, step: Step): History {
  const { text, past, future } = state;
  if (step.kind === 'load') return { text: step.text, past: [], future: [] };
  if (step.kind === 'set')
    return step.text === text ? state : { text: step.text, past: [...past.slice(-LONGEST_PAST), text], future: [] };
  const from = step.kind === 'undo' ? past.at(-1) : future[0];
  if (from === undefined) return state;
  return step.kind === 'undo'
    ? { text: from, past: past.slice(0, -1), future: [text, ...future] }
    : { text: from, past: [...past, text], future: future.slice(1) };
}

export interface NotebookText {
  readonly text: string;
  readonly set: (text: string) => void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
}

/**
 * The text of a notebook that is edited, with its undo. Text that comes from elsewhere (an undone batch, another page) takes
 * its place, unless there are changes here that are not stored.
 * @param stored what the database holds now. @param ours texts that this page has stored.
 */
export function useNotebookText(stored: string, ours: RefObject<ReadonlySet<string>>): NotebookText {
  const [{ text, past, future }, step] = useReducer(next, { text: stored, past: [], future: [] });
  const before = useRef(stored);
  const compare = useEffectEvent((now: string) => {
    const isClean = text === before.current;
    before.current = now;
    if (isClean && now !== text && !ours.current.has(now)) step({ kind: 'load', text: now });
  });
  useEffect(() => compare(stored), [stored]);
  return {
    text,
    set: useCallback((to: string) => step({ kind: 'set', text: to }), []),
    undo: past.length > 0 ? () => step({ kind: 'undo' }) : undefined,
    redo: future.length > 0 ? () => step({ kind: 'redo' }) : undefined,
  };
}
