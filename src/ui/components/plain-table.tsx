import type { ReactNode } from 'react';
import classes from './plain-table.module.css';

export interface PlainColumn {
  readonly label: string;
  readonly numeric?: boolean;
}

export interface PlainRow {
  readonly key: string;
  /** In the order of the columns; the first names the row. */
  readonly cells: readonly ReactNode[];
}

interface Props {
  readonly caption: string;
  readonly columns: readonly PlainColumn[];
  readonly rows: readonly PlainRow[];
  readonly totals?: readonly PlainRow[];
}

const NONE: readonly PlainRow[] = [];

/** A table of few lines whose cells may hold links and buttons. On a narrow screen it scrolls, the page does not. */
export function PlainTable({ caption, columns, rows, totals = NONE }: Props) {
  const line = ({ key, cells }: PlainRow) => (
    <tr key={key} data-row={key}>
      {columns.map(({ label, numeric }, i) =>
        i === 0 ? (
          <th key={label} scope="row">
            {cells[i]}
          </th>
        ) : (
          <td key={label} data-numeric={numeric}>
            {cells[i]}
          </td>
        ),
      )}
    </tr>
  );
  return (
    // What scrolls has to be reachable by keyboard.
    <div className={classes['scroller']} tabIndex={0} role="group" aria-label={caption}>
      <table className={classes['table']}>
        <thead>
          <tr>
            {columns.map(({ label, numeric }) => (
              <th key={label} scope="col" data-numeric={numeric}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.map(line)}</tbody>
        {totals.length > 0 && <tfoot>{totals.map(line)}</tfoot>}
      </table>
    </div>
  );
}
