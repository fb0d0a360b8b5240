import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellResult, NotebookResults } from '@/src/app/cell-result';
import type { ResultTable } from '@/src/domain/analysis/result';
import type { AnalysisRun } from '@/src/domain/analysis/run-analysis';
import { rawKeys } from '@/src/domain/notebook/graph';
import { titleOf, type AnalysisCell, type CellBlock, type Notebook } from '@/src/domain/notebook/notebook';
import { shownParts } from '@/src/domain/notebook/shown-parts';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface } from '../app-context';
import { wholeChart } from '../charts/cell-chart';
import { shownTable } from '../components/shown-table';
import { useValueText, useWords } from '../components/use-value-text';
import { useDefinition } from '../pages/analysis/use-definition';
import { useHeadline } from '../pages/analysis/use-headline';
import { useProvenance } from '../pages/data/use-provenance';
import type { DocumentPart, DocumentTable, NotebookDocument } from './notebook-document';

export interface ShownNotebook {
  readonly notebook: Notebook;
  readonly results: NotebookResults;
  readonly dataset: Row<DatasetFields> | undefined;
  /** Prose with its facts filled in. */
  readonly fillProse: (text: string) => string;
}

/** Makes of a notebook and its results what a reader of the present language sees, in the order of the file. */
export function useDocument(): (shown: ShownNotebook) => NotebookDocument {
  const { format } = useInterface();
  const { t } = useTranslation('analysis-page');
  const provenance = useProvenance();
  const parts = useParts();
  return ({ notebook, results, dataset, fillProse }) => {
    const raw = rawKeys(notebook);
    return {
      language: format.language,
      title: titleOf(notebook, format.language),
      parts: notebook.blocks.flatMap((block): DocumentPart[] => {
        if (block.type === 'prose') {
          const isMine = block.language === '*' || block.language === format.language;
          return isMine && block.text !== '' ? [{ kind: 'prose', markdown: fillProse(block.text) }] : [];
        }
        if (block.type !== 'cell') return [];
        const result = results.get(block.key);
        return result ? parts(block, result, raw.has(block.key)) : [];
      }),
      provenance: dataset ? provenance(dataset) : [],
      labels: {
        provenance: t('provenance'),
        definitions: t('definitions'),
        filter: t('filterRows'),
        what: t('definitionOf'),
        text: t('definition'),
        cut: (kept, all) => t('rowsCut', { kept: format.count(kept), all: format.count(all) }),
      },
    };
  };
}

function useParts(): (block: CellBlock, result: CellResult, isRaw: boolean) => DocumentPart[] {
  const words = useWords();
  const headline = useHeadline();
  const tableOf = useTables();
  const definition = useDefinitionPart();
  const { column } = useValueText();
  const analysisParts = useCallback(
    ({ show, name }: AnalysisCell, run: AnalysisRun): DocumentPart[] => {
      const shown = shownParts(show, run, (key) => words(`analysis:${key}`)).map((part): DocumentPart => {
        if (part.kind === 'headline') return { kind: 'sentences', lines: headline(run) };
        const { name: of } = part;
        const id = `${name}-${of}`;
        return part.kind === 'chart'
          ? { kind: 'chart', id, title: words(`analysis:chart.title.${of}`, of), spec: part.spec, isRaw: false }
          : tableOf(part.table, { id, caption: words(`analysis:table.${of}`, of), isRaw: false });
      });
      return [...shown, definition(run)];
    },
    [words, headline, tableOf, definition],
  );
  return ({ cell, key }, result, isRaw) => {
    if (result.kind === 'analysis') return cell.kind === 'analysis' ? analysisParts(cell, result.run) : [];
    if (result.kind === 'frame') return [tableOf(result.table, { id: key, caption: cell.name, isRaw })];
    if (result.kind === 'chart') {
      const spec = wholeChart(result.spec, result.table, column);
      return [{ kind: 'chart', id: key, title: cell.name, spec, isRaw }];
    }
    if (result.kind === 'failed') return [];
    const { table, value } = result.output;
    if (table) return [tableOf(table, { id: key, caption: cell.name, isRaw })];
    return value === undefined ? [] : [{ kind: 'value', text: textOf(value) }];
  };
}

function useTables(): (table: ResultTable, named: Pick<DocumentTable, 'id' | 'caption' | 'isRaw'>) => DocumentTable {
  const text = useValueText();
  return (whole, named) => {
    const table = shownTable(whole);
    return {
      kind: 'table',
      ...named,
      headers: table.columns.map((column) => text.column(column)),
      table,
      shown: table.rows.map((row) => text.row(table, row)),
    };
  };
}

function useDefinitionPart(): (run: AnalysisRun) => DocumentPart {
  const { t } = useTranslation('analysis-page');
  const words = useWords();
  const definition = useDefinition();
  return (run) => {
    const { meaning, version } = definition(run);
    const values = Object.entries(run.params).map(
      ([name, value]) =>
        `${words(`analysis:parameter.${name}`, name)}: ${words(`analysis:option.${value}`, String(value))}`,
    );
    return { kind: 'definition', title: t('definition'), lines: [meaning, ...values, version] };
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
}
