import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import type { Inputs } from '@/src/app/edit-records';
import type { Kind } from '@/src/domain/records/kind';
import { useInterface } from '../app-context';
import { useSentence } from '../components/use-sentence';

/** Editing and deleting records of a kind. Each tells what was done, with the way back; each gives the error's sentence. */
export function useRecordWrites(kind: Kind): {
  edit(records: readonly RecordId[], inputs: Inputs): Promise<string | undefined>;
  remove(records: readonly RecordId[]): Promise<string | undefined>;
} {
  const { app, tell, format } = useInterface();
  const { t } = useTranslation('records');
  const sentence = useSentence();
  return {
    edit: async (records, inputs) => {
      const edited = await app.records.edit({ kind, records, inputs });
      if (!edited.ok) return sentence(edited.error);
      const { changed: count, batchId } = edited.value;
      if (count > 0) tell({ text: t('edited', { count, number: format.count(count) }), undo: batchId });
      return undefined;
    },
    remove: async (records) => {
      const removed = await app.records.remove(records);
      if (!removed.ok) return sentence(removed.error);
      const { gone: count, batchId } = removed.value;
      tell({ text: t('deleted', { count, number: format.count(count) }), undo: batchId });
      return undefined;
    },
  };
}
