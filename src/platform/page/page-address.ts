import type { PageError } from '@/src/app/ports/page-reader';

const STORES = [
  /^https:\/\/chromewebstore\.google\.com\//,
  /^https:\/\/chrome\.google\.com\/webstore/,
  /^https:\/\/microsoftedge\.microsoft\.com\/addons/,
  /^https:\/\/(addons|accounts|support)\.(mozilla\.org|firefox\.com)\//,
];

/** Why no extension may read the page at an address; undefined when it may, or when the address is not known. */
export function forbiddenPage(url: string | undefined): PageError['code'] | undefined {
  if (url === undefined || url === '') return undefined;
  if (STORES.some((store) => store.test(url))) return 'store-page';
  if (!/^(https?|file|ftp):/.test(url)) return 'browser-page';
  return /^[^?#]*\.pdf(?:[?#]|$)/i.test(url) ? 'pdf' : undefined;
}

/** What a failed injection means, by the words browsers use for it. */
export function refusedPage(message: string): PageError['code'] {
  if (/extensions? gallery|webstore/i.test(message)) return 'store-page';
  if (/chrome:\/\/|about:|edge:\/\/|cannot be scripted|chrome-extension|moz-extension/i.test(message))
    return 'browser-page';
  if (/no tab|no frame|frame .*(removed|was)|tab was closed|context/i.test(message)) return 'gone';
  return 'not-granted';
}
