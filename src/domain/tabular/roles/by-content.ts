import type { AssignedRoles } from './assigned-roles';
import type { ColumnLook } from './column-look';
import type { Role } from './roles';

/** Money has decimals in nearly every cell; quantities and numbers of things have none. */
const MOSTLY = 0.6;
const DECIMALS = /\d[.,]\d{1,2}\D{0,4}$/;
/** A customer comes again: this many rows a name, and no column of fewer rows says anything. */
const ROWS_A_NAME = 1.3;
const ENOUGH = 5;

/**
 * Where no column has a name: the only column of days, the only one of money, and the only one of names that come again are
 * date, amount and customer. All three or none: where one of them is missing, or two could be meant, nobody can tell.
 */
export function assignByContent(columns: readonly ColumnLook[], assigned: AssignedRoles): void {
  const found: readonly [Role, readonly ColumnLook[]][] = [
    ['date', columns.filter(({ content }) => content.kind === 'date' && content.filled > MOSTLY)],
    ['amount', columns.filter(isMoney)],
    ['customer', columns.filter(isOfNames)],
  ];
  if (found.some(([, candidates]) => candidates.length !== 1)) return;
  for (const [role, [only]] of found)
    if (only) assigned.give(only.position, role, { by: 'content', word: '', score: 0.5 });
}

function isMoney({ content, values }: ColumnLook): boolean {
  if (content.kind !== 'number' || content.ids || content.serials || content.percents) return false;
  const cells = values.filter((value) => value.trim() !== '');
  return cells.filter((cell) => DECIMALS.test(cell.trim())).length > cells.length * MOSTLY;
}

function isOfNames({ content, values }: ColumnLook): boolean {
  const cells = values.map((value) => value.trim()).filter((value) => value !== '');
  const names = new Set(cells).size;
  return (
    content.kind === 'text' &&
    !content.contacts &&
    cells.length >= ENOUGH &&
    names > 1 &&
    cells.length >= names * ROWS_A_NAME
  );
}
