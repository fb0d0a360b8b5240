import type { Obstacle, Reading } from '@/src/domain/capture/found';
import type { Result } from '@/src/kernel/result';
import { draftList, withMoreRows, type ListDraft } from './list-draft';
import type { CaptureRequest, PageError, PageReader } from './ports/page-reader';
import type { Clock } from './ports/world';

/** Pages that one run reads at most. */
export const MOST_PAGES = 20;
/** Least milliseconds between two pages: a person would not be faster. */
const PAUSE = 2500;

/**
 * Why a run ended. `last-page`: nothing goes on. `bound`: as many pages as were asked for. `repetition`: a page gave nothing new.
 * `login`, `captcha`: the site asks for a person. `no-list`: the next page lists nobody. `stopped`: by the user.
 */
export type RunEnd = 'last-page' | 'bound' | 'repetition' | 'no-list' | 'stopped' | Obstacle | PageError['code'];

export interface PageRun {
  readonly request: CaptureRequest;
  readonly home: string;
  /** What was read so far; its `next` is where the run begins. */
  readonly list: ListDraft;
  /** Pages to read, 1 to {@link MOST_PAGES}. */
  readonly most: number;
  readonly signal: AbortSignal;
  /** Called with the whole list after each page, how many were read, and the address of the last. */
  readonly onPage: (list: ListDraft, pages: number, url: string) => void;
}

/**
 * Reads the pages that a list goes on with, in the tab of the request, one after the other and slowly. What was read stays when
 * the run ends, and a later run goes on from there.
 */
export async function readNextPages(
  { pages, clock }: { readonly pages: PageReader; readonly clock: Clock },
  { request, home, list, most, signal, onPage }: PageRun,
): Promise<RunEnd> {
  const seen = new Set([list.url]);
  let whole = list;
  for (let count = 1; count <= Math.min(most, MOST_PAGES); count++) {
    const { next } = whole;
    if (next === undefined) return 'last-page';
    if (seen.has(next)) return 'repetition';
    seen.add(next);
    if (count > 1) await clock.wait(PAUSE);
    if (signal.aborted) return 'stopped';
    const reading = await readAt(pages, request, next);
    if (signal.aborted) return 'stopped';
    if (!reading.ok) return reading.error.code;
    const more = draftList(reading.value, home, new Date(clock.now()).toISOString(), whole.rows.length);
    if (!more) return reading.value.obstacle ?? 'no-list';
    const { list: longer, added } = withMoreRows(whole, more);
    whole = longer;
    onPage(whole, count, more.url);
    if (added === 0) return 'repetition';
  }
  return whole.next === undefined ? 'last-page' : 'bound';
}

async function readAt(pages: PageReader, request: CaptureRequest, url: string): Promise<Result<Reading, PageError>> {
  const gone = await pages.goTo(request, url);
  return gone.ok ? pages.read(request) : gone;
}
