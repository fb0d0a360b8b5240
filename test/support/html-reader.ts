import type { HtmlReader } from '@/src/app/ports/html-reader';
import { readHtmlPage } from '@/src/domain/enrich/site/read-html-page';
import { finish } from '@/src/kernel/steps';
import { openHtml } from './page';

/** Reads fetched pages with the DOM of the tests, whose clock stands still. */
export const htmlReader: HtmlReader = {
  read: async (text, url) => finish(readHtmlPage({ ...openHtml(text, url), url, now: () => 0 })),
};
