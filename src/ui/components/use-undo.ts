import { useTranslation } from 'react-i18next';
import type { BatchId } from '@/src/kernel/ids';
import { useInterface } from '../app-context';
import { useSentence } from './use-sentence';

/** Takes a batch back and says what came of it; the undo itself can be undone. */
export function useUndo(): (batch: BatchId, what: string) => Promise<void> {
  const { app, tell } = useInterface();
  const { t } = useTranslation();
  const sentence = useSentence();
  return async (batch, what) => {
    const undone = await app.history.undo(batch);
    if (!undone.ok) return tell({ text: sentence(undone.error), tone: 'bad' });
    const { made, changed, gone, kept, batchId } = undone.value;
    if (made + changed + gone === 0) return tell({ text: t('undoneNothing'), tone: 'bad' });
    const name = what.replace(/[.。]$/, '');
    const text = kept.length > 0 ? t('undonePartly', { what: name, count: kept.length }) : t('undone', { what: name });
    return tell({ text, undo: batchId });
  };
}
