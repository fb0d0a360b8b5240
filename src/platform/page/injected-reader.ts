import { browser } from 'wxt/browser';
import { err, ok, type Result } from '@/src/kernel/result';
import type { CaptureRequest, PageError, PageReader } from '@/src/app/ports/page-reader';
import type { Reading } from '@/src/domain/capture/found';
import { onRequest } from './capture-request';
import { forbiddenPage, refusedPage } from './page-address';

/** What the injected script gives back: a reading, or the reason there is none. */
export type Injected = Reading | { readonly notRead: PageError['code'] };

const SCRIPT = '/content-scripts/capture.js';

/** Reads pages by injecting one script on request. The browser grants that for the tab in which the user asked. */
export const injectedReader: PageReader = {
  read: readPage,
  onRequest,
  onNavigated: ({ tabId }, listener) => {
    const onUpdated = (changed: number, { status }: { status?: string }): void => {
      if (changed === tabId && status === 'loading') listener();
    };
    browser.tabs.onUpdated.addListener(onUpdated);
    return () => browser.tabs.onUpdated.removeListener(onUpdated);
  },
};

async function readPage({ tabId }: CaptureRequest): Promise<Result<Reading, PageError>> {
  try {
    const forbidden = forbiddenPage((await browser.tabs.get(tabId)).url);
    if (forbidden) return err({ code: forbidden });
    const [injection] = await browser.scripting.executeScript({ target: { tabId }, files: [SCRIPT] });
    // Safe: the script is ours and gives nothing else.
    const result = injection?.result as Injected | undefined;
    if (!result) return err({ code: 'gone' });
    return 'notRead' in result ? err({ code: result.notRead }) : ok(result);
  } catch (thrown) {
    return err({ code: refusedPage(String(thrown)) });
  }
}
