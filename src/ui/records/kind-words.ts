import { useCallback } from 'react';
import type { ViewField } from '@/src/domain/records/custom-field.kind';
import type { Kind } from '@/src/domain/records/kind';
import { STATE, type Path } from '@/src/domain/records/record';
import { useWords } from '../components/use-value-text';

/** The words of a kind in the language of the interface, from `locales/<language>/kind-<name>.json`. */
export interface KindWords {
  /** One record of it. */
  readonly one: string;
  /** All of them. */
  readonly all: string;
  /** What to do where there is none yet; undefined where the kind says nothing of its own. */
  readonly empty: string | undefined;
  field(field: Pick<ViewField, 'path' | 'label'>): string;
  state(state: string): string;
  transition(name: string): string;
  refusal(code: string): string;
  duty(name: string): string;
  choice(path: Path, value: string): string;
}

/** @returns the words of whichever kind is asked for: lists of several kinds need those of each. */
export function useKindWords(): (kind: Pick<Kind, 'name'>) => KindWords {
  const words = useWords();
  return useCallback(({ name }) => wordsOf(name, words), [words]);
}

function wordsOf(name: string, words: ReturnType<typeof useWords>): KindWords {
  const word = (key: string, otherwise: string): string => words(`kind-${name}:${key}`, otherwise);
  const field = remembered((path) =>
    path === STATE ? words('records:state') : word(`field.${path}`, words(`capture:field.${path}`, path)),
  );
  const choices = remembered((path) => remembered((value) => word(`choice.${path}.${value}`, value)));
  return {
    one: word('one', name),
    all: word('all', name),
    empty: word('empty', '') || undefined,
    field: ({ path, label }) => label ?? field(path),
    state: remembered((state) => word(`state.${state}`, state)),
    transition: (transition) => word(`transition.${transition}`, transition),
    refusal: (code) => word(`refusal.${code}`, code),
    duty: (duty) => word(`duty.${duty}`, duty),
    choice: (path, value) => choices(path)(value),
  };
}

/** Asks for each key once: to look words up takes longer than to draw them, and a list wants the same few in every cell. */
function remembered<T>(find: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = find(key);
    known.set(key, found);
    return found;
  };
}
