import { browser } from 'wxt/browser';
import type { LinkOuts } from '@/src/app/ports/link-outs';
import { readExpected } from '@/src/domain/enrich/opened/expected-capture';

const KEY = 'expected-capture';

/**
 * What is waited for is in session storage: it outlives the background worker, reaches panel and workspace alike, and is never
 * written to disk.
 */
export const linkOuts: LinkOuts = {
  copy: async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // The browser allows it only at once after a click, and not everywhere.
      return false;
    }
  },
  open: async (url) => {
    await browser.tabs.create({ url });
  },
  expected: async () => readExpected((await browser.storage.session.get(KEY))[KEY]),
  expect: async (expected) => {
    if (expected) await browser.storage.session.set({ [KEY]: expected });
    else await browser.storage.session.remove(KEY);
  },
  watch: (listener) => {
    const onChanged = (changes: Readonly<Record<string, unknown>>): void => {
      if (KEY in changes) listener();
    };
    browser.storage.session.onChanged.addListener(onChanged);
    return () => browser.storage.session.onChanged.removeListener(onChanged);
  },
};
