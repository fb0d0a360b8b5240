import { Alert, Loader, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entity } from '@/src/domain/analysis/aggregate-source';
import type { EntityRows } from '@/src/domain/analysis/local/entity-rows';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface } from '../../app-context';
import { ResultTable } from '../../components/result-table';
import { useSentence } from '../../components/use-sentence';

/** More are counted and not shown. */
const MOST = 5_000;

interface Props {
  readonly dataset: Row<DatasetFields>;
  readonly entity: Entity;
  readonly keys: readonly string[];
  readonly onClose: () => void;
}

/** The rows of the file behind some figures, each as it stands there. */
export function RowsBehind({ dataset, entity, keys, onClose }: Props) {
  const { app } = useInterface();
  const { t } = useTranslation('analysis-page');
  const sentence = useSentence();
  const [found, setFound] = useState<EntityRows>();
  const [failed, setFailed] = useState<string>();
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const answer = await app.datasets.rows(dataset.id, { entity, keys, limit: MOST });
      if (gone) return;
      if (answer.ok) setFound(answer.value);
      else setFailed(sentence(answer.error));
    };
    void read();
    return () => {
      gone = true;
    };
    // The sentence is only wanted when the answer comes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [app, dataset.id, entity, keys]);
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1200px, 96vw)"
      title={t('rowsBehind', { keys: keys.slice(0, 3).join(', ') })}
    >
      {failed && <Alert color="red">{failed}</Alert>}
      {!found && !failed && <Loader size="sm" />}
      {found && <ResultTable name="rows" caption={dataset.fields.name} table={found.table} of={found.total} />}
    </Modal>
  );
}
