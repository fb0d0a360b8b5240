import { browser } from 'wxt/browser';
import type { ActivePage } from '@/src/app/ports/page-reader';
import { siteAccess } from './site-access';

interface Tab {
  readonly id?: number | undefined;
  readonly windowId: number;
  readonly active: boolean;
  readonly status?: string | undefined;
  readonly url?: string | undefined;
}

/**
 * See `PageReader.onActivated`. Without the permission `tabs` browsers still say which tab is shown and when it has loaded;
 * its address they say only where the extension may read. That a press of the shortcut holds in Chromium while the tab stays
 * on the origin, and in Firefox until it shows another page, is in test/e2e/site.test.ts and firefox.test.ts.
 */
export function onActivated(listener: (page: ActivePage) => void): () => void {
  const own = browser.windows.getCurrent().then(({ id }) => id);
  let isStopped = false;
  let turn = 0;
  let told = '';
  const look = async (tabId: number, windowId: number): Promise<void> => {
    if (windowId !== (await own)) return;
    const mine = ++turn;
    const isLate = (): boolean => isStopped || mine !== turn;
    const tab: Tab | undefined = await browser.tabs.get(tabId).catch(() => undefined);
    if (!tab?.active || tab.status === 'loading' || isLate()) return;
    const seen = `${tabId} ${tab.url ?? ''}`;
    if (seen === told) return;
    const isGranted = tab.url !== undefined && (await siteAccess.state(tab.url)) === 'granted';
    if (isLate()) return;
    told = seen;
    listener({ tabId, isGranted, ...(tab.url === undefined ? {} : { url: tab.url }) });
  };
  const onShown = (shown: { readonly tabId: number; readonly windowId: number }): void => {
    void look(shown.tabId, shown.windowId);
  };
  const onUpdated = (tabId: number, change: { status?: string; url?: string }, tab: Tab): void => {
    if (!tab.active) return;
    // The same page loaded anew is another page.
    if (change.status === 'loading') told = '';
    if (change.status === 'complete' || change.url !== undefined) void look(tabId, tab.windowId);
  };
  browser.tabs.onActivated.addListener(onShown);
  browser.tabs.onUpdated.addListener(onUpdated);
  return () => {
    isStopped = true;
    browser.tabs.onActivated.removeListener(onShown);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
}
