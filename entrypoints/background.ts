import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { announceRequest } from '@/src/platform/page/capture-request';
import { openPanel } from '@/src/platform/page/open-panel';

/**
 * The toolbar button, Alt+Shift+C, and Alt+Shift+S for what is certain: the panel opens and is told which tab to read.
 * Nothing else runs here.
 */
export default defineBackground({
  type: 'module',
  main() {
    browser.action.onClicked.addListener((tab) => capture(tab, false));
    browser.commands.onCommand.addListener((command, tab) => {
      if (command === 'quick-capture' && tab) capture(tab, true);
    });
  },
});

function capture(
  { id, windowId }: { readonly id?: number | undefined; readonly windowId: number },
  isQuick: boolean,
): void {
  openPanel(windowId);
  if (id !== undefined) void announceRequest(windowId, { tabId: id, at: Date.now(), isQuick });
}
