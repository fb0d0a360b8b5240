import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultTable as Table, Value, ValueType } from '@/src/domain/analysis/result';
import { writeCsv } from '@/src/domain/tabular/write-csv';
import { useInterface } from '../app-context';
import classes from './result-table.module.css';
import { OF_CUSTOMERS, type TableAction, type TableSubject } from './table-actions';
import { shownTable } from './shown-table';
import { useTickedRows, type TickedRows } from './use-ticked-rows';
import { useValueText } from './use-value-text';

const ROW_HEIGHT = 32;
const NUMERIC: ReadonlySet<ValueType> = new Set(['count', 'money', 'share', 'ratio', 'number', 'days']);

interface Props {
  readonly name: string;
  readonly caption: string;
  readonly table: Table;
  /** What can be done with ticked rows. Without any that takes this table there are no boxes to tick. */
  readonly actions?: readonly TableAction[];
  /** Customers where nothing is said. */
  readonly subject?: TableSubject;
  /** The rows of the table that count, of more that there are. */
  readonly of?: number;
}

const NO_ACTIONS: readonly TableAction[] = [];

/** A result as a table that stays quick at any length, with the CSV of exactly what it shows. */
export function ResultTable(props: Props) {
  const { name, caption, table: whole, actions = NO_ACTIONS, subject = OF_CUSTOMERS, of = whole.rows.length } = props;
  const { app } = useInterface();
  const table = useMemo(() => shownTable(whole), [whole]);
  const { t } = useTranslation('analysis-page');
  const text = useValueText();
  const scroller = useRef<HTMLDivElement>(null);
  const { rows } = table;
  const fitting = actions.filter(({ takes }) => takes(whole, subject));
  const isTickable = fitting.length > 0;
  const ticks = useTickedRows(whole.rows);
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
  const width = headers.length + (isTickable ? 1 : 0);
  const download = (): void => {
    app.host.saveFile(`${name}.csv`, new Blob([writeCsv([headers, ...rows])], { type: 'text/csv' }));
  };
  return (
    <section aria-label={caption}>
      <Group justify="space-between" mb={4}>
        <Text size="sm" c="dimmed">
          {caption} · {of > rows.length ? t('rowsOf', { count: rows.length, of }) : t('rows', { count: rows.length })}
        </Text>
        <Group gap={4}>
          {fitting.map(({ id, label, run }) => (
            <Button
              key={id}
              size="compact-sm"
              variant="light"
              disabled={ticks.ticked.length === 0}
              onClick={() => void run(ticks.ticked, whole, subject)}
            >
              {label}
            </Button>
          ))}
          <Button size="compact-sm" variant="subtle" onClick={download}>
            {t('downloadCsv')}
          </Button>
        </Group>
      </Group>
      {/* What scrolls has to be reachable by keyboard. */}
      <div ref={scroller} className={classes['scroller']} tabIndex={0} role="group" aria-label={caption}>
        <table className={classes['table']}>
          <thead>
            <tr>
              {isTickable && (
                <th scope="col">
                  <Checkbox aria-label={t('tickAll')} checked={ticks.isAll} onChange={ticks.toggleAll} />
                </th>
              )}
              {headers.map((header, i) => (
                <th key={table.columns[i]} scope="col" data-numeric={isNumeric(table.types[i])}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Spacer height={before} columns={width} />
            {items.map(({ index }) => (
              <tr key={index}>
                {isTickable && <TickCell row={whole.rows[index]} ticks={ticks} label={rowName(rows[index])} />}
                {text.row(table, rows[index] ?? []).map((shown, i) => (
                  <td key={table.columns[i]} data-numeric={isNumeric(table.types[i])}>
                    {shown}
                  </td>
                ))}
              </tr>
            ))}
            <Spacer height={after} columns={width} />
          </tbody>
        </table>
      </div>
    </section>
  );
}

type Row = readonly Value[];

function TickCell({ row, ticks, label }: { row: Row | undefined; ticks: TickedRows<Row>; label: string }) {
  const { t } = useTranslation('analysis-page');
  if (!row) return <td />;
  return (
    <td>
      <Checkbox aria-label={t('tick', { row: label })} checked={ticks.has(row)} onChange={() => ticks.toggle(row)} />
    </td>
  );
}

/** What a row is called: its first text. */
function rowName(row: Row | undefined): string {
  return String(row?.find((value) => typeof value === 'string') ?? row?.[0] ?? '');
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
