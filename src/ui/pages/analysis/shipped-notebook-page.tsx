import { Button, Group, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShippedNotebook } from '@/src/app/notebook-uses';
import { titleOf } from '@/src/domain/notebook/notebook';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface } from '../../app-context';
import { ShippedNotebookView } from './notebook-view';
import { useNotebookFiles } from './use-notebook-files';

interface Props {
  readonly shipped: ShippedNotebook;
  readonly dataset: Row<DatasetFields>;
  readonly given: Readonly<Record<string, string>>;
}

/** A notebook that comes with the product: it is read, and copied to be changed. */
export function ShippedNotebookPage({ shipped, dataset, given }: Props) {
  const { format } = useInterface();
  const { t } = useTranslation('notebook-page');
  const files = useNotebookFiles();
  const title = titleOf(shipped.notebook, format.language);
  return (
    <>
      <Group justify="space-between">
        <Title order={2} size="h3">
          {title}
        </Title>

        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void files.copy(shipped)}
          data-action="copy-notebook"
        >
          {t('copyToEdit')}
        </Button>
      </Group>
      <ShippedNotebookView name={shipped.name} notebook={shipped.notebook} dataset={dataset} given={given} />
    </>
  );
}
