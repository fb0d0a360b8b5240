import type { Steps } from '@/src/kernel/steps';
import { captureInSteps, type PageContext } from '../../capture/capture-page';
import { createPageDom } from '../../capture/page-dom';
import { undrawnRealm } from '../../capture/undrawn-realm';
import type { VisitedPage } from '../provider';
import { linksOf } from './site-links';
import { logoOf } from './site-logo';

/** What a page that was fetched tells of, and where it leads. */
export function* readHtmlPage(page: PageContext): Steps<Pick<VisitedPage, 'reading' | 'links' | 'logo'>> {
  const realm = undrawnRealm(page.realm);
  const reading = yield* captureInSteps({ ...page, realm });
  const dom = createPageDom(page.document, realm, page.url);
  return { reading, links: linksOf(dom), logo: logoOf(dom, page.url) };
}
