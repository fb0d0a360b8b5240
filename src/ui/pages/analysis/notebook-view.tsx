import { Alert, Button, Group, Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotebookResults, RunRequest } from '@/src/app/cell-result';
import { fillFacts } from '@/src/domain/notebook/facts';
import { inputsOf, inputValues } from '@/src/domain/notebook/input';
import { cellBlocks, type Notebook, type NotebookFault } from '@/src/domain/notebook/notebook';
import { unitsOf } from '@/src/domain/notebook/units';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { ExportMenu } from '../../export/export-menu';
import { goTo, readRoute } from '../../shell/route';
import type { Editing } from './editing';
import { InsertMenu } from './insert-menu';
import classes from './notebook-view.module.css';
import { MovedFiguresPanel } from './moved-figures-panel';
import { ParameterForm } from './parameter-form';
import { TrustBanner } from './trust-banner';
import { UnitView, type NotebookScope } from './unit-view';
import { useFactText } from './use-fact-text';
import { useNotebookKeys } from './use-notebook-keys';
import { useTableActions } from './use-table-actions';
import { useNotebookRun, type Opening, type OpenRun } from './use-notebook-run';

interface Props {
  /** What its files are called. */
  readonly name: string;
  readonly notebook: Notebook;
  readonly dataset: Row<DatasetFields>;
  /** What the address says of parameters and inputs, among other things. */
  readonly given: Readonly<Record<string, string>>;
  readonly opening: Opening;
  readonly onTrust?: () => void;
  /** Undefined for one that is only read. */
  readonly editing?: Editing | undefined;
}

/** A notebook that comes with the product. */
export function ShippedNotebookView(props: Omit<Props, 'opening' | 'onTrust' | 'editing'>) {
  return <NotebookView {...props} opening={{ id: props.name, trusted: true, beforeJs: async () => undefined }} />;
}

/** A notebook as a page: its parameters, its prose in the reader's language, its cells with what they gave. */
export function NotebookView({ name, notebook, dataset, given, opening, onTrust, editing }: Props) {
  const { actions, dialog } = useTableActions(dataset);
  const inputs = useMemo(() => inputsOf(notebook), [notebook]);
  const own = useSteady(Object.fromEntries(Object.entries(given).filter(([name]) => inputs.has(name))));
  const request = useRequest(notebook, dataset, own);
  const run = useNotebookRun(request, opening);
  const { values } = useMemo(() => inputValues(inputs, own), [inputs, own]);
  const fact = useFactText(run.standings, inputs, values);
  const fillProse = (text: string): string => fillFacts(text, fact).text;
  const { units } = useMemo(() => unitsOf(notebook), [notebook]);
  const box = useNotebookKeys({ editing, run, units, notebook });
  const change = (name: string, value: string): void => {
    const { path, params } = readRoute(window.location.hash);
    goTo(path.length > 1 ? path : ['analysis'], { ...params, dataset: dataset.id, [name]: value });
  };
  const scope: NotebookScope = { notebook, dataset, given: own, run, fact, editing, actions, onChange: change };
  const runnable = cellBlocks(notebook).filter(({ cell }) => cell.kind !== 'input' && cell.kind !== 'kept').length > 0;
  return (
    <Stack ref={box} gap="lg" className={classes['notebook'] ?? ''} aria-busy={run.busy} data-notebook={name}>
      {!run.trusted && runnable && (
        <TrustBanner
          notebook={notebook}
          onTrust={() => {
            run.trust();
            onTrust?.();
          }}
        />
      )}
      {notebook.faults.map((fault) => (
        <FaultLine key={`${fault.line} ${fault.code}`} fault={fault} notebook={notebook} editing={editing} />
      ))}
      <Group justify="space-between" align="start">
        <ParameterForm specs={notebook.frontMatter.parameters} given={own} dataset={dataset} onChange={change} />
        <ExportMenu name={name} shown={{ notebook, results: resultsOf(run), dataset, fillProse }} />
      </Group>
      {run.moved && (
        <MovedFiguresPanel moved={run.moved} notebook={notebook} dataset={dataset} onClose={run.dismissMoved} />
      )}
      {editing && <InsertMenu notebook={notebook} run={run} at={0} editing={editing} />}
      {units.map((unit, at) => (
        <UnitView key={keyOf(notebook, unit.block, at)} unit={unit} at={at} scope={scope} />
      ))}
      {dialog}
    </Stack>
  );
}

function resultsOf({ standings }: OpenRun): NotebookResults {
  return new Map([...standings].flatMap(([key, { result, error }]) => (result && !error ? [[key, result]] : [])));
}

/** A cell keeps its place in the page, with its editor and its pictures, wherever it is moved to. */
function keyOf({ blocks }: Notebook, block: number, at: number): string {
  const first = blocks[block];
  return first?.type === 'cell' ? `cell ${first.key}` : `prose ${at}`;
}

function FaultLine(props: { fault: NotebookFault; notebook: Notebook; editing: Editing | undefined }) {
  const { fault, notebook, editing } = props;
  const { t } = useTranslation(['shell', 'notebook-page']);
  const { proposal } = fault;
  const at = unitsOf(notebook).units.findIndex(({ block }) => {
    const first = notebook.blocks[block];
    return first?.type === 'cell' && first.line === fault.line;
  });
  return (
    <Alert color="orange" variant="outline" data-fault={fault.code}>
      <Group justify="space-between">
        {t(`fault.${fault.code}`, { line: fault.line, detail: fault.detail, proposal: proposal ?? '' })}
        {editing && proposal !== undefined && at >= 0 && (
          <Button size="compact-sm" variant="light" onClick={() => editing.rename(at, proposal)}>
            {t('notebook-page:renameTo', { name: proposal })}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

function useRequest(
  notebook: Notebook,
  { id, fields }: Row<DatasetFields>,
  given: Readonly<Record<string, string>>,
): RunRequest {
  // Files may be appended, and that undone, while the page is open.
  const datasetHash = (fields.sources ?? []).map(({ file }) => file.sha256).join(' ');
  return useMemo(() => ({ notebook, dataset: id, datasetHash, given }), [notebook, id, datasetHash, given]);
}

/** The same object as long as it says the same. */
function useSteady(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const text = JSON.stringify(values);
  // Safe: written a line before.
  return useMemo(() => JSON.parse(text) as Record<string, string>, [text]);
}
