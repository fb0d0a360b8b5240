import { browser } from 'wxt/browser';
import { err, ok, type Result } from '@/src/kernel/result';
import type { CaptureRequest, MarkedText, PageError, PageReader } from '@/src/app/ports/page-reader';
import type { ReadAs, Reading } from '@/src/domain/capture/found';
import type { PageImage } from '@/src/domain/capture/image/page-image';
import type { Wanted } from '@/src/domain/capture/text/find-spot';
import { onActivated } from './active-page';
import { onRequest } from './capture-request';
import { onChanged } from './changed-page';
import { handOver } from './handover';
import { inSlices } from './in-slices';
import { forbiddenPage, refusedPage } from './page-address';
import { HIGHLIGHT } from './show-on-page';

/** What the injected script gives back: a `PageImage` as JSON, which browsers hand over fastest, or why there is none. */
export type Injected = { readonly image: string } | { readonly notRead: PageError['code'] };

const SCRIPT = '/content-scripts/capture.js';
const SHOW_SCRIPT = '/content-scripts/show.js';
/** Given to the browser, not to the page: its document has no part in it. */
const MARKED = `::highlight(${HIGHLIGHT}) { background-color: #ffd54a; color: #1a1a1a; }`;

/** Reads pages by injecting one script on request. The browser grants that for the tab in which the user asked. */
export const injectedReader: PageReader = {
  read: readPage,
  marked: readMarked,
  goTo,
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
    const [injection] = await browser.scripting.executeScript({ target: { tabId }, files: [SCRIPT] });
    // Safe: the script is ours and gives nothing else.
    const result = injection?.result as Injected | undefined;
    if (!result) return err({ code: 'gone' });
    return 'notRead' in result ? err({ code: result.notRead }) : ok(await readTaken(result.image, as));
  } catch (thrown) {
    return err({ code: refusedPage(String(thrown)) });
  }
}

/** Reads a page in the panel's own thread: the script in the page stays small, and here it is warm from page to page. */
async function readTaken(image: string, as: ReadAs | undefined): Promise<Reading> {
  const { readImage } = await import('@/src/domain/capture/read-image');
  const createDocument = (): Document => document.implementation.createDocument(null, null);
  const realm = { Document, Element, Node, CharacterData, createDocument };
  // Safe: the injected script gives what takeImage made.
  return inSlices(readImage(JSON.parse(image) as PageImage, { realm, as, now: () => performance.now() }));
}

async function readMarked({ tabId }: CaptureRequest): Promise<Result<MarkedText, PageError>> {
  try {
    const [injection] = await browser.scripting.executeScript({ target: { tabId }, func: markedText });
    // Safe: the function is ours and gives nothing else.
    const marked = injection?.result as MarkedText | undefined;
    return marked ? ok(marked) : err({ code: 'gone' });
  } catch (thrown) {
    return err({ code: refusedPage(String(thrown)) });
  }
}

/** Runs in the page's world of content scripts: it may know nothing from here. */
function markedText(): MarkedText {
  const text = String(getSelection() ?? '').slice(0, 20_000);
  return { url: location.href, title: document.title.slice(0, 300), text };
}

/** Milliseconds after which a page that is still loading is read as it is. */
const SLOW = 20_000;

async function goTo({ tabId }: CaptureRequest, url: string): Promise<Result<void, PageError>> {
  try {
    const from = (await browser.tabs.get(tabId)).url;
    if (from === undefined || new URL(url).origin !== new URL(from).origin) return err({ code: 'not-granted' });
    const loaded = nextLoad(tabId);
    await browser.tabs.update(tabId, { url });
    return (await loaded) ? ok(undefined) : err({ code: 'gone' });
  } catch (thrown) {
    return err({ code: refusedPage(String(thrown)) });
  }
}

/** Resolves when a tab has loaded what it is about to load; false when it is closed meanwhile. */
function nextLoad(tabId: number): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isThere: boolean): void => {
      clearTimeout(timer);
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.tabs.onRemoved.removeListener(onRemoved);
      resolve(isThere);
    };
    const timer = setTimeout(() => end(true), SLOW);
    let isLoading = false;
    const onUpdated = (changed: number, { status }: { status?: string }): void => {
      if (changed !== tabId) return;
      isLoading ||= status === 'loading';
      if (isLoading && status === 'complete') end(true);
    };
    const onRemoved = (removed: number): void => {
      if (removed === tabId) end(false);
    };
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.tabs.onRemoved.addListener(onRemoved);
  });
}

async function showPlace({ tabId }: CaptureRequest, wanted: Wanted): Promise<Result<void, PageError>> {
  const target = { tabId };
  try {
    await browser.scripting.insertCSS({ target, css: MARKED, origin: 'USER' });
    await handOver(tabId, wanted);
    const [injection] = await browser.scripting.executeScript({ target, files: [SHOW_SCRIPT] });
    return injection?.result === true ? ok(undefined) : err({ code: 'not-shown' });
  } catch (thrown) {
    return err({ code: refusedPage(String(thrown)) });
  }
}
