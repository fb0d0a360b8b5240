import { Alert, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellStanding } from '@/src/app/cell-result';
import type { CellSaid } from '@/src/app/ports/cells';
import type { AnalysisRun } from '@/src/domain/analysis/run-analysis';
import type { AnalysisCell, Cell, FrameCell } from '@/src/domain/notebook/notebook';
import { shownParts } from '@/src/domain/notebook/shown-parts';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface } from '../../app-context';
import { ChartView } from '../../charts/chart-view';
import { ResultTable } from '../../components/result-table';
import { subjectOf, type TableAction } from '../../components/table-actions';
import { useValueText, useWords } from '../../components/use-value-text';
import { CellNotices } from './cell-notices';
import { ChartCellView } from './chart-cell-view';
import { ConsoleLines } from './console-lines';
import { Headline } from './headline';
import { KeyAccountsButton } from './key-accounts-button';
import { OriginOfFigures } from './origin-of-figures';
import type { NotebookScope } from './unit-view';
import { useChartOrigin } from './use-chart-origin';
import { useCellSentence } from './use-cell-sentence';
import { ValueView } from './value-view';

/** What a cell gave, or why it gave nothing. What it gave before it failed or was changed stays where it is. */
export function CellView({ cell, standing, scope }: { cell: Cell; standing: CellStanding; scope: NotebookScope }) {
  const { result, error } = standing;
  const sentence = useCellSentence();
  const said = saidIn(standing);
  return (
    <>
      {error && (
        <Alert color="red" variant="outline" data-error={error.code} style={{ whiteSpace: 'pre-wrap' }}>
          {sentence(error)}
        </Alert>
      )}
      {result && !error && <ResultView cell={cell} result={result} scope={scope} />}
      {said && <ConsoleLines name={cell.name || cell.kind} said={said} />}
    </>
  );
}

/** What a program said: the one that failed, or the one whose result is shown. */
function saidIn({ result, error }: CellStanding): CellSaid | undefined {
  if (error) return error.code === 'cell-failed' ? error.said : undefined;
  return result?.kind === 'output' ? result.output.said : undefined;
}

const NO_ACTIONS: readonly TableAction[] = [];

type Given = NonNullable<CellStanding['result']>;

function ResultView({ cell, result, scope }: { cell: Cell; result: Given; scope: NotebookScope }) {
  const { dataset, actions = NO_ACTIONS } = scope;
  const origin = useChartOrigin();
  switch (result.kind) {
    case 'analysis':
      return cell.kind === 'analysis' ? (
        <AnalysisView cell={cell} run={result.run} dataset={dataset} actions={actions} />
      ) : null;
    case 'frame':
      return cell.kind === 'frame' ? <FrameView cell={cell} result={result} actions={actions} /> : null;
    case 'chart':
      return cell.kind === 'chart' ? (
        <ChartCellView cell={cell} spec={result.spec} table={result.table} origin={origin(dataset)} actions={actions} />
      ) : null;
    default: {
      const { table, value, notices } = result.output;
      return (
        <Stack gap={4}>
          <CellNotices notices={notices} />
          {table ? (
            <ResultTable
              name={cell.name || cell.kind}
              caption={cell.name || cell.kind}
              table={table}
              actions={actions}
            />
          ) : (
            <ValueView name={cell.name || cell.kind} value={value} />
          )}
        </Stack>
      );
    }
  }
}

interface AnalysisProps {
  readonly cell: AnalysisCell;
  readonly run: AnalysisRun;
  readonly dataset: Row<DatasetFields>;
  readonly actions: readonly TableAction[];
}

function AnalysisView({ cell, run, dataset, actions }: AnalysisProps) {
  const words = useWords();
  const { i18n } = useTranslation();
  const { language } = useInterface().format;
  const origin = useChartOrigin();
  const parts = useMemo(() => {
    const fixed = i18n.getFixedT(language);
    return shownParts(cell.show, run, (key) => fixed(`analysis:${key}` as 'product'));
  }, [cell, run, i18n, language]);
  return (
    <Stack gap="lg">
      {parts.map((part) => {
        if (part.kind === 'headline') {
          return (
            <Stack key={part.kind} gap="sm" align="start">
              <Headline run={run} />
              <KeyAccountsButton run={run} actions={actions} />
            </Stack>
          );
        }
        const id = `${part.kind}.${part.name}`;
        return part.kind === 'chart' ? (
          <ChartView
            key={id}
            name={`${cell.name}-${part.name}`}
            title={words(`analysis:chart.title.${part.name}`, part.name)}
            origin={origin(dataset, run)}
            spec={part.spec}
          />
        ) : (
          <ResultTable
            key={id}
            name={`${cell.name}-${part.name}`}
            caption={words(`analysis:table.${part.name}`, part.name)}
            table={part.table}
            actions={actions}
            subject={subjectOf(run)}
          />
        );
      })}
      <OriginOfFigures run={run} dataset={dataset} />
    </Stack>
  );
}

interface FrameProps {
  readonly cell: FrameCell;
  readonly result: Extract<Given, { kind: 'frame' }>;
  readonly actions: readonly TableAction[];
}

function FrameView({ cell, result, actions }: FrameProps) {
  const { t } = useTranslation('analysis-page');
  const { column } = useValueText();
  const [step] = cell.plan.steps;
  const { measures: [measured] = [], by: [by] = [] } = step?.kind === 'group' ? step : {};
  return (
    <Stack gap={4}>
      <CellNotices notices={result.notices} />
      <ResultTable
        name={cell.name}
        caption={measured && by ? t('frame', { column: column(measured.column), group: column(by) }) : cell.name}
        table={result.table}
        actions={actions}
      />
      <Text size="xs" c="dimmed">
        {t('frameNote')}
      </Text>
    </Stack>
  );
}
