import { getterOf } from '@/src/domain/capture/page-dom';
import { pageKey } from '@/src/domain/capture/page-key';

/** The name of the line between panel and page. */
export const WATCH = 'vital-few:watch';

/** Milliseconds from the first of some changes to looking at them; longer after each look that found nothing. */
const FIRST_LOOK = 1000;
const LONGEST_WAIT = 30_000;
const SLOWER = 1.25;
/** A page that ticks for ever is not watched for ever: about twenty minutes. */
const LOOKS = 60;

/** What a page is known by, cheaply. */
interface Fingerprint {
  readonly url: string;
  /** Characters of the whole text. */
  readonly length: number;
}

/**
 * Calls back once when the page says clearly more or less than now, or has another address. Changes nothing in the page, and
 * looks only after the page changed something. Returns how to stop.
 */
export function watchPage(document: Document, listener: () => void): () => void {
  const before = fingerprint(document);
  let looks = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    timer = undefined;
    const isChanged = hasChanged(before, fingerprint(document));
    if (isChanged || ++looks >= LOOKS) stop();
    if (isChanged) listener();
  };
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(look, Math.min(LONGEST_WAIT, FIRST_LOOK * SLOWER ** looks));
  });
  const stop = (): void => {
    observer.disconnect();
    clearTimeout(timer);
  };
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  return stop;
}

/** A clock, a counter or an advertisement is no change; another page of results is. */
function hasChanged(before: Fingerprint, after: Fingerprint): boolean {
  const difference = Math.abs(after.length - before.length);
  return before.url !== after.url || difference > Math.max(200, before.length * 0.05);
}

function fingerprint(document: Document): Fingerprint {
  // By the prototypes: a page may hide the members of its document behind names of its own.
  const root = getterOf<Element | null>(Document.prototype, 'documentElement').call(document);
  const text = root ? getterOf<string | null>(Element.prototype, 'textContent').call(root) : '';
  return { url: pageKey(getterOf<string>(Document.prototype, 'URL').call(document)), length: text?.length ?? 0 };
}
