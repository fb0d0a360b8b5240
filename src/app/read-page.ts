import { ok, type Result } from '@/src/kernel/result';
import type { ReadAs } from '@/src/domain/capture/found';
import { draftCapture, type CaptureDraft } from './capture-draft';
import { pageSite, type PageSite } from './page-site';
import type { CaptureRequest, PageError, PageReader } from './ports/page-reader';
import type { Clock } from './ports/world';

/** What a page offers to save, and what it was read as. */
export type PageDraft = CaptureDraft & { readonly site: PageSite };

/** Where a page is read, for whom, and as what. */
export interface PageReading {
  readonly request: CaptureRequest;
  /** The user's own country, or empty. */
  readonly home: string;
  /** What the user says that the page is, against its own hints. */
  readonly as?: ReadAs | undefined;
}

/** Reads the page of a request into cards. */
export async function readPage(
  { pages, clock }: { readonly pages: PageReader; readonly clock: Clock },
  { request, home, as }: PageReading,
): Promise<Result<PageDraft, PageError>> {
  const reading = await pages.read(request, as);
  if (!reading.ok) return reading;
  const draft = draftCapture(reading.value, home, new Date(clock.now()).toISOString());
  return ok({ ...draft, site: pageSite(reading.value, home) });
}
