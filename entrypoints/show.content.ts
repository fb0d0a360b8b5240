import { defineContentScript } from 'wxt/utils/define-content-script';
import { showOnPage } from '@/src/platform/page/show-on-page';

/** Injected on request only, after what is to be shown was handed over; tells whether the page shows it. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main: showOnPage,
});
