import { Alert, Loader, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CellsQuery } from '@/src/domain/analysis/cohort-customers';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface } from '../../app-context';
import { ResultTable } from '../../components/result-table';
import type { TableAction } from '../../components/table-actions';
import { useSentence } from '../../components/use-sentence';
import { useAnswer } from './use-answer';

interface Props {
  readonly dataset: Row<DatasetFields>;
  readonly query: CellsQuery;
  readonly actions: readonly TableAction[];
  readonly onClose: () => void;
}

/** The customers that cells of a cohort count, from where their rows and companies can be opened. */
export function CustomersBehind({ dataset, query, actions, onClose }: Props) {
  const { app } = useInterface();
  const { t } = useTranslation('analysis-page');
  const sentence = useSentence();
  const answer = useAnswer(query, () => app.datasets.customersOfCells(dataset.id, query));
  const cells = query.cells.map(({ cohort, age }) => t('cell', { cohort, age }));
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1000px, 96vw)"
      title={t('customersBehind', { cells: cells.slice(0, 3).join(', ') })}
    >
      {!answer && <Loader size="sm" />}
      {answer && !answer.ok && <Alert color="red">{sentence(answer.error)}</Alert>}
      {answer?.ok && (
        <ResultTable name="customers" caption={dataset.fields.name} table={answer.value} actions={actions} />
      )}
    </Modal>
  );
}
