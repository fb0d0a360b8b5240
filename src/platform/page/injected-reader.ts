import { browser } from 'wxt/browser';
import { err, ok, type Result } from '@/src/kernel/result';
import type { CaptureRequest, PageError, PageReader } from '@/src/app/ports/page-reader';
import type { ReadAs, Reading } from '@/src/domain/capture/found';
import type { Wanted } from '@/src/domain/capture/text/find-spot';
import { onActivated } from './active-page';
import { onRequest } from './capture-request';
import { onChanged } from './changed-page';
import { handOver } from './handover';
import { forbiddenPage, refusedPage } from './page-address';
import { HIGHLIGHT } from './show-on-page';

/** What the injected script gives back: a reading, or the reason there is none. */
export type Injected = Reading | { readonly notRead: PageError['code'] };

const SCRIPT = '/content-scripts/capture.js';
const SHOW_SCRIPT = '/content-scripts/show.js';
/** Given to the browser, not to the page: its document has no part in it. */
const MARKED = `::highlight(${HIGHLIGHT}) { background-color: #ffd54a; color: #1a1a1a; }`;

/** Reads pages by injecting one script on request. The browser grants that for the tab in which the user asked. */
export const injectedReader: PageReader = {
  read: readPage,
  show: showPlace,
  onRequest,
  onNavigated: ({ tabId }, listener) => {
    const onUpdated = (changed: number, { status }: { status?: string }): void => {
      if (changed === tabId && status === 'loading') listener();
    };
    browser.tabs.onUpdated.addListener(onUpdated);
    return () => browser.tabs.onUpdated.removeListener(onUpdated);
  },
  onActivated,
  onChanged,
};

async function readPage({ tabId }: CaptureRequest, as?: ReadAs): Promise<Result<Reading, PageError>> {
  try {
    const forbidden = forbiddenPage((await browser.tabs.get(tabId)).url);
    if (forbidden) return err({ code: forbidden });
    if (as) await handOver(tabId, 'as', as);
    const [injection] = await browser.scripting.executeScript({ target: { tabId }, files: [SCRIPT] });
    // Safe: the script is ours and gives nothing else.
    const result = injection?.result as Injected | undefined;
    if (!result) return err({ code: 'gone' });
    return 'notRead' in result ? err({ code: result.notRead }) : ok(result);
  } catch (thrown) {
    return err({ code: refusedPage(String(thrown)) });
  }
}

async function showPlace({ tabId }: CaptureRequest, wanted: Wanted): Promise<Result<void, PageError>> {
  const target = { tabId };
  try {
    await browser.scripting.insertCSS({ target, css: MARKED, origin: 'USER' });
    await handOver(tabId, 'wanted', wanted);
    const [injection] = await browser.scripting.executeScript({ target, files: [SHOW_SCRIPT] });
    return injection?.result === true ? ok(undefined) : err({ code: 'not-shown' });
  } catch (thrown) {
    return err({ code: refusedPage(String(thrown)) });
  }
}
