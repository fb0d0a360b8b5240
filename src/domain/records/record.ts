import type { Id, RecordId } from '@/src/kernel/ids';

/** Field name → value, or field name → item id → value where the kind says `many`. */
export type Fields = Readonly<Record<string, unknown>>;

/** `deviceId.seq` of the journal entry a value was written by. */
export type EntryRef = Id<'entry'>;

/** A field (`name`), one of several values (`phones/<item id>`), or the state (`@state`). */
export type Path = string;

export const STATE: Path = '@state';

/**
 * Which journal entry each present value comes from: `base` for all but those named in `later`.
 * A value put back by an undo comes from the entry that first wrote it, not from the undo.
 */
export interface Origin {
  readonly base: EntryRef;
  readonly later?: Readonly<Record<Path, EntryRef>>;
}

/** A stored record. `F` is the field type of its kind. */
export interface Row<F = Fields> {
  readonly id: RecordId;
  readonly kind: string;
  readonly state: string;
  readonly fields: F;
  /** See `searchKeysOf`. */
  readonly keys: readonly string[];
  /** ISO day on which the first of its duties falls due; none where it has none. */
  readonly due?: string;
  readonly origin: Origin;
}

/** What a record holds apart from its identity: enough to make it again exactly as it was. */
export interface Image {
  readonly state: string;
  readonly fields: Fields;
  readonly origin: Origin;
}

export function valueAt(image: Image, path: Path): unknown {
  if (path === STATE) return image.state;
  const [name, item] = splitPath(path);
  const held = image.fields[name];
  if (item === undefined) return held;
  // Safe: a path with an item is only made for fields that hold several values.
  return (held as Record<string, unknown> | undefined)?.[item];
}

/** The image with `value` at `path`; `undefined` removes. A field whose last item goes, goes with it. */
export function withValue(image: Image, path: Path, value: unknown): Image {
  if (path === STATE) return { ...image, state: String(value) };
  const [name, item] = splitPath(path);
  if (item === undefined) return { ...image, fields: withEntry(image.fields, name, value) };
  // Safe: as in valueAt.
  const items = withEntry((image.fields[name] ?? {}) as Fields, item, value);
  return {
    ...image,
    fields: withEntry(image.fields, name, Object.keys(items).length === 0 ? undefined : items),
  };
}

/** Where the present value (or the present absence, when it was removed) at `path` comes from. */
export function originAt(image: Image, path: Path): EntryRef | undefined {
  const later = image.origin.later?.[path];
  if (later !== undefined) return later;
  return valueAt(image, path) === undefined ? undefined : image.origin.base;
}

/** The image with the origin of `path` set. Call after `withValue`: absence without an origin needs no mark. */
export function withOrigin(image: Image, path: Path, ref: EntryRef | undefined): Image {
  const { [path]: _, ...rest } = image.origin.later ?? {};
  const present = valueAt(image, path) !== undefined;
  const marked = ref === undefined || (present && ref === image.origin.base) ? rest : { ...rest, [path]: ref };
  const { base } = image.origin;
  return { ...image, origin: Object.keys(marked).length === 0 ? { base } : { base, later: marked } };
}

/** Every path at which the image holds a value, the state included. `isMany` tells which fields hold several. */
export function pathsOf(fields: Fields, isMany: (field: string) => boolean): Path[] {
  const paths = Object.entries(fields).flatMap(([name, held]) =>
    isMany(name) ? Object.keys(held as object).map((item) => `${name}/${item}`) : [name],
  );
  return [STATE, ...paths];
}

export function splitPath(path: Path): [name: string, item: string | undefined] {
  const slash = path.indexOf('/');
  return slash < 0 ? [path, undefined] : [path.slice(0, slash), path.slice(slash + 1)];
}

function withEntry(fields: Fields, name: string, value: unknown): Fields {
  const { [name]: _, ...rest } = fields;
  return value === undefined ? rest : { ...rest, [name]: value };
}
