import type { Steps } from '@/src/kernel/steps';
import { captureInSteps, type PageContext } from './capture-page';
import type { Reading } from './found';
import type { PageImage } from './image/page-image';
import { restoreImage, type ImageRealm } from './image/restore-image';
import { LIMITS } from './limits';

/** How an image is read: the clock, how long it may take and what is looked at. */
export type ImageReading = Pick<PageContext, 'now' | 'budgetMs' | 'only' | 'as'> & { readonly realm: ImageRealm };

/** What a page of which this is the image tells of. Its `ms` is from beginning to end, the taking of the image included. */
export function* readImage(image: PageImage, { realm, ...how }: ImageReading): Steps<Reading> {
  const started = how.now();
  const restored = yield* restoreImage(image, realm);
  const budgetMs = LIMITS.budgetMs - image.ms - (how.now() - started);
  const reading = yield* captureInSteps({ budgetMs, ...how, ...restored, url: image.url });
  const isTold = !image.isPartial || reading.notices.includes('stopped');
  return {
    ...reading,
    notices: isTold ? reading.notices : ['stopped', ...reading.notices],
    ms: image.ms + how.now() - started,
  };
}
