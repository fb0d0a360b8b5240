import { useTranslation } from 'react-i18next';
import type { ToKeep } from '@/src/app/inbox';
import { useInterface } from '../app-context';
import { useSentence } from '../components/use-sentence';

/** Puts something into the Inbox and says so. Gives whether it is there. */
export function useKeeping(): (what: ToKeep) => Promise<boolean> {
  const { app, tell } = useInterface();
  const { t } = useTranslation('capture');
  const sentence = useSentence();
  return async (what) => {
    const kept = await app.capture.keep(what);
    if (kept.ok) tell({ text: t('kept'), undo: kept.value.batchId });
    else tell({ text: sentence(kept.error), tone: 'bad' });
    return kept.ok;
  };
}
