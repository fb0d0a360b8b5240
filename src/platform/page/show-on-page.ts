import { createBudget } from '@/src/domain/capture/budget';
import { LIMITS } from '@/src/domain/capture/limits';
import { findSpot, type Spot } from '@/src/domain/capture/text/find-spot';
import { takeSnapshot } from '@/src/domain/capture/text/snapshot';
import { takeHandover } from './handover';

/** The name of the highlight, for the style that the panel adds and takes away. */
export const HIGHLIGHT = 'vital-few';
/** Milliseconds. */
const SHOWN_FOR = 4000;

/**
 * Brings the place into sight where the page says what is wanted, and marks it for a few seconds. The page's document stays
 * as it is: the mark is a highlight, which has no element.
 * @returns whether the page shows it.
 */
export function showOnPage(): boolean {
  const wanted = takeHandover();
  const budget = createBudget(() => performance.now(), LIMITS.budgetMs, LIMITS.textNodes);
  const spot = wanted && findSpot(takeSnapshot(document, window, budget), wanted, ({ data }) => data);
  if (!spot) return false;
  mark(spot);
  return true;
}

function mark({ from, to }: Spot): void {
  const owner = from.node.ownerDocument;
  const range = owner.createRange();
  range.setStart(from.node, Math.min(from.offset, from.node.length));
  range.setEnd(to.node, Math.min(to.offset, to.node.length));
  from.node.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
  // A page in a frame has marks of its own.
  const view = owner.defaultView;
  if (!view) return;
  const marks = view.CSS.highlights;
  const highlight = new view.Highlight(range);
  marks.set(HIGHLIGHT, highlight);
  setTimeout(() => {
    // A later press has put its own in place.
    if (marks.get(HIGHLIGHT) === highlight) marks.delete(HIGHLIGHT);
  }, SHOWN_FOR);
}
