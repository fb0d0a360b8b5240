import { Button, Group, Stack, Text } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kind } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import type { ViewState } from '@/src/domain/records/view';
import { useInterface } from '../app-context';
import { BulkBar } from './bulk-bar';
import { FilterBar } from './filter-bar';
import { LoadingRows } from './loading-rows';
import { RecordTable } from './record-table';
import { columnsOf, useEarlyReading, type KindReading } from './use-kind-reading';
import { useFolded } from './use-folded';
import { useLoadedRows, type LoadedRows } from './use-loaded-rows';
import { useShownRows } from './use-shown-rows';
import { useTicked } from './use-ticked';
import { useView, type Params } from './use-view';

interface Props {
  readonly kind: Kind;
  /** The query of the address: the whole state of the view. See `ViewState`. */
  readonly params: Params;
  readonly onParams: (params: Params) => void;
  readonly onOpen: (id: string) => void;
  /** How a first record is made; without it the empty list only says what it is. */
  readonly onNew?: () => void;
  /** What can be done with the rows that are ticked, besides what can be with all kinds. */
  readonly bulk?: ((rows: readonly Row[]) => ReactNode) | undefined;
}

/** The records of any kind: searched, filtered, sorted, grouped, edited where they stand, ticked and exported. */
export function RecordList(props: Props) {
  // Of another kind nothing stays: ticks, what is typed, a reading that was stopped.
  return <ListOf key={props.kind.name} {...props} />;
}

function ListOf(props: Props) {
  const loaded = useLoadedRows(props.kind.name);
  const { isWhole, of } = useEarlyReading(props.kind);
  if (!isWhole || !loaded.rows) return <ListToCome {...props} loaded={loaded} of={of} />;
  if (loaded.rows.length === 0) return <NoRecords of={of} onNew={props.onNew} />;
  return <LoadedList {...props} of={of} rows={loaded.rows} />;
}

/** How far the reading is, and a few of the records, which can be looked at but not yet acted upon. */
function ListToCome({ loaded, of, params, onParams }: Props & { loaded: LoadedRows; of: KindReading }) {
  const { few, stopped } = loaded;
  return (
    <Stack gap="xs">
      <LoadingRows loaded={loaded} />
      {few.length > 0 && !stopped && <FewRecords of={of} rows={few} params={params} onParams={onParams} />}
    </Stack>
  );
}

function FewRecords(props: Pick<Props, 'params' | 'onParams'> & { of: KindReading; rows: readonly Row[] }) {
  const { of, rows, params, onParams } = props;
  const { view } = useView(params, onParams);
  const shown = useShownRows(rows, view, of);
  const folded = useFolded(shown);
  const ticked = useTicked(shown.rows);
  const columns = useMemo(() => columnsOf(of.kind, of.fields), [of]);
  return (
    <div inert aria-busy>
      <RecordTable {...{ of, columns, shown, folded, ticked }} onSort={nothing} onOpen={nothing} />
    </div>
  );
}

function nothing(): void {}

function NoRecords({ of, onNew }: { of: KindReading; onNew: (() => void) | undefined }) {
  const { t } = useTranslation('records');
  return (
    <Stack gap="xs" align="start">
      <Text>{of.words.empty ?? t('none', { what: of.words.all })}</Text>
      {onNew && <Button onClick={onNew}>{t('new', { kind: of.words.one })}</Button>}
    </Stack>
  );
}

function LoadedList({ of, rows, params, onParams, onOpen, bulk }: Props & { of: KindReading; rows: readonly Row[] }) {
  const { app, tell, format } = useInterface();
  const { t } = useTranslation('records');
  const control = useView(params, onParams);
  const shown = useShownRows(rows, control.view, of);
  const folded = useFolded(shown);
  const ticked = useTicked(shown.rows);
  const columns = useMemo(() => columnsOf(of.kind, of.fields), [of]);
  const { change } = control;
  const sortBy = useCallback((sort: ViewState['sort']) => change({ sort }), [change]);
  const open = useSteady(onOpen);
  const save = (rows: readonly Row[]): void => {
    const headed = columns.map((field) => ({ field, heading: of.words.field(field) }));
    const count = app.records.exportTable({ kind: of.kind.name, columns: headed, rows, reading: of.reading });
    tell({ text: t('exported', { count, number: format.count(count) }) });
  };
  const count = { shown: format.count(shown.rows.length), total: format.count(rows.length) };
  return (
    <Stack gap="xs">
      <FilterBar of={of} control={control} params={params} onParams={onParams} />
      <Group justify="space-between" gap="xs" mih={36}>
        <Text size="sm" c="dimmed" role="status">
          {t('count', count)}
        </Text>
        <Button size="compact-sm" variant="default" disabled={shown.rows.length === 0} onClick={() => save(shown.rows)}>
          {t('export')}
        </Button>
      </Group>
      {ticked.rows.length > 0 && (
        <BulkBar of={of} ticked={ticked} onExport={() => save(ticked.rows)} more={bulk?.(ticked.rows)} />
      )}
      {shown.rows.length === 0 ? (
        <NothingMatches onClear={() => change({ text: '', where: [] })} />
      ) : (
        <RecordTable {...{ of, columns, shown, folded, ticked }} onSort={sortBy} onOpen={open} />
      )}
    </Stack>
  );
}

/** The same function all along, which does what the newest one does. */
function useSteady(act: (id: string) => void): (id: string) => void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  return useCallback((id) => latest.current(id), []);
}

function NothingMatches({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation('records');
  return (
    <Group gap="xs">
      <Text>{t('noMatch')}</Text>
      <Button size="compact-sm" variant="default" onClick={onClear}>
        {t('showAll')}
      </Button>
    </Group>
  );
}
