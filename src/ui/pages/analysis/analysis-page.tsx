import { Anchor, Group, Select, Stack, Tabs, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { titleOf } from '@/src/domain/notebook/notebook';
import { useInterface, useLive } from '../../app-context';
import { EmptyState } from '../../components/empty-state';
import { goTo, hashOf, type Route } from '../../shell/route';
import { NotebookView } from './notebook-view';

/** The shipped notebooks over a sales file. Notebook, file and parameters are all in the address. */
export function AnalysisPage({ route }: { route: Route }) {
  const { app, format } = useInterface();
  const { t } = useTranslation('analysis-page');
  const datasets = useLive('datasets', (of) => of.datasets.list());
  if (!datasets) return null;
  const ready = datasets.filter((row) => row.state === 'ready').toReversed();
  const chosen = ready.find((row) => row.id === route.params['dataset']) ?? ready[0];
  if (!chosen) {
    return (
      <EmptyState title={t('title')} text={t('noDataset')}>
        <Anchor href={hashOf(['data'])}>{t('toData')}</Anchor>
      </EmptyState>
    );
  }
  const { shipped } = app.notebooks;
  const open = shipped.find(({ name }) => name === route.path[1]) ?? shipped[0];
  if (!open) return null;
  const show = (name: string, dataset: string): void => goTo(['analysis', name], { dataset });
  return (
    <Stack gap="md">
      <Group justify="space-between" align="end">
        <Title order={1} size="h2">
          {t('title')}
        </Title>
        <Select
          label={t('dataset')}
          size="sm"
          allowDeselect={false}
          data={ready.map((row) => ({ value: row.id, label: row.fields.name }))}
          value={chosen.id}
          onChange={(id) => id && show(open.name, id)}
        />
      </Group>
      <Tabs value={open.name} onChange={(name) => name && show(name, chosen.id)}>
        <Tabs.List aria-label={t('notebooks')}>
          {shipped.map(({ name, notebook }) => (
            <Tabs.Tab key={name} value={name}>
              <Text span size="sm">
                {titleOf(notebook, format.language)}
              </Text>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shipped.map(({ name, notebook }) => (
          <Tabs.Panel key={name} value={name} pt="md">
            {name === open.name && (
              <NotebookView name={name} notebook={notebook} dataset={chosen} given={route.params} />
            )}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}
