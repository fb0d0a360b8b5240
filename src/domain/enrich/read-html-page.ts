import type { Steps } from '@/src/kernel/steps';
import { captureInSteps, type PageContext } from '../capture/capture-page';
import { createPageDom } from '../capture/page-dom';
import { undrawnRealm } from '../capture/undrawn-realm';
import type { VisitedPage } from './provider';
import { linksOf } from './site-links';

/** What a page that was fetched tells of, and where it leads. */
export function* readHtmlPage(page: PageContext): Steps<Pick<VisitedPage, 'reading' | 'links'>> {
  const realm = undrawnRealm(page.realm);
  const reading = yield* captureInSteps({ ...page, realm });
  return { reading, links: linksOf(createPageDom(page.document, realm, page.url)) };
}
