import { Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kind } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import { readView, viewParams } from '@/src/domain/records/view';
import { useLive } from '../app-context';
import { goTo, type Route } from '../shell/route';
import { ClosedRecord } from './closed-record';
import { CustomFields } from './custom-fields';
import { useKindWords } from './kind-words';
import { RecordBoard } from './record-board';
import { RecordDetail } from './record-detail';
import { RecordForm } from './record-form';
import { RecordList } from './record-list';

interface Props {
  readonly kind: Kind;
  readonly route: Route;
  /** The path of the list; a record of it has its id behind it. */
  readonly base: readonly string[];
  /** See `RecordForm`. */
  readonly make?: ComponentProps<typeof RecordForm>['make'];
  /** Its records are made elsewhere, by other work: there is no button for a new one. */
  readonly madeElsewhere?: boolean;
  /** What stands beside the buttons. */
  readonly actions?: ReactNode;
  /** What a record of this kind shows besides its values. */
  readonly detail?: (row: Row) => ReactNode;
  /** What can be done with the record that is open. */
  readonly rowActions?: (row: Row) => ReactNode;
  /** What can be done with rows that are ticked, besides what can be with all kinds. */
  readonly bulk?: (rows: readonly Row[]) => ReactNode;
}

/** The records of a kind as a list or as a board, under one filter that the address holds; one of them open beside it. */
export function RecordRoom(props: Props) {
  const { kind, route, base, madeElsewhere = false, actions, rowActions, detail, bulk, make } = props;
  const { t } = useTranslation('records');
  const { one } = useKindWords()(kind);
  const [adding, setAdding] = useState(false);
  const [fields, setFields] = useState(false);
  const { params } = route;
  const view = readView(params);
  const openId = route.path[base.length];
  const found = useLive(`row:${openId}`, async (app) => openId && app.records.row(openId));
  const open = found && found.kind === kind.name ? found : undefined;
  const shut = useLive(`closed:${openId}`, async (app) => openId && app.records.closed(openId));
  const closed = shut && shut.kind === kind.name ? shut : undefined;
  const add = (): void => setAdding(true);
  const shown = {
    kind,
    params,
    onParams: (next: Readonly<Record<string, string>>): void => goTo(base, next),
    onOpen: (id: string): void => goTo([...base, id], params),
  };
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          {kind.states.length > 1 && (
            <SegmentedControl
              size="xs"
              aria-label={t('view')}
              value={view.as}
              onChange={(as) => goTo(base, viewParams({ ...view, as: as === 'board' ? 'board' : 'list' }))}
              data={[
                { value: 'list', label: t('list') },
                { value: 'board', label: t('board') },
              ]}
            />
          )}
          {actions}
        </Group>
        <Group gap="xs">
          <Button size="compact-sm" variant="subtle" onClick={() => setFields(true)}>
            {t('fieldsOwn')}
          </Button>
          {!madeElsewhere && (
            <Button size="compact-sm" onClick={add} data-action="new">
              {t('new', { kind: one })}
            </Button>
          )}
        </Group>
      </Group>
      {view.as === 'board' ? (
        <RecordBoard {...shown} />
      ) : (
        <RecordList {...shown} {...(madeElsewhere ? {} : { onNew: add })} bulk={bulk} />
      )}
      {open && (
        <RecordDetail kind={kind} row={open} onClose={() => goTo(base, params)} actions={rowActions?.(open)}>
          {detail?.(open)}
        </RecordDetail>
      )}
      {closed && <ClosedRecord kind={kind} row={closed} onClose={() => goTo(base, params)} />}
      {adding && (
        <RecordForm
          kind={kind}
          onClose={() => setAdding(false)}
          onMade={(record) => goTo([...base, record], params)}
          {...(make ? { make } : {})}
        />
      )}
      {fields && <CustomFields kind={kind} onClose={() => setFields(false)} />}
    </Stack>
  );
}
