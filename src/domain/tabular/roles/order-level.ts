import type { ColumnLook } from './column-look';

/**
 * Which of the amounts are an order's and not its lines': the same, or blank, on every line of an order, while another
 * amount differs from line to line. Nobody's when no order of the sample has two lines.
 */
export function orderLevelAmounts(
  order: ColumnLook | undefined,
  amounts: readonly ColumnLook[],
): readonly ColumnLook[] {
  const lines = order ? linesOfOrders(order.values) : [];
  const steady = amounts.filter(({ values }) => lines.every((rows) => isSteady(rows.map((row) => values[row] ?? ''))));
  return lines.length > 0 && steady.length < amounts.length ? steady : [];
}

/** The rows of each order that has several. */
function linesOfOrders(ids: readonly string[]): readonly (readonly number[])[] {
  const rows = new Map<string, number[]>();
  ids.forEach((id, row) => {
    if (id.trim() !== '') rows.set(id, [...(rows.get(id) ?? []), row]);
  });
  return [...rows.values()].filter(({ length }) => length > 1);
}

function isSteady(cells: readonly string[]): boolean {
  return new Set(cells.filter((cell) => cell.trim() !== '')).size <= 1;
}
