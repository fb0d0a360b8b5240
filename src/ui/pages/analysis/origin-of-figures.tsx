import { Accordion, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnalysisRun } from '@/src/domain/analysis/run-analysis';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { SetAsideList } from '../data/set-aside-list';
import { useProvenance } from '../data/use-provenance';
import { useDefinition } from './use-definition';

/** One click from every figure: what it means, and which rows of which file it was computed from. */
export function OriginOfFigures({ run, dataset }: { run: AnalysisRun; dataset: Row<DatasetFields> }) {
  const { t } = useTranslation('analysis-page');
  const provenance = useProvenance();
  const { meaning, version } = useDefinition()(run);
  return (
    <Accordion variant="contained" chevronPosition="left">
      <Accordion.Item value="definition">
        <Accordion.Control>{t('definition')}</Accordion.Control>
        <Accordion.Panel>
          <Text size="sm" maw="75ch">
            {meaning}
          </Text>
          <Text size="xs" c="dimmed" mt={4}>
            {version}
          </Text>
        </Accordion.Panel>
      </Accordion.Item>
      <Accordion.Item value="provenance">
        <Accordion.Control>{t('provenance')}</Accordion.Control>
        <Accordion.Panel>
          <Stack gap={4}>
            {provenance(dataset).map((line) => (
              <Text key={line} size="sm" style={{ overflowWrap: 'anywhere' }}>
                {line}
              </Text>
            ))}
            <SetAsideList
              facts={dataset.fields.facts}
              name={dataset.fields.name}
              dataset={dataset.state === 'ready' ? dataset.id : undefined}
            />
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
