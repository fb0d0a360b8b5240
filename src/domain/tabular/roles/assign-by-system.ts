import type { AssignedRoles } from './assigned-roles';
import type { ColumnLook } from './column-look';
import { fitOf } from './content';
import { foldHeader } from './fold-header';
import { ROLES, type Role } from './roles';
import type { System } from './systems/system';

/**
 * Gives the roles that a system's own headers carry. Of several headers for a role the first whose cells look like it; one
 * without a cell in the sample only when no other does, since later rows may fill it.
 */
export function assignBySystem(system: System, columns: readonly ColumnLook[], assigned: AssignedRoles): void {
  // A deal that is not won has no day of winning: there a blank loses nothing.
  const tests = system.quirks?.stages ? [looksRight, isEmpty] : [isFullDate, looksRight, isEmpty];
  for (const fits of tests) {
    for (const role of ROLES) {
      if (assigned.has(role)) continue;
      const column = headersOf(system, role)
        .flatMap((header) => columns.filter((one) => one.header.whole === foldHeader(header)))
        .find((one) => assigned.isFree(one.position) && fits(one, role));
      if (column) assigned.give(column.position, role, { by: 'system', word: column.name, score: 1 });
    }
  }
}

function headersOf({ roles, quirks }: System, role: Role): readonly string[] {
  const fallback = role === 'customer' ? (quirks?.customerFallback ?? []) : [];
  return [...fallback, ...(roles[role]?.split('|') ?? [])];
}

/** Of several dates one that later rows leave blank would lose them: 交易成功时间 is filled only when all is done. */
function isFullDate(column: ColumnLook, role: Role): boolean {
  return role === 'date' && column.content.filled === 1 && looksRight(column, role);
}

function looksRight({ content, blind }: ColumnLook, role: Role): boolean {
  return blind || (content.kind !== 'empty' && fitOf(role, content, blind) > 0);
}

function isEmpty({ content }: ColumnLook): boolean {
  return content.kind === 'empty';
}
