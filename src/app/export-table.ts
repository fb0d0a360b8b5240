import type { ViewField } from '@/src/domain/records/custom-field.kind';
import { STATE, type Row } from '@/src/domain/records/record';
import { isMoney } from '@/src/domain/records/values';
import { valuesAt, type Reading } from '@/src/domain/records/view';
import { writeCsv } from '@/src/domain/tabular/write-csv';
import type { Clock, Host } from './ports/world';

export interface TableToExport {
  /** Name of the kind, for the name of the file. */
  readonly kind: string;
  readonly columns: readonly { readonly heading: string; readonly field: ViewField }[];
  readonly rows: readonly Row[];
  /** How values are shown. */
  readonly reading: Pick<Reading, 'text'>;
}

/**
 * Hands the user exactly what a list shows as CSV: its columns and rows in their order, the words of the interface, several
 * values with `; ` between them. Numbers, amounts (`1234.50 CNY`) and days (ISO) are written plainly, so that a program can
 * read them again. @returns how many rows were written.
 */
export function exportTable(
  { host, clock }: { readonly host: Host; readonly clock: Clock },
  { kind, columns, rows, reading }: TableToExport,
): number {
  const table = [
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map(({ field }) => cellText(row, field, reading))),
  ];
  host.saveFile(`vital-few-${kind}-${clock.today()}.csv`, new Blob([writeCsv(table)], { type: 'text/csv' }));
  return rows.length;
}

function cellText(row: Row, field: ViewField, reading: Pick<Reading, 'text'>): string {
  const values = field.path === STATE ? [row.state] : valuesAt(row, field);
  return values.map((value) => plainText(field, value, reading)).join('; ');
}

function plainText(field: ViewField, value: unknown, reading: Pick<Reading, 'text'>): string {
  const { type } = field.spec;
  if (isMoney(value)) return `${value.amount} ${value.currency}`;
  return type === 'number' || type === 'date' || type === 'moment' ? String(value) : reading.text(field, value);
}
