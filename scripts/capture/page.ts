import { capturePage, type SourceGroup } from '@/src/domain/capture/capture-page';
import { lineOf, type CaptureLine } from './capture-line';

/** Runs inside an opened page: what the extension would find there, as a line of `capture:pages`. */
export function readPage(page: string, url: string, only?: SourceGroup): CaptureLine {
  const now = (): number => performance.now();
  return lineOf(page, capturePage({ document, realm: window, url, now, ...(only ? { only } : {}) }));
}

/** Milliseconds of one walk over the text nodes of the page: what any reader must at least do. */
export function walkText(): number {
  const started = performance.now();
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  let characters = 0;
  while (walker.nextNode()) characters += walker.currentNode.nodeValue?.length ?? 0;
  return characters < 0 ? 0 : performance.now() - started;
}

export { readStructure } from './structure';
