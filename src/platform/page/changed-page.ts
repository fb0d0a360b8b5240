import { browser } from 'wxt/browser';
import type { CaptureRequest } from '@/src/app/ports/page-reader';
import { WATCH } from './watch-page';

const WATCH_SCRIPT = '/content-scripts/watch.js';

/**
 * See `PageReader.onChanged`. The script in the page hangs on a line to this panel: when either end goes, the other stops.
 * A page that cannot be watched, because it has gone meanwhile, never calls back.
 */
export function onChanged({ tabId }: CaptureRequest, listener: () => void): () => void {
  let isStopped = false;
  let line: ReturnType<typeof browser.tabs.connect> | undefined;
  const stop = (): void => {
    isStopped = true;
    line?.disconnect();
    line = undefined;
  };
  const start = async (): Promise<void> => {
    await browser.scripting.executeScript({ target: { tabId }, files: [WATCH_SCRIPT] });
    if (isStopped) return;
    line = browser.tabs.connect(tabId, { name: WATCH, frameId: 0 });
    line.onMessage.addListener(() => {
      if (isStopped) return;
      stop();
      listener();
    });
    // Asked for, or Chromium complains that nobody heard why the line went.
    line.onDisconnect.addListener(() => void browser.runtime.lastError);
  };
  void start().catch(() => undefined);
  return stop;
}
