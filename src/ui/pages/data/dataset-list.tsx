import { Anchor, Button, Card, FileButton, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface, useLive } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { hashOf } from '../../shell/route';
import { handOver } from './handed-over';
import { SourceTable } from './joined-files';
import { SALES_FILES } from './sales-files';
import { SetAsideList } from './set-aside-list';
import { useProvenance } from './use-provenance';

/** The sales files that were imported, newest first. */
export function DatasetList() {
  const { t } = useTranslation('data');
  const datasets = useLive('datasets', (app) => app.datasets.list());
  if (!datasets) return null;
  if (datasets.length === 0) return <Text c="dimmed">{t('none')}</Text>;
  return (
    <Stack gap="sm">
      {datasets.toReversed().map((row) => (
        <DatasetCard key={row.id} dataset={row} />
      ))}
    </Stack>
  );
}

function DatasetCard({ dataset }: { dataset: Row<DatasetFields> }) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('data');
  const sentence = useSentence();
  const provenance = useProvenance();
  const { t: join } = useTranslation('join');
  const isReady = dataset.state === 'ready';
  const target = { id: dataset.id, name: dataset.fields.name };
  const drop = async (): Promise<void> => {
    const dropped = await app.datasets.drop(dataset);
    tell(
      dropped.ok
        ? { text: t('dropped', { name: dataset.fields.name }) }
        : { text: sentence(dropped.error), tone: 'bad' },
    );
  };
  return (
    <Card withBorder padding="sm" data-dataset={dataset.id}>
      <Group justify="space-between" align="start">
        <Title order={2} size="h5">
          {dataset.fields.name}
        </Title>
        <Group gap="xs">
          {isReady && <Anchor href={hashOf(['analysis', 'pareto'], { dataset: dataset.id })}>{t('analyse')}</Anchor>}
          {isReady && (
            <FileButton
              multiple
              accept={SALES_FILES}
              onChange={(files) => files.length > 0 && handOver({ files, onto: target })}
              inputProps={{ 'aria-label': join('appendTo', { name: target.name }) }}
            >
              {(props) => (
                <Button size="compact-sm" variant="default" {...props}>
                  {join('append')}
                </Button>
              )}
            </FileButton>
          )}
          {isReady ? (
            <Button size="compact-sm" variant="default" onClick={() => void drop()}>
              {t('drop_')}
            </Button>
          ) : (
            <Text size="sm" c="dimmed">
              {t('state.dropped')}
            </Text>
          )}
        </Group>
      </Group>
      <Stack gap={4} mt="xs">
        {provenance(dataset).map((line) => (
          <Text key={line} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {line}
          </Text>
        ))}
        {dataset.fields.sources && <SourceTable sources={dataset.fields.sources} />}
        <SetAsideList
          facts={dataset.fields.facts}
          name={dataset.fields.name}
          dataset={isReady ? dataset.id : undefined}
        />
      </Stack>
    </Card>
  );
}
