import { Alert, Group, Loader, Stack, Text } from '@mantine/core';
import { startTransition, useEffect, useState } from 'react';
import Markdown from 'react-markdown';
import { useTranslation } from 'react-i18next';
import type { NotebookResults } from '@/src/app/cell-result';
import type { Block, Notebook } from '@/src/domain/notebook/notebook';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface } from '../../app-context';
import { ExportMenu } from '../../export/export-menu';
import { goTo, readRoute } from '../../shell/route';
import { CellView } from './cell-view';
import classes from './notebook-view.module.css';
import { ParameterForm } from './parameter-form';

/** A notebook as a page: its parameters, its prose in the reader's language, its cells run from top to bottom. */
export function NotebookView(props: {
  name: string;
  notebook: Notebook;
  dataset: Row<DatasetFields>;
  given: Readonly<Record<string, string>>;
}) {
  const { name, notebook, dataset, given } = props;
  const { t } = useTranslation();
  const { parameters } = notebook.frontMatter;
  const own = Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(parameters, name)));
  const { results, running } = useResults(notebook, dataset, own);
  const change = (name: string, value: string): void => {
    const { path, params } = readRoute(window.location.hash);
    goTo(path.length > 1 ? path : ['analysis'], { ...params, dataset: dataset.id, [name]: value });
  };
  return (
    <Stack gap="lg" className={classes['notebook'] ?? ''} aria-busy={running}>
      {notebook.faults.map((fault) => (
        <Alert key={fault.line} color="orange">
          {t(`fault.${fault.code}`, { line: fault.line, detail: fault.detail, proposal: fault.proposal ?? '' })}
        </Alert>
      ))}
      <Group justify="space-between" align="start">
        <ParameterForm specs={parameters} given={own} dataset={dataset} onChange={change} />
        <ExportMenu name={name} shown={{ notebook, results, dataset, fillProse: (text) => text }} />
      </Group>
      {notebook.blocks.map((block, i) => (
        // Blocks have no names of their own and never change places while they are shown.
        // oxlint-disable-next-line react/no-array-index-key
        <BlockView key={i} block={block} results={results} dataset={dataset} />
      ))}
    </Stack>
  );
}

function BlockView(props: { block: Block; results: NotebookResults; dataset: Row<DatasetFields> }) {
  const { block, results, dataset } = props;
  const { format } = useInterface();
  const { t } = useTranslation('analysis-page');
  if (block.type === 'marker') return null;
  if (block.type === 'prose') {
    const isMine = block.language === '*' || block.language === format.language;
    if (!isMine || block.text === '') return null;
    return (
      <div className={classes['prose']}>
        <Markdown>{block.text}</Markdown>
      </div>
    );
  }
  if (block.cell.kind !== 'analysis' && block.cell.kind !== 'frame')
    return <Text c="dimmed">{t('kept', { name: block.cell.name })}</Text>;
  const result = results.get(block.key);
  return result ? (
    <CellView cell={block.cell} result={result} dataset={dataset} />
  ) : (
    <Loader size="sm" role="status" aria-label={t('running')} />
  );
}

function useResults(notebook: Notebook, dataset: Row<DatasetFields>, given: Readonly<Record<string, string>>) {
  const { app } = useInterface();
  const question = JSON.stringify(given);
  const [answer, setAnswer] = useState<{
    readonly of: string;
    readonly results: NotebookResults;
    readonly running: boolean;
  }>();
  // Files may be appended, and that undone, while the page is open.
  const files = (dataset.fields.sources ?? []).map(({ file }) => file.sha256).join(' ');
  const of = `${dataset.id} ${files} ${question}`;
  useEffect(() => {
    let gone = false;
    const tell = (results: NotebookResults, running: boolean): void => {
      // In slices: tables and charts of many customers never hold the page up.
      if (!gone) startTransition(() => setAnswer({ of, results, running }));
    };
    const request = { dataset: dataset.id, given: JSON.parse(question) as Record<string, unknown> };
    const run = async (): Promise<void> =>
      tell(await app.notebooks.run(notebook, request, (results) => tell(results, true)), false);
    void run();
    return () => {
      gone = true;
    };
  }, [app, notebook, dataset.id, question, of]);
  // While new parameters are computed the old answer stays, marked busy: the page does not jump.
  return { results: answer?.results ?? new Map(), running: answer?.of !== of || answer.running };
}
