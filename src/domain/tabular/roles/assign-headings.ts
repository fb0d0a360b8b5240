import { isTotalWord, summedIn } from '../total-words';
import type { AssignedRoles } from './assigned-roles';
import { isNameless, type ColumnLook } from './column-look';

/**
 * Customers that stand in rows of their own above their lines, as in QuickBooks' sales by customer: the first column has no
 * name, and wherever it says something, a total aside, the rest of the row is blank. Reports by product or by seller look the
 * same: one that names its products or sellers in another column is by customer.
 */
export function assignHeadings(columns: readonly ColumnLook[], assigned: AssignedRoles): void {
  const [first, ...others] = columns;
  if (!first || !isNameless(first) || first.content.kind !== 'text' || !assigned.isFree(first.position)) return;
  if (!assigned.has('date') || !assigned.has('amount') || !assigned.has('product', 'salesperson', 'orderId')) return;
  const isHeading = (value: string): boolean =>
    value.trim() !== '' && !isTotalWord(value) && summedIn(value) === undefined;
  const headings = first.values.flatMap((value, row) => (isHeading(value) ? [row] : []));
  const isAlone = (row: number): boolean => others.every(({ values }) => (values[row] ?? '').trim() === '');
  const lines = first.values.filter((value) => value.trim() === '').length;
  if (headings.length === 0 || lines < headings.length || !headings.every(isAlone)) return;
  assigned.give(first.position, 'customer', { by: 'content', word: '', score: 0.6 });
}
