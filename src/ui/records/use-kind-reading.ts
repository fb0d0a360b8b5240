import { useCallback, useMemo } from 'react';
import { CUSTOM, type Kind } from '@/src/domain/records/kind';
import { viewFieldsOf, type ViewField } from '@/src/domain/records/custom-field.kind';
import { field } from '@/src/domain/records/field';
import { STATE, type Row } from '@/src/domain/records/record';
import type { Reading } from '@/src/domain/records/view';
import { useInterface } from '../app-context';
import { useKindWords, type KindWords } from './kind-words';
import { NO_NAMES, useCustomFields, useNames, useNamesFor, useReading } from './use-reading';

/** All that is needed to show values of a kind: the same object as long as nothing of it has changed. */
export interface KindReading {
  readonly kind: Kind;
  readonly fields: readonly ViewField[];
  /** What the records are called that these point to, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly words: KindWords;
  readonly reading: Reading;
}

/** Undefined until the fields that users have added, and the names, are read. */
export function useKindReading(kind: Kind): KindReading | undefined {
  const { isWhole, of } = useEarlyReading(kind);
  return isWhole ? of : undefined;
}

/** The same for a few records: of others only those are read that these point to. */
export function useReadingFor(kind: Kind, rows: readonly Row[]): KindReading | undefined {
  const { isWhole, of } = useReadingWith(kind, useNamesFor(rows));
  return isWhole ? of : undefined;
}

/**
 * The same before all of that is read: until then `isWhole` is false, fields that users have added are missing, and links to
 * other records have no text.
 */
export function useEarlyReading(kind: Kind): EarlyReading {
  return useReadingWith(kind, useNames(kind));
}

interface EarlyReading {
  readonly isWhole: boolean;
  readonly of: KindReading;
}

function useReadingWith(kind: Kind, names: ReadonlyMap<string, string> | undefined): EarlyReading {
  const kindWords = useKindWords();
  const words = useMemo(() => kindWords(kind), [kindWords, kind]);
  const choice = useCallback(
    (path: string, value: string) => (path === STATE ? words.state(value) : words.choice(path, value)),
    [words],
  );
  const { language } = useInterface().format;
  const customs = useCustomFields();
  const reading = useReading(names ?? NO_NAMES, choice);
  const of = useMemo(() => {
    const make = (): KindReading => {
      return { kind, fields: viewFieldsOf(kind, customs ?? []), names: names ?? NO_NAMES, words, reading };
    };
    return customs && names ? lasting(kind, [customs, names, language], make) : make();
  }, [kind, customs, names, language, words, reading]);
  return { isWhole: customs !== undefined && names !== undefined, of };
}

/** With a reading goes all that was folded and sorted by it: it is kept for when the list of its kind is come back to. */
const LAST = new WeakMap<Kind, { readonly madeOf: readonly unknown[]; readonly of: KindReading }>();

/** @param madeOf the reading before is as good as a new one as long as these are the same. */
function lasting(kind: Kind, madeOf: readonly unknown[], make: () => KindReading): KindReading {
  const last = LAST.get(kind);
  if (last && madeOf.every((one, i) => one === last.madeOf[i])) return last.of;
  const of = make();
  LAST.set(kind, { madeOf, of });
  return of;
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
