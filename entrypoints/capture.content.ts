import { defineContentScript } from 'wxt/utils/define-content-script';
import { takeImage } from '@/src/domain/capture/image/take-image';
import { inSlices } from '@/src/platform/page/in-slices';
import type { Injected } from '@/src/platform/page/injected-reader';

/** Injected on request only; gives back what the page is, for the panel to read. Leaves nothing on the page. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  async main(): Promise<Injected> {
    if (document.contentType === 'application/pdf') return { notRead: 'pdf' };
    const now = (): number => performance.now();
    const image = await inSlices(takeImage({ document, realm: window, url: location.href, now }));
    return { image: JSON.stringify(image) };
  },
});
