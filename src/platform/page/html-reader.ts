import type { HtmlReader } from '@/src/app/ports/html-reader';
import { inSlices } from './in-slices';

/** Reads with the parser of the page: it runs no script and loads no picture. */
export const htmlReader: HtmlReader = {
  read: async (text, url) => {
    const { readHtmlPage } = await import('@/src/domain/enrich/site/read-html-page');
    const page = { document: new DOMParser().parseFromString(text, 'text/html'), realm: globalThis, url };
    return inSlices(readHtmlPage({ ...page, now: () => performance.now() }));
  },
};
