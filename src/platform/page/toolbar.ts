import { browser } from 'wxt/browser';
import type { Toolbar } from '@/src/app/ports/toolbar';

const COLOURS = { found: '#1c5d99', known: '#2b7a3d' } as const;

/**
 * Text and title of the button, for one tab. Both browsers take them away themselves when the tab shows another document
 * (test/e2e/site.test.ts); within one document it is for the caller to do.
 */
export const toolbar: Toolbar = {
  mark: async (tabId, mark) => {
    try {
      const title = mark?.title ?? (await browser.action.getTitle({}));
      await browser.action.setTitle({ tabId, title });
      if (mark) {
        await browser.action.setBadgeBackgroundColor({ tabId, color: COLOURS[mark.tone] });
        await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
      }
      await browser.action.setBadgeText({ tabId, text: mark?.text ?? '' });
    } catch {
      // The tab is gone, and its mark with it.
    }
  },
};
