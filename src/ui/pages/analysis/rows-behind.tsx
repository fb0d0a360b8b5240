import { Alert, Loader, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Entity, Span } from '@/src/domain/analysis/aggregate-source';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface } from '../../app-context';
import { ResultTable } from '../../components/result-table';
import { useSentence } from '../../components/use-sentence';
import { useAnswer } from './use-answer';

/** More are counted and not shown. */
const MOST = 5_000;

interface Props {
  readonly dataset: Row<DatasetFields>;
  readonly entity: Entity;
  readonly keys: readonly string[];
  /** All days where nothing is said. */
  readonly span?: Span | undefined;
  readonly onClose: () => void;
}

/** The rows of the file behind some figures, each as it stands there. */
export function RowsBehind({ dataset, entity, keys, span, onClose }: Props) {
  const { app } = useInterface();
  const { t } = useTranslation('analysis-page');
  const sentence = useSentence();
  const query = { entity, keys, limit: MOST, ...(span ? { span } : {}) };
  const answer = useAnswer(keys, () => app.datasets.rows(dataset.id, query));
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1200px, 96vw)"
      title={t('rowsBehind', { keys: keys.slice(0, 3).join(', ') })}
    >
      {!answer && <Loader size="sm" />}
      {answer && !answer.ok && <Alert color="red">{sentence(answer.error)}</Alert>}
      {answer?.ok && (
        <ResultTable name="rows" caption={dataset.fields.name} table={answer.value.table} of={answer.value.total} />
      )}
    </Modal>
  );
}
