import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartSpec, ResultTable as Table } from '@/src/domain/analysis/result';
import type { ChartCell } from '@/src/domain/notebook/notebook';
import { cellChart, MOST_MARKS } from '../../charts/cell-chart';
import { ChartView } from '../../charts/chart-view';
import { readPicked, rowsPicked, type Picked } from '../../charts/picked';
import { ResultTable } from '../../components/result-table';
import type { TableAction } from '../../components/table-actions';
import { useValueText } from '../../components/use-value-text';

interface Props {
  readonly cell: ChartCell;
  readonly spec: ChartSpec;
  readonly table: Table;
  /** What the dataset was read from. */
  readonly origin: readonly string[];
  readonly actions: readonly TableAction[];
}

/** A chart over its table. What is picked in the chart, or typed over the table, is what the table shows. */
export function ChartCellView({ cell, spec, table, origin, actions }: Props) {
  const { t } = useTranslation('notebook-page');
  const { column, value } = useValueText();
  const [picked, setPicked] = useState<Picked>();
  const [turn, setTurn] = useState(0);
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim().toLocaleLowerCase());
  // The names of columns are words of the language, which a new function stands for.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const drawn = useMemo(() => cellChart(spec, table, column), [spec, table]);
  const shown = useMemo(() => {
    const rows = picked ? rowsPicked(table, picked) : table.rows;
    if (wanted === '') return { ...table, rows };
    return {
      ...table,
      rows: rows.filter((row) =>
        row.some((one) =>
          String(one ?? '')
            .toLocaleLowerCase()
            .includes(wanted),
        ),
      ),
    };
  }, [table, picked, wanted]);
  const name = cell.name || cell.data;
  const says = Object.entries(picked ?? {}).map(([field, one]) => {
    const type = table.types[table.columns.indexOf(field)] ?? 'text';
    const bounds = 'values' in one ? one.values.slice(0, 5) : [one.from, one.to];
    const texts = bounds.map((bound) => value(bound, type, field));
    const more = 'values' in one && one.values.length > 5 ? ' …' : '';
    return `${column(field)}: ${texts.join('values' in one ? t('listed') : '–')}${more}`;
  });
  return (
    <Stack gap="xs">
      <ChartView
        name={name}
        title={name}
        origin={origin}
        spec={drawn.spec}
        picking={{ selections: drawn.selections, turn, onPick: (said) => setPicked(readPicked(said, table)) }}
      />
      {table.rows.length > MOST_MARKS && (
        <Text size="xs" c="dimmed">
          {t('marksCut', { count: MOST_MARKS })}
        </Text>
      )}
      <Group gap="xs">
        <TextInput
          size="xs"
          aria-label={t('filterTable')}
          placeholder={t('filterTable')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {picked && (
          <Button
            size="compact-sm"
            variant="light"
            data-filtered
            aria-label={t('filteredClear', { what: says.join(t('listed')) })}
            onClick={() => {
              setPicked(undefined);
              setTurn((count) => count + 1);
            }}
          >
            {t('filtered', { what: says.join(t('listed')) })} ✕
          </Button>
        )}
      </Group>
      <ResultTable
        name={name}
        caption={t('tableOf', { name })}
        table={shown}
        of={table.rows.length}
        actions={actions}
      />
    </Stack>
  );
}
