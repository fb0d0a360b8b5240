import { useTranslation } from 'react-i18next';
import type { CustomerAnswer } from '@/src/app/own-data';
import type { Row } from '@/src/domain/records/record';
import { sourcesOf, type DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';

/** Writes the user's word on a customer of a dataset, and says so with the way back. */
export function useOwnAnswer(dataset: Row<DatasetFields>): (said: Omit<CustomerAnswer, 'dataset'>) => void {
  const { app, tell } = useInterface();
  const { t } = useTranslation('own-data');
  const sentence = useSentence();
  const write = async (said: Omit<CustomerAnswer, 'dataset'>): Promise<void> => {
    const saved = await app.ownData.answer({ ...said, dataset: dataset.id });
    const text = t(`said.${said.answer}`, { label: said.customer.label, dataset: dataset.fields.name });
    tell(saved.ok ? { text, undo: saved.value.batchId } : { text: sentence(saved.error), tone: 'bad' });
  };
  return (said) => void write(said);
}

/** Changes whenever the rows of a dataset do. */
export function versionOf({ id, fields }: Row<DatasetFields>): string {
  return [id, ...sourcesOf(fields).map(({ prefix, file }) => `${prefix}${file.sha256}`)].join(' ');
}
