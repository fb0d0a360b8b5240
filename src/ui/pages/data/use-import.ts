import { useDeferredValue, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useInterface } from '../../app-context';
import { warmCharts } from '../../charts/load-charts';
import { goTo } from '../../shell/route';
import { takeOver } from './handed-over';
import { ImportSession, type ImportState } from './import-session';
import { useFactsWords } from './use-facts-words';

/** The import of the screen, with its state as it is now. Leaving the screen lets go of what is not saved. */
export function useImport(): { readonly session: ImportSession; readonly state: ImportState } {
  const { app, tell } = useInterface();
  const { t } = useTranslation('data');
  const { t: join } = useTranslation('join');
  const words = useFactsWords();
  const [session] = useState(() => new ImportSession(app));
  useEffect(() => {
    session.onSaved(({ datasetId, read }, { batchId }, onto) => {
      const figures = { ...words(read.facts) };
      tell({ text: onto ? join('appended', { name: onto.name, ...figures }) : t('imported', figures), undo: batchId });
      goTo(['analysis', 'pareto'], { dataset: onto?.id ?? datasetId });
    });
  });
  useEffect(() => {
    const stop = takeOver(({ files, onto }) => {
      session.open(files, onto);
      window.scrollTo({ top: 0 });
    });
    // The worker reads; the page has time to get ready for the charts.
    warmCharts();
    return () => {
      stop();
      session.leave();
    };
  }, [session]);
  const state = useSyncExternalStore(session.watch, session.state);
  // The next step is another screen, drawn in slices; within a step whatever is typed or chosen shows at once.
  const drawn = useDeferredValue(state);
  return { session, state: drawn.step === state.step ? state : drawn };
}
