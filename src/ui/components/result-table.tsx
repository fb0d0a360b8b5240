import { Button, Group, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultTable as Table, Value, ValueType } from '@/src/domain/analysis/result';
import { writeCsv } from '@/src/domain/tabular/write-csv';
import { useInterface } from '../app-context';
import classes from './result-table.module.css';
import { useValueText } from './use-value-text';

const ROW_HEIGHT = 32;
const NUMERIC: ReadonlySet<ValueType> = new Set(['count', 'money', 'share', 'ratio', 'number', 'days']);

/** A result as a table that stays quick at any length, with the CSV of exactly what it shows. */
export function ResultTable({ name, caption, table: whole }: { name: string; caption: string; table: Table }) {
  const { app } = useInterface();
  const table = useMemo(() => withoutWarmUp(withoutRepeatedKeys(whole)), [whole]);
  const { t } = useTranslation('analysis-page');
  const text = useValueText();
  const scroller = useRef<HTMLDivElement>(null);
  const { rows } = table;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const headers = table.columns.map((column) => text.column(column));
  const download = (): void => {
    app.host.saveFile(`${name}.csv`, new Blob([writeCsv([headers, ...rows])], { type: 'text/csv' }));
  };
  return (
    <section aria-label={caption}>
      <Group justify="space-between" mb={4}>
        <Text size="sm" c="dimmed">
          {caption} · {t('rows', { count: rows.length })}
        </Text>
        <Button size="compact-sm" variant="subtle" onClick={download}>
          {t('downloadCsv')}
        </Button>
      </Group>
      {/* What scrolls has to be reachable by keyboard. */}
      <div ref={scroller} className={classes['scroller']} tabIndex={0} role="group" aria-label={caption}>
        <table className={classes['table']}>
          <thead>
            <tr>
              {headers.map((header, i) => (
                <th key={table.columns[i]} scope="col" data-numeric={isNumeric(table.types[i])}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Spacer height={before} columns={headers.length} />
            {items.map(({ index }) => (
              <tr key={index}>
                {shownCells(table, rows[index] ?? [], text.value).map((shown, i) => (
                  <td key={table.columns[i]} data-numeric={isNumeric(table.types[i])}>
                    {shown}
                  </td>
                ))}
              </tr>
            ))}
            <Spacer height={after} columns={headers.length} />
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The cells of a row in words. What is a sentence about the row is given the other cells. */
function shownCells(
  { columns, types }: Table,
  row: readonly Value[],
  value: ReturnType<typeof useValueText>['value'],
): readonly string[] {
  const cells = row.map((own, i) => value(own, types[i] ?? 'text', columns[i] ?? ''));
  const why = columns.indexOf('why');
  if (why < 0) return cells;
  const of = Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  return cells.with(why, value(row[why] ?? null, 'text', 'why', of));
}

/** Stands for the rows that are scrolled out of sight. */
function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

function isNumeric(type: ValueType | undefined): boolean {
  return type !== undefined && NUMERIC.has(type);
}

/** Months before the first full window say nothing: only their name and the mark are shown. */
function withoutWarmUp(table: Table): Table {
  const mark = table.columns.indexOf('warmUp');
  if (mark < 0) return table;
  const shown = (row: readonly Value[]): readonly Value[] =>
    row[mark] === true ? row.map((value, i) => (table.columns[i] === 'month' || i === mark ? value : null)) : row;
  return { ...table, rows: table.rows.map(shown) };
}

/** Where every name is its own key, one column says both. */
function withoutRepeatedKeys(table: Table): Table {
  const [key, label] = [table.columns.indexOf('key'), table.columns.indexOf('label')];
  if (key < 0 || label < 0 || table.rows.some((row) => row[key] !== row[label])) return table;
  const without = <T,>(list: readonly T[]): T[] => list.filter((_, i) => i !== key);
  return { columns: without(table.columns), types: without(table.types), rows: table.rows.map(without) };
}
