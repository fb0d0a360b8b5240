import { defineContentScript } from 'wxt/utils/define-content-script';
import { capturePage } from '@/src/domain/capture/capture-page';
import { takeHandover } from '@/src/platform/page/handover';
import type { Injected } from '@/src/platform/page/injected-reader';

/** Injected on request only; gives back what it read. Leaves nothing on the page. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main(): Injected {
    if (document.contentType === 'application/pdf') return { notRead: 'pdf' };
    const as = takeHandover('as');
    return capturePage({ document, realm: window, url: location.href, now: () => performance.now(), as });
  },
});
