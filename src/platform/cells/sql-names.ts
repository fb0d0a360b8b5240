/**
 * Names that differ, also for an engine that does not tell `Day` from `day`: a name that is there already gets a number, and
 * an empty one its place.
 * @example distinctNames(['Day', 'day', '']) // ['Day', 'day_2', 'column_3']
 */
export function distinctNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name, i) => {
    const plain = name.replaceAll('\0', '').trim() || `column_${i + 1}`;
    let own = plain;
    for (let n = 2; used.has(own.toLowerCase()); n++) own = `${plain}_${n}`;
    used.add(own.toLowerCase());
    return own;
  });
}

/** The name as SQL reads it, whatever is in it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * Where a result is found: `pareto.entities` is the table `entities` of the schema `pareto`, `top` a table by itself.
 */
export function placeOf(name: string): { readonly schema: string; readonly table: string } {
  const dot = name.indexOf('.');
  return dot < 0 ? { schema: 'main', table: name } : { schema: name.slice(0, dot), table: name.slice(dot + 1) };
}
