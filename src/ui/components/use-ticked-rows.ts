import { useState } from 'react';

export interface TickedRows<Row> {
  readonly ticked: readonly Row[];
  readonly has: (row: Row) => boolean;
  readonly toggle: (row: Row) => void;
  /** All that are shown, or none where all are. */
  readonly toggleAll: () => void;
  readonly isAll: boolean;
}

/** Which rows of a table are ticked. A row that is no longer shown is not ticked. */
export function useTickedRows<Row>(rows: readonly Row[]): TickedRows<Row> {
  const [chosen, setChosen] = useState<ReadonlySet<Row>>(new Set());
  const ticked = chosen.size === 0 ? [] : rows.filter((row) => chosen.has(row));
  const isAll = rows.length > 0 && ticked.length === rows.length;
  return {
    ticked,
    has: (row) => chosen.has(row),
    toggle: (row) =>
      setChosen((before) => {
        const after = new Set(before);
        if (!after.delete(row)) after.add(row);
        return after;
      }),
    toggleAll: () => setChosen(isAll ? new Set() : new Set(rows)),
    isAll,
  };
}
