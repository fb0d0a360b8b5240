import { Alert, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnalysisRun } from '@/src/domain/analysis/run-analysis';
import type { CellResult } from '@/src/app/cell-result';
import { ANALYSES } from '@/src/domain/analysis/catalogue';
import type { AnalysisCell, FrameCell } from '@/src/domain/notebook/notebook';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface } from '../../app-context';
import { ChartView } from '../../charts/chart-view';
import { ResultTable } from '../../components/result-table';
import { useValueText, useWords } from '../../components/use-value-text';
import { Headline } from './headline';
import { OriginOfFigures } from './origin-of-figures';
import { useCellSentence } from './use-cell-sentence';

/** What a cell gave: sentences, charts and tables in the order the notebook asks for. */
export function CellView(props: { cell: AnalysisCell | FrameCell; result: CellResult; dataset: Row<DatasetFields> }) {
  const { cell, result, dataset } = props;
  const sentence = useCellSentence();
  if (result.kind === 'failed') return <Alert color="red">{sentence(result.error)}</Alert>;
  if (result.kind === 'frame') return cell.kind === 'frame' ? <FrameView cell={cell} table={result.table} /> : null;
  if (result.kind !== 'analysis') return null;
  return cell.kind === 'analysis' ? <AnalysisView cell={cell} run={result.run} dataset={dataset} /> : null;
}

function AnalysisView({ cell, run, dataset }: { cell: AnalysisCell; run: AnalysisRun; dataset: Row<DatasetFields> }) {
  const words = useWords();
  const { i18n } = useTranslation();
  const { language } = useInterface().format;
  const charts = useMemo(() => {
    const fixed = i18n.getFixedT(language);
    return ANALYSES.get(run.analysis)?.charts(run.outcome, (key) => fixed(`analysis:${key}` as 'product')) ?? {};
  }, [run, i18n, language]);
  return (
    <Stack gap="lg">
      {cell.show.map((shown) => {
        const [part = '', name = ''] = shown.split('.');
        if (part === 'headline') return <Headline key={shown} run={run} />;
        const chart = part === 'chart' ? charts[name] : undefined;
        if (chart)
          return (
            <ChartView
              key={shown}
              name={`${cell.name}-${name}`}
              title={words(`analysis:chart.title.${name}`, name)}
              spec={chart}
            />
          );
        const table = part === 'table' ? run.outcome.tables[name] : undefined;
        return table ? (
          <ResultTable
            key={shown}
            name={`${cell.name}-${name}`}
            caption={words(`analysis:table.${name}`, name)}
            table={table}
          />
        ) : null;
      })}
      <OriginOfFigures run={run} dataset={dataset} />
    </Stack>
  );
}

function FrameView({ cell, table }: { cell: FrameCell; table: AnalysisRun['outcome']['tables'][string] }) {
  const { t } = useTranslation('analysis-page');
  const { column } = useValueText();
  const [step] = cell.plan.steps;
  const { measures: [measured] = [], by: [by] = [] } = step?.kind === 'group' ? step : {};
  return (
    <Stack gap={4}>
      <ResultTable
        name={cell.name}
        caption={measured && by ? t('frame', { column: column(measured.column), group: column(by) }) : cell.name}
        table={table}
      />
      <Text size="xs" c="dimmed">
        {t('frameNote')}
      </Text>
    </Stack>
  );
}
