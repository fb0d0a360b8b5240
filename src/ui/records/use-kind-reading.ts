import { useCallback, useMemo } from 'react';
import type { Kind } from '@/src/domain/records/kind';
import type { ViewField } from '@/src/domain/records/custom-field.kind';
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
