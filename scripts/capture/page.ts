import type { PageImage } from '@/src/domain/capture/image/page-image';
import { takeImage } from '@/src/domain/capture/image/take-image';
import { timed, type Timed } from './timed';

/** Runs inside an opened page: its image as JSON, as the extension takes it. */
export function takePage(url: string): string {
  const now = (): number => performance.now();
  const taken: Timed<PageImage> = timed(takeImage({ document, realm: window, url, now }));
  return JSON.stringify(taken);
}

/** Milliseconds of one walk over the text nodes of the page: what any reader must at least do. */
export function walkText(): number {
  return walk(() => true);
}

/** The same, asking of each whether it is drawn: what any reader of what a page shows must at least do. */
export function walkShownText(): number {
  return walk((text) => text.parentElement?.checkVisibility({ visibilityProperty: true }) === true);
}

function walk(isWanted: (text: Node) => boolean): number {
  const started = performance.now();
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  let characters = 0;
  while (walker.nextNode()) if (isWanted(walker.currentNode)) characters += walker.currentNode.nodeValue?.length ?? 0;
  return characters < 0 ? 0 : performance.now() - started;
}
