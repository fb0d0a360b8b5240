import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { CaptureRequest } from '@/src/app/ports/page-reader';
import { announceRequest } from '@/src/platform/page/capture-request';
import { openPanel } from '@/src/platform/page/open-panel';
import { requestOf, restorePageMenu } from '@/src/platform/page/page-menu';

/**
 * The toolbar button, Alt+Shift+C, Alt+Shift+S for what is certain, and the menu of pages: the panel opens and is told what to
 * read in which tab. Nothing else runs here.
 */
export default defineBackground({
  type: 'module',
  main() {
    browser.runtime.onInstalled.addListener(() => void restorePageMenu());
    browser.action.onClicked.addListener((tab) => capture(tab, (tabId, at) => ({ tabId, at })));
    browser.commands.onCommand.addListener((command, tab) => {
      if (command === 'quick-capture' && tab) capture(tab, (tabId, at) => ({ tabId, at, isQuick: true }));
    });
    browser.contextMenus.onClicked.addListener((clicked, tab) => {
      if (tab) capture(tab, (tabId, at) => requestOf(clicked, tabId, at));
    });
  },
});

function capture(
  { id, windowId }: { readonly id?: number | undefined; readonly windowId: number },
  request: (tabId: number, at: number) => CaptureRequest,
): void {
  openPanel(windowId);
  if (id !== undefined) void announceRequest(windowId, request(id, Date.now()));
}
