import { useCallback, useMemo } from 'react';
import { CUSTOM, type Kind } from '@/src/domain/records/kind';
import type { ViewField } from '@/src/domain/records/custom-field.kind';
import { field } from '@/src/domain/records/field';
import { STATE } from '@/src/domain/records/record';
import type { Reading } from '@/src/domain/records/view';
import { useKindWords, type KindWords } from './kind-words';
import { useNames, useReading, useViewFields } from './use-reading';

/** All that is needed to show values of a kind: the same object as long as nothing of it has changed. */
export interface KindReading {
  readonly kind: Kind;
  readonly fields: readonly ViewField[];
  /** What the records are called that these point to, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly words: KindWords;
  readonly reading: Reading;
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** Undefined until the fields that users have added, and the names, are read. */
export function useKindReading(kind: Kind): KindReading | undefined {
  const kindWords = useKindWords();
  const words = useMemo(() => kindWords(kind), [kindWords, kind]);
  const choice = useCallback(
    (path: string, value: string) => (path === STATE ? words.state(value) : words.choice(path, value)),
    [words],
  );
  const fields = useViewFields(kind);
  const names = useNames(kind);
  const reading = useReading(names ?? NO_NAMES, choice);
  return useMemo(
    () => (fields && names ? { kind, fields, names, words, reading } : undefined),
    [kind, fields, names, words, reading],
  );
}

/** The state as lists show it: a field like others. */
export function stateField(kind: Kind): ViewField {
  return { path: STATE, spec: field.choice(kind.states), label: undefined };
}

/** The columns of a list: the title, the state where there is more than one, those of the kind, then users' own. */
export function columnsOf(kind: Kind, fields: readonly ViewField[]): ViewField[] {
  const title = kind.view?.title;
  const paths = [title, ...(kind.view?.columns ?? [])];
  const own = paths.flatMap((path) => fields.filter((one) => one.path === path));
  const state = kind.states.length > 1 ? [stateField(kind)] : [];
  const custom = fields.filter(({ path }) => path.startsWith(`${CUSTOM}/`));
  return [...own.slice(0, 1), ...state, ...own.slice(1), ...custom];
}
