import { Button, Group, Stack, Text } from '@mantine/core';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import { dealOf } from '@/src/domain/pipeline/deal';
import { funnelOf, type Funnel } from '@/src/domain/pipeline/funnel';
import { initiationRisks } from '@/src/domain/pipeline/initiation-risks';
import { opportunity, type OpportunityRow } from '@/src/domain/pipeline/opportunity.kind';
import { SCHEME_NAMES } from '@/src/domain/pipeline/shipped-schemes';
import { daysInStep } from '@/src/domain/pipeline/step-times';
import type { Row } from '@/src/domain/records/record';
import { useInterface, useLive } from '../../app-context';
import { BoardColumns, type ColumnKey } from '../../records/board-columns';
import { useKindWords } from '../../records/kind-words';
import { RecordDetail } from '../../records/record-detail';
import { RecordForm } from '../../records/record-form';
import { useKindReading, type KindReading } from '../../records/use-kind-reading';
import { goTo, type Route } from '../../shell/route';
import { PassiveBadge } from './passive-badge';
import { SchemeSelect } from './scheme-select';
import { StepPanel } from './step-panel';
import { StepSheet } from './step-sheet';
import { useMoneyText } from './use-money-text';
import { chosenOf, useFollowed, useLocalText, type Followed } from './use-schemes';
import { useStepMoves } from './use-step-moves';

const BASE = ['pipeline', 'board'];

/** The open opportunities of a scheme in the columns of its steps; one of them open beside it. */
export function StepBoard({ route }: { route: Route }) {
  const all = useFollowed();
  const of = useKindReading(opportunity);
  const chosen = all && chosenOf(all, route.params['scheme']);
  const open = useLive(`row:${route.path[2]}`, async (app) => route.path[2] && app.records.row(route.path[2]));
  if (!chosen || !of) return null;
  return (
    <Stack gap="sm">
      <Head all={all} chosen={chosen} route={route} />
      <Columns key={chosen.scheme.id} followed={chosen} of={of} onOpen={(id) => goTo([...BASE, id], route.params)} />
      {open && open.kind === opportunity.name && (
        <RecordDetail
          kind={opportunity}
          row={open}
          onClose={() => goTo(BASE, route.params)}
          // Safe: it was looked at what kind it is.
          actions={<StepPanel row={open as OpportunityRow} />}
        />
      )}
    </Stack>
  );
}

function Head({ all, chosen, route }: { all: readonly Followed[]; chosen: Followed; route: Route }) {
  const { app, format } = useInterface();
  const { t } = useTranslation(['pipeline', 'records']);
  const { one } = useKindWords()(opportunity);
  const [adding, setAdding] = useState(false);
  const isShipped = SCHEME_NAMES.some((name) => name === chosen.scheme.id);
  const { params } = route;
  return (
    <Group justify="space-between" align="end" gap="xs">
      <SchemeSelect all={all} chosen={chosen} onChoose={(scheme) => goTo(BASE, { ...params, scheme })} />
      <Button size="compact-sm" data-action="new" onClick={() => setAdding(true)}>
        {t('records:new', { kind: one })}
      </Button>
      {adding && (
        <RecordForm
          kind={opportunity}
          given={{ [isShipped ? 'scheme' : 'ownScheme']: chosen.scheme.id }}
          onClose={() => setAdding(false)}
          onMade={(record) => goTo([...BASE, record], params)}
          make={(record, inputs) => app.pipeline.open({ record, inputs, language: format.language })}
        />
      )}
    </Group>
  );
}

interface ColumnsProps {
  readonly followed: Followed;
  readonly of: KindReading;
  readonly onOpen: (record: RecordId) => void;
}

function Columns({ followed, of, onOpen }: ColumnsProps) {
  const { settings } = useInterface();
  const { t } = useTranslation('pipeline');
  const text = useLocalText();
  const { scheme, rows, deals } = followed;
  const steps = useStepMoves(scheme);
  const isCapped = settings['forecast-cap'] !== 'off';
  const funnel = useMemo(() => funnelOf(scheme, deals, isCapped), [scheme, deals, isCapped]);
  const columns = useMemo(() => {
    const byId = new Map<string, OpportunityRow>(rows.map((row) => [row.id, row]));
    return funnel.steps.map(({ id, deals: own }) => ({ key: id, rows: own.flatMap((deal) => byId.get(deal) ?? []) }));
  }, [funnel, rows]);
  const extra = useExtra(followed);
  const note = useNote(funnel);
  const keyOf = (row: Row): ColumnKey => columns.find((column) => column.rows.some(({ id }) => id === row.id))?.key;
  const isStep = (key: ColumnKey): boolean => scheme.steps.some(({ id }) => id === key);
  if (scheme.steps.length === 0) return <Text c="dimmed">{t('noSteps')}</Text>;
  return (
    <>
      {funnel.count === 0 && <Text c="dimmed">{t('noneHere')}</Text>}
      <BoardColumns
        label={text(scheme.title)}
        columns={columns}
        of={of}
        group={undefined}
        onOpen={onOpen}
        note={note}
        extra={extra}
        moves={{
          keyOf,
          leadsTo: (row, key) => isStep(key) && keyOf(row) !== key,
          titleOf: (key) => {
            const step = funnel.steps.find(({ id }) => id === key);
            if (!step) return '';
            return step.step ? text(step.name) : t('goneStep', { name: text(step.name) });
          },
          // Safe, both: the rows of these columns are opportunities.
          moveTo: (row, key) => steps.moveTo(row as OpportunityRow, key ?? ''),
          options: async (row) => steps.options(row as OpportunityRow),
        }}
      />
      {steps.ask && <StepSheet ask={steps.ask} onClose={steps.close} />}
    </>
  );
}

/** What a step counts for, and what it is about. */
function useNote({ steps }: Funnel): (key: ColumnKey) => ReactNode {
  const { t } = useTranslation('pipeline');
  const text = useLocalText();
  const money = useMoneyText();
  return (key) => {
    const one = steps.find(({ id }) => id === key);
    const percent = one?.step?.probability;
    const lines = [
      ...(percent === undefined ? [] : [t('probability', { percent })]),
      ...(one && one.weighted.length > 0 ? [t('weighted', { sums: money(one.weighted) })] : []),
      ...(one?.step?.keyNode === undefined ? [] : [t('keyNode', { node: text(one.step.keyNode) })]),
    ];
    return lines.map((line) => (
      <Text key={line} size="xs" c="dimmed">
        {line}
      </Text>
    ));
  };
}

/** What matters of an opportunity besides its values: how long it has stood here, and the risk of not having begun it. */
function useExtra({ scheme }: Followed): (row: Row) => ReactNode {
  const { app } = useInterface();
  const { t } = useTranslation('pipeline');
  return useCallback(
    (row) => {
      // Safe: the rows of these columns are opportunities.
      const own = row as OpportunityRow;
      const count = daysInStep(dealOf(own, scheme), app.today());
      return (
        <>
          <Text size="xs" c="dimmed">
            {t('daysHere', { count })}
          </Text>
          {initiationRisks(own.fields.initiation).length > 0 && <PassiveBadge />}
        </>
      );
    },
    [app, scheme, t],
  );
}
