import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import type { Inputs, RecordError } from '@/src/app/edit-records';
import type { Receipt } from '@/src/app/ports/store';
import type { Kind } from '@/src/domain/records/kind';
import type { Result } from '@/src/kernel/result';
import { useInterface } from '../app-context';
import { useSentence } from '../components/use-sentence';

/**
 * Editing and deleting records of a kind. Each tells what was done, with the way back; each gives the error's sentence. What
 * needs a manager's approval asks for the reason first, and tells that it was handed in. Let be, it writes and tells nothing.
 */
export function useRecordWrites(kind: Kind): {
  /** @param said what is told when it is done; how many records were changed where nothing is given. */
  edit(records: readonly RecordId[], inputs: Inputs, said?: string): Promise<string | undefined>;
  /** @param name what the one record is called, where it is open. */
  remove(records: readonly RecordId[], name?: string): Promise<string | undefined>;
} {
  const { app, tell, format, askReason } = useInterface();
  const { t } = useTranslation(['records', 'archive']);
  const sentence = useSentence();
  const written = async (
    write: (reason?: string) => Promise<Result<Receipt, RecordError>>,
    text: (receipt: Receipt) => string | undefined,
  ): Promise<string | undefined> => {
    let done = await write();
    if (!done.ok && done.error.code === 'request-reason') {
      const reason = await askReason();
      if (reason === undefined) return undefined;
      done = await write(reason);
    }
    if (!done.ok) return sentence(done.error);
    const { made: count, batchId } = done.value;
    const said = count > 0 ? t('archive:requested', { count }) : text(done.value);
    if (said !== undefined) tell({ text: said, undo: batchId });
    return undefined;
  };
  return {
    edit: (records, inputs, said) =>
      written(
        (reason) => app.records.edit({ kind, records, inputs, ...(reason === undefined ? {} : { reason }) }),
        ({ changed: count }) => {
          if (count === 0) return undefined;
          return said ?? t('edited', { count, number: format.count(count) });
        },
      ),
    remove: (records, name) =>
      written(
        (reason) => app.records.remove(records, reason),
        ({ gone: count }) =>
          name === undefined ? t('deleted', { count, number: format.count(count) }) : t('deleted', { name }),
      ),
  };
}
