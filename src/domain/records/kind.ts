import type { Who } from './actor';
import type { DutySpec } from './duty';
import type { Evidenced } from './evidence';
import { field, many, type FieldSpec } from './field';
import type { Effect, GuardFacts, Relation } from './guard';
import type { Numbering } from './numbering';
import type { Fields } from './record';
import type { TransitionSpec } from './transition';
import { itemsIn } from './values';
import { linkTo } from './link-key';

/** The table a kind lives in. All kinds of key-account work share `records`, so that a new one needs no schema change. */
export type TableName = 'records' | 'datasets' | 'notebooks' | 'settings';

export type Specs = Readonly<Record<string, FieldSpec>>;

/** What may be done to a record besides its transitions. */
export type Right = 'see' | 'make' | 'edit' | 'remove';

/** How a kind is shown where nothing was chosen. */
export interface KindView<Field extends string = string> {
  /** The field a record is called by. */
  readonly title: Field;
  /** Fields of the list, in order; the title comes first by itself. */
  readonly columns: readonly Field[];
  /** What lists and boards can be grouped by; `@state` always can. */
  readonly groups: readonly Field[];
  readonly sort: { readonly field: Field | '@state'; readonly descending: boolean };
  /** Where its records are listed: among the generic files, in a page of their own, or nowhere, and not searched either. */
  readonly room: 'files' | 'own' | 'none';
  /** What a record that is closed to somebody still shows of itself: the fields that tell its class. */
  readonly closed?: readonly Field[];
}

/**
 * A record kind as data: company, person, visit … Everything generic (writing, undo, search, list, form, board, approval,
 * duties) works from this alone.
 */
export interface Kind<Name extends string = string, S extends Specs = Specs, E extends boolean = boolean> {
  readonly name: Name;
  readonly table: TableName;
  /** Whether each value carries its evidence (see `Evidenced`). */
  readonly evidence: E;
  /** Those of the kind, and `custom`: item id is the id of a custom field. */
  readonly fields: S;
  /** The states a record can be in; a new one starts in the first, where {@link startsIn} gives no other. */
  readonly states: readonly [string, ...string[]];
  /** The ways from state to state. */
  readonly transitions: readonly TransitionSpec[];
  readonly duties: readonly DutySpec[];
  /** Who may; anyone where nothing is said. */
  readonly rights: Readonly<Partial<Record<Right, readonly Who[]>>>;
  /** What becomes of an edit or a deletion by somebody without the right to it: nothing, or a request that a manager decides on. */
  readonly changesBy?: 'request';
  /** Undefined where records have no numbers. */
  readonly numbering?: Numbering;
  /** What its rules look at besides the records that point to one. */
  readonly regards: readonly Relation[];
  /** Undefined for what is no work of people: settings, datasets. */
  readonly view: KindView | undefined;
  /** Identity keys: two records with one key in common are taken for the same thing. */
  keysOf(fields: FieldsOf<Kind<Name, S, E>>): readonly string[];
  /** Codes of what speaks against making the record now; nothing when it may be made. Words: `refusal.<code>`. */
  admits?(facts: GuardFacts<S>): readonly string[];
  /** What making a record does to others, in the same batch. */
  onMade?(facts: GuardFacts<S>): readonly Effect[];
  /** The state that a record with these fields starts in. */
  startsIn?(fields: FieldsOf<Kind<Name, S, E>>): string;
}

type Cell<K extends Kind, V> = K['evidence'] extends true ? Evidenced<V> : V;
type ValueOf<K extends Kind, S> =
  S extends FieldSpec<infer V, infer Many, boolean>
    ? Many extends true
      ? Readonly<Record<string, Cell<K, V>>>
      : Cell<K, V>
    : never;
type RequiredNames<S extends Specs> = { [N in keyof S]: S[N]['required'] extends true ? N : never }[keyof S];

/** The type of a kind's field values: required ones always there, several values as item id → value. */
export type FieldsOf<K extends Kind> = {
  readonly [N in RequiredNames<K['fields']>]: ValueOf<K, K['fields'][N]>;
} & {
  readonly [N in Exclude<keyof K['fields'], RequiredNames<K['fields']>>]?: ValueOf<K, K['fields'][N]>;
};

type KindOptions<Name extends string, S extends Specs, E extends boolean, State extends string> = Pick<
  Kind<Name, S, E>,
  'name' | 'evidence' | 'fields'
> &
  Partial<Pick<Kind<Name, S, E>, 'table' | 'rights' | 'changesBy' | 'regards' | 'keysOf' | 'admits' | 'onMade'>> & {
    readonly numbering?: Numbering<keyof S & string>;
    readonly states?: readonly [State, ...State[]];
    startsIn?(fields: FieldsOf<Kind<Name, S, E>>): NoInfer<State>;
    readonly transitions?: readonly TransitionSpec<S, NoInfer<State>>[];
    readonly duties?: readonly DutySpec<keyof S & string, NoInfer<State>>[];
    readonly view?: Pick<KindView<keyof S & string>, 'title' | 'columns'> & Partial<KindView<keyof S & string>>;
  };

/**
 * @example
 * const note = defineKind({ name: 'note', evidence: false, fields: { body: required(field.text()) } });
 * type NoteFields = FieldsOf<typeof note>; // { readonly body: string }
 */
export function defineKind<
  const Name extends string,
  const S extends Specs,
  const E extends boolean,
  const State extends string = 'active',
>(options: KindOptions<Name, S, E, State>): Kind<Name, S, E> {
  const { states = ['active'], transitions = [], duties = [], view, fields, ...rest } = options;
  const table = options.table ?? 'records';
  return {
    keysOf: () => [],
    rights: {},
    regards: [],
    ...rest,
    table,
    fields: table === 'records' ? { ...fields, [CUSTOM]: many(field.data()) } : fields,
    states,
    // Safe: a guard is only ever called with the fields of its own kind.
    transitions: transitions as readonly TransitionSpec[],
    duties,
    view: view && { groups: [], room: 'files', sort: { field: view.title, descending: false }, ...view },
  };
}

/** The field under which every record holds the values of custom fields. */
export const CUSTOM = 'custom';

/** The kinds a program knows, by name. */
export type Kinds = ReadonlyMap<string, Kind>;

export function kindsByName(kinds: readonly Kind[]): Kinds {
  return new Map(kinds.map((kind) => [kind.name, kind]));
}

/** The keys under which a record is found, sorted: its identity keys, and `link:<id>` for each record it points to. */
export function searchKeysOf(kind: Kind, fields: Fields): string[] {
  // Safe: rows of a kind are only ever written through changes that were checked against its specs.
  const identity = kind.keysOf(fields as FieldsOf<Kind>);
  return [...new Set([...identity, ...linksOf(kind, fields).map(linkTo)])].sort();
}

function linksOf(kind: Kind, fields: Fields): string[] {
  return Object.entries(kind.fields)
    .filter(([, spec]) => spec.type === 'link')
    .flatMap(([name, spec]) => itemsIn(spec, fields[name]).map(({ value }) => String(value)))
    .filter((id) => id !== '');
}
