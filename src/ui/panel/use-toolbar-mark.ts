import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useInterface } from '../app-context';

/** What a reading came to, as far as the toolbar tells it. */
export interface Marked {
  readonly tabId: number;
  /** Cards found. */
  readonly count: number;
  /** Name of the record that the page's company is on file as. */
  readonly onFile?: string | undefined;
}

/** Says on the toolbar button of the tab what its page holds; a page that holds nothing leaves the button as it is. */
export function useToolbarMark(marked: Marked | undefined): void {
  const { app } = useInterface();
  const { t } = useTranslation('panel');
  const { tabId, count = 0, onFile } = marked ?? {};
  useEffect(() => {
    if (tabId === undefined) return;
    if (onFile !== undefined) {
      void app.toolbar.mark(tabId, { text: '✓', title: t('mark.known', { name: onFile }), tone: 'known' });
    } else if (count > 0) {
      const text = count > 999 ? '999+' : String(count);
      void app.toolbar.mark(tabId, { text, title: t('mark.found', { count }), tone: 'found' });
    } else void app.toolbar.mark(tabId);
  }, [app, t, tabId, count, onFile]);
}
