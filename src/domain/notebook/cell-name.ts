/** A letter of any script or `_`, then letters, digits, `_` and `-`; at most 64. */
const NAME = /^[\p{L}_][\p{L}\p{N}_-]{0,63}$/u;
/** What cells find under these names is no result of another cell. */
const TAKEN = new Set(['orders', 'values', 'tables', 'dfd']);

/** What is wrong with the name of a cell; undefined for a good one and for none. */
export function nameFault(name: string): string | undefined {
  if (name === '') return undefined;
  if (!NAME.test(name) || name.startsWith('__')) return 'letters, digits, _ and -';
  return TAKEN.has(name) ? 'taken' : undefined;
}

/** The name, or the first of `name_2`, `name_3` … that is free. */
export function freeName(name: string, used: ReadonlySet<string>): string {
  if (!used.has(name)) return name;
  for (let i = 2; ; i++) if (!used.has(`${name}_${i}`)) return `${name}_${i}`;
}
