import type { RecordId } from '@/src/kernel/ids';
import type { Actor } from './actor';
import type { Specs } from './kind';
import type { EntryRef, Fields, Path } from './record';
import type { PlainFields } from './values';

/** A record as rules see it. */
export interface Fact<S extends Specs = Specs> {
  readonly id: RecordId;
  readonly kind: string;
  readonly state: string;
  readonly fields: PlainFields<S>;
  /** The journal entry that the present value at a path comes from; undefined where there is none. */
  refAt(path: Path): EntryRef | undefined;
}

/**
 * Records that a rule can look at besides the ones that point to its own, where its kind says that it regards them:
 * those that it points to, those that point to one of these as it does itself, and those of its kind that have an identity
 * key in common with it. Never the record itself.
 */
export type Relation = 'pointed' | 'beside' | 'alike';

/** What of the world a rule may look at. */
export interface Circumstances extends Readonly<Record<Relation, readonly Fact[]>> {
  /** ISO day in the user's own time zone. */
  readonly today: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly actor: Actor;
  /** Records that point to this one. */
  readonly pointing: readonly Fact[];
}

/** What a rule of a kind may look at: the record, and its circumstances. It looks at nothing else, and changes nothing. */
export interface GuardFacts<S extends Specs = Specs> extends Circumstances, Pick<Fact<S>, 'id' | 'fields' | 'refAt'> {}

/**
 * What a transition does to other records, in the same batch as its own. Values are plain: whoever writes them adds what the
 * kind asks for.
 */
export type Effect =
  | {
      readonly set: RecordId;
      readonly kind: string;
      readonly values: Readonly<Record<Path, unknown>>;
      /** The state that it is meant for: meanwhile in another one, nothing is written at all. */
      readonly state?: string;
    }
  | { readonly make: string; readonly fields: Fields; readonly state?: string }
  | { readonly remove: RecordId; readonly kind: string };
