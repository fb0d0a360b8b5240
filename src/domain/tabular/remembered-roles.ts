import { foldHeader } from './roles/fold-header';
import { isRole, type ColumnRoles, type Role } from './roles/roles';
import type { StoredRole } from './dataset.kind';

/** What the columns of a file are taken for, and which of them the user chose. */
export interface ColumnMapping {
  readonly roles: ColumnRoles;
  /** By position. */
  readonly chosen: ReadonlySet<number>;
}

/** The mapping with one column changed by the user; the column that had the role before gives it up. */
export function withRole({ roles, chosen }: ColumnMapping, position: number, role: Role | undefined): ColumnMapping {
  const all = roles.map((held, i) => (i === position ? role : held !== undefined && held === role ? undefined : held));
  return { roles: all, chosen: new Set([...chosen, position]) };
}

/**
 * The guess for a file with what the user chose for a file of the same columns before, in whatever order they stood.
 * Columns that cannot be told apart by their names keep the guess.
 * @param earlier the columns of files imported before, the newest first, then those that others have found out: of those
 * with the same columns the first counts in which something was chosen.
 */
export function asLastTime(
  names: readonly string[],
  guess: ColumnRoles,
  earlier: readonly (readonly StoredRole[])[],
): ColumnMapping {
  const none: ColumnMapping = { roles: guess, chosen: new Set() };
  const folded = names.map(foldHeader);
  const print = fingerprint(folded);
  if (names.every((name, i) => name === `#${i + 1}`)) return none;
  const same = earlier.find((columns) => isSaid(columns) && printOf(columns) === print);
  return (same ?? [])
    .filter(({ chosen }) => chosen)
    .reduce<ColumnMapping>((mapping, { name, role }) => {
      const position = onlyPlace(folded, foldHeader(name));
      return position < 0 ? mapping : withRole(mapping, position, role !== null && isRole(role) ? role : undefined);
    }, none);
}

/** Of mappings of the same columns the first; those in which nothing was chosen are none. */
export function worthKeeping(mappings: readonly (readonly StoredRole[])[]): readonly (readonly StoredRole[])[] {
  const kept = new Map<string, readonly StoredRole[]>();
  for (const columns of mappings.filter(isSaid)) {
    const print = printOf(columns);
    if (!kept.has(print)) kept.set(print, columns);
  }
  return [...kept.values()];
}

function isSaid(columns: readonly StoredRole[]): boolean {
  return columns.some(({ chosen }) => chosen);
}

function printOf(columns: readonly StoredRole[]): string {
  return fingerprint(columns.map(({ name }) => foldHeader(name)));
}

function fingerprint(folded: readonly string[]): string {
  return folded.toSorted().join('\n');
}

function onlyPlace(all: readonly string[], one: string): number {
  const first = all.indexOf(one);
  return first === all.lastIndexOf(one) ? first : -1;
}
