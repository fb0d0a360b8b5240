import { err, ok, type Result } from '@/src/kernel/result';
import type { StoredRole } from '../dataset.kind';
import { isRole, type ColumnRoles, type Role } from '../roles/roles';
import { columnKeys } from './column-key';

/** Columns by their names, as each file has them. */
export interface ColumnDifference {
  /** What the others have and this file has not. */
  readonly missing: readonly string[];
  /** The other way round. */
  readonly more: readonly string[];
}

/** Without these a row would mean something else than in the other files. */
const DECISIVE: readonly Role[] = [
  'customer',
  'customerId',
  'date',
  'orderId',
  'amount',
  'quantity',
  'unitPrice',
  'refund',
  'status',
  'currency',
];
/** A column of these that the others have not: its rows would be counted by another rule. */
const TELLING: ReadonlySet<Role | undefined> = new Set<Role>(['refund', 'status', 'currency']);

/**
 * Whether a file is of one kind with another: the columns that decide what a row means are in both, under the same names, in
 * whatever order. Other columns may differ. The file's columns then have the roles that they have there; one that is only
 * here keeps what it is taken for.
 * @returns the roles and the other columns that differ; or, as an error, the deciding ones.
 */
export function fitColumns(
  kind: readonly StoredRole[],
  { names, roles }: { readonly names: readonly string[]; readonly roles: ColumnRoles },
): Result<ColumnDifference & { readonly roles: ColumnRoles }, ColumnDifference> {
  const own = columnKeys(names);
  const theirs = columnKeys(kind.map(({ name }) => name));
  const given = new Map(kind.map(({ role }, i) => [theirs[i], role !== null && isRole(role) ? role : undefined]));
  const taken = new Set(given.values());
  const only = names.flatMap((name, i) => (given.has(own[i]) ? [] : [{ name, role: roles[i] }]));
  const lost = kind.filter((_, i) => !own.includes(theirs[i] ?? ''));
  const decisive = decisiveOf(taken);
  const missing = lost.filter(({ role }) => decisive.has(role)).map(({ name }) => name);
  const more = only.filter(({ role }) => TELLING.has(role) && !taken.has(role)).map(({ name }) => name);
  if (missing.length + more.length > 0) return err({ missing, more });
  return ok({
    roles: names.map((_, i) => (given.has(own[i]) ? given.get(own[i]) : kept(roles[i], taken))),
    missing: lost.map(({ name }) => name),
    more: only.map(({ name }) => name),
  });
}

/** Quantity and price decide where there is no amount. */
function decisiveOf(taken: ReadonlySet<Role | undefined>): ReadonlySet<string | null> {
  const idle: readonly Role[] = taken.has('amount') ? ['quantity', 'unitPrice'] : [];
  return new Set(DECISIVE.filter((role) => !idle.includes(role)));
}

function kept(role: Role | undefined, taken: ReadonlySet<Role | undefined>): Role | undefined {
  return role === undefined || taken.has(role) || DECISIVE.includes(role) ? undefined : role;
}
