import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { announceRequest } from '@/src/platform/page/capture-request';
import { openPanel } from '@/src/platform/page/open-panel';

/** The toolbar button and Alt+Shift+C: the panel opens and is told which tab to read. Nothing else runs here. */
export default defineBackground({
  type: 'module',
  main() {
    browser.action.onClicked.addListener((tab) => {
      openPanel(tab.windowId);
      if (tab.id !== undefined) void announceRequest(tab.windowId, { tabId: tab.id, at: Date.now() });
    });
  },
});
