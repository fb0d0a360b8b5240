import { Anchor, Button, FileButton, Group, Loader, Select, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { titleOf } from '@/src/domain/notebook/notebook';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import type { NotebookRow } from '@/src/app/notebooks';
import { useInterface, useLive } from '../../app-context';
import { EmptyState } from '../../components/empty-state';
import { goTo, hashOf, type Route } from '../../shell/route';
import { NotebookList, type ListedNotebook } from './notebook-list';
import classes from './notebook-view.module.css';
import { ShippedNotebookPage } from './shipped-notebook-page';
import { OwnNotebook } from './own-notebook';
import { useNotebookFiles } from './use-notebook-files';

/** Notebooks over a sales file, those that are shipped and the user's own. Notebook, file and parameters are in the address. */
export function AnalysisPage({ route }: { route: Route }) {
  const { t } = useTranslation('analysis-page');
  const datasets = useLive('datasets', (of) => of.datasets.list());
  const own = useLive('notebooks', (of) => of.notebooks.list());
  if (!datasets || !own) return null;
  const ready = datasets.filter((row) => row.state === 'ready').toReversed();
  const chosen = ready.find((row) => row.id === route.params['dataset']) ?? ready[0];
  if (!chosen) {
    return (
      <EmptyState title={t('title')} text={t('noDataset')}>
        <Anchor href={hashOf(['data'])}>{t('toData')}</Anchor>
      </EmptyState>
    );
  }
  return <Room route={route} datasets={ready} dataset={chosen} own={own} />;
}

interface RoomProps {
  readonly route: Route;
  readonly datasets: readonly Row<DatasetFields>[];
  readonly dataset: Row<DatasetFields>;
  readonly own: readonly NotebookRow[];
}

function Room({ route, datasets, dataset, own }: RoomProps) {
  const { app, format } = useInterface();
  const { t } = useTranslation('analysis-page');
  const { shipped } = app.notebooks;
  const asked = route.path[1];
  const row = own.find(({ id }) => id === asked);
  const open = row?.id ?? (shipped.find(({ name }) => name === asked) ?? shipped[0])?.name ?? '';
  const listed: readonly ListedNotebook[] = [
    ...shipped.map(({ name, notebook }) => ({
      id: name,
      title: titleOf(notebook, format.language),
      group: 'shipped' as const,
    })),
    ...own.map(({ id, fields }) => ({ id, title: fields.title, group: 'own' as const })),
  ];
  const show = (id: string, of: string): void => goTo(['analysis', id], { dataset: of });
  const current = shipped.find(({ name }) => name === open);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="end">
        <Title order={1} size="h2">
          {t('title')}
        </Title>
        <Group align="end" gap="xs">
          <NewNotebooks />
          <Select
            label={t('dataset')}
            size="sm"
            allowDeselect={false}
            data={datasets.map((one) => ({ value: one.id, label: one.fields.name }))}
            value={dataset.id}
            onChange={(id) => id !== null && show(open, id)}
          />
        </Group>
      </Group>
      <div className={classes['room']}>
        <NotebookList notebooks={listed} open={open} dataset={dataset.id} onOpen={(id) => show(id, dataset.id)} />
        <Stack gap="md">
          {row && <OwnNotebook key={row.id} row={row} dataset={dataset} given={route.params} />}
          {!row && current && (
            <ShippedNotebookPage key={current.name} shipped={current} dataset={dataset} given={route.params} />
          )}
          {!row && !current && <Loader size="sm" />}
        </Stack>
      </div>
    </Stack>
  );
}

function NewNotebooks() {
  const { t } = useTranslation('notebook-page');
  const files = useNotebookFiles();
  return (
    <>
      <Button size="sm" variant="default" onClick={() => void files.make()} data-action="new-notebook">
        {t('newNotebook')}
      </Button>
      <FileButton
        accept=".md,.markdown,.txt,text/markdown,text/plain"
        onChange={(file) => file && void files.open(file)}
      >
        {(props) => (
          <Button {...props} size="sm" variant="default" data-action="open-notebook">
            {t('openFile')}
          </Button>
        )}
      </FileButton>
    </>
  );
}
