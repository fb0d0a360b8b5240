import type { Evidenced } from './evidence';
import type { FieldSpec } from './field';
import type { Fields } from './record';

/** The table a kind lives in. All kinds of key-account work share `records`, so that a new one needs no schema change. */
export type TableName = 'records' | 'datasets' | 'notebooks' | 'settings';

type Specs = Readonly<Record<string, FieldSpec>>;

/**
 * A record kind as data: company, person, dataset … Everything generic (writing, undo, search, forms) works from this
 * alone.
 */
export interface Kind<Name extends string = string, S extends Specs = Specs, E extends boolean = boolean> {
  readonly name: Name;
  readonly table: TableName;
  /** Whether each value carries its evidence (see `Evidenced`). */
  readonly evidence: E;
  readonly fields: S;
  /** The states a record can be in; a new one starts in the first. */
  readonly states: readonly [string, ...string[]];
  /** Identity keys: two records with one key in common are taken for the same thing. */
  keysOf(fields: FieldsOf<Kind<Name, S, E>>): readonly string[];
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

type KindOptions<Name extends string, S extends Specs, E extends boolean> = Pick<
  Kind<Name, S, E>,
  'name' | 'evidence' | 'fields'
> &
  Partial<Pick<Kind<Name, S, E>, 'table' | 'states' | 'keysOf'>>;

/**
 * @example
 * const note = defineKind({ name: 'note', evidence: false, fields: { body: required(field.text()) } });
 * type NoteFields = FieldsOf<typeof note>; // { readonly body: string }
 */
export function defineKind<const Name extends string, const S extends Specs, const E extends boolean>(
  options: KindOptions<Name, S, E>,
): Kind<Name, S, E> {
  return { table: 'records', states: ['active'], keysOf: () => [], ...options };
}

/** The kinds a program knows, by name. */
export type Kinds = ReadonlyMap<string, Kind>;

export function kindsByName(kinds: readonly Kind[]): Kinds {
  return new Map(kinds.map((kind) => [kind.name, kind]));
}

/** The keys under which a record is found, sorted: its identity keys, and `link:<id>` for each record it points to. */
export function searchKeysOf(kind: Kind, fields: Fields): string[] {
  // Safe: rows of a kind are only ever written through changes that were checked against its specs.
  const identity = kind.keysOf(fields as FieldsOf<Kind>);
  return [...new Set([...identity, ...linksOf(kind, fields).map((id) => `link:${id}`)])].sort();
}

function linksOf(kind: Kind, fields: Fields): string[] {
  return Object.entries(kind.fields)
    .filter(([, spec]) => spec.type === 'link')
    .flatMap(([name, spec]) => {
      const held = fields[name];
      if (held === undefined) return [];
      return (spec.many ? Object.values(held as object) : [held]).map(plainValue);
    })
    .filter((id) => id !== '');
}

/** The value itself, whether or not it carries evidence. */
function plainValue(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  return typeof cell === 'object' && cell !== null && 'value' in cell ? String(cell.value) : '';
}
