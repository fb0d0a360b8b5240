import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import type { ViewField } from '@/src/domain/records/custom-field.kind';
import type { Kind } from '@/src/domain/records/kind';
import { STATE, type Row } from '@/src/domain/records/record';
import { groupRows, readView, selectRows, sortRows, viewParams, type RowGroup } from '@/src/domain/records/view';
import { BoardColumns } from './board-columns';
import { MoveDialog } from './move-dialog';
import { useBoardMoves } from './use-board-moves';
import { useKindReading, type KindReading } from './use-kind-reading';
import { useRows } from './use-reading';

type Params = Readonly<Record<string, string>>;

interface Props {
  readonly kind: Kind;
  /** The query of the address: the same view as the list of the kind. */
  readonly params: Params;
  readonly onParams: (params: Params) => void;
  readonly onOpen: (record: RecordId) => void;
}

/** The records of a kind in columns by state, or by a choice or user field; a card moved to another column is changed to it. */
export function RecordBoard(props: Props) {
  const of = useKindReading(props.kind);
  const rows = useRows(props.kind.name);
  return of && rows ? <Board {...props} of={of} rows={rows} /> : null;
}

function Board({ kind, params, onParams, onOpen, of, rows }: Props & { of: KindReading; rows: readonly Row[] }) {
  const { t } = useTranslation('board');
  const { fields, words } = of;
  const groups = useMemo(() => groupsOf(kind, fields), [kind, fields]);
  const group = groups.find(({ path }) => path === params['group']);
  const columns = useColumns(rows, params, group, of);
  const moves = useBoardMoves(kind, group, of);
  const count = columns.reduce((sum, column) => sum + column.rows.length, 0);
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="end">
        <Text size="sm" c="dimmed">
          {count === 0 && rows.length > 0 ? t('noneMatch') : t('count', { count })}
        </Text>
        {groups.length > 0 && (
          <NativeSelect
            size="xs"
            label={t('columnsBy')}
            value={group?.path ?? STATE}
            data={[{ path: STATE, label: undefined }, ...groups].map((field) => ({
              value: field.path,
              label: words.field(field),
            }))}
            onChange={(event) => {
              const path = event.currentTarget.value;
              onParams(viewParams({ ...readView(params), group: path === STATE ? undefined : path }));
            }}
          />
        )}
      </Group>
      <BoardColumns
        label={t('board', { kind: words.all })}
        columns={columns}
        of={of}
        group={group}
        moves={moves}
        onOpen={onOpen}
      />
      {moves.ask && <MoveDialog ask={moves.ask} onClose={moves.close} />}
    </Stack>
  );
}

/** Besides the state: single choices and users of the kind's groups, and choices that users have added. */
function groupsOf(kind: Kind, fields: readonly ViewField[]): ViewField[] {
  const own = kind.view?.groups ?? [];
  return fields.filter(
    ({ path, spec: { type, many }, label }) =>
      !many && (type === 'choice' || type === 'user') && (own.includes(path) || label !== undefined),
  );
}

function useColumns(
  rows: readonly Row[],
  params: Params,
  group: ViewField | undefined,
  { kind, fields, reading }: KindReading,
): readonly RowGroup[] {
  const { q = '', where = '', sort = '' } = params;
  const sorted = useMemo(() => {
    const usual = kind.view?.sort ?? { field: STATE, descending: false };
    const order = readView({ sort }).sort ?? { path: usual.field, descending: usual.descending };
    return sortRows(kind, rows, order, { fields, reading });
  }, [kind, rows, sort, fields, reading]);
  return useMemo(
    () => groupRows(kind, selectRows(sorted, readView({ q, where }), fields, reading), group?.path ?? STATE, fields),
    [kind, sorted, q, where, group?.path, fields, reading],
  );
}
