import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { WATCH, watchPage } from '@/src/platform/page/watch-page';

/** Injected after a reading; watches the page for as long as the panel holds the line. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main() {
    browser.runtime.onConnect.addListener(function begin(line) {
      if (line.name !== WATCH) return;
      browser.runtime.onConnect.removeListener(begin);
      const stop = watchPage(document, () => line.postMessage('changed'));
      line.onDisconnect.addListener(stop);
    });
  },
});
