import type { ColumnRoles, Role } from './roles/roles';

const FIGURES: ReadonlySet<Role | undefined> = new Set<Role>([
  'amount',
  'quantity',
  'unitPrice',
  'refund',
  'cost',
  'profit',
]);
const PLAIN = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/;

/** The columns that are read as figures at once: those of whose first cells most are plain ones. */
export function figureColumns(
  { rows }: { readonly rows: readonly (readonly string[])[] },
  roles: ColumnRoles,
): ReadonlySet<number> {
  const isPlain = (position: number): boolean => {
    const cells = rows.map((row) => row[position] ?? '').filter((cell) => cell !== '');
    return cells.length > 0 && cells.filter((cell) => PLAIN.test(cell)).length > cells.length * 0.9;
  };
  return new Set(roles.flatMap((role, i) => (FIGURES.has(role) && isPlain(i) ? [i] : [])));
}
