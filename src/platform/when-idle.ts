/** By then the page is painted and has read what it shows: a write would make its reads wait. */
const SETTLED_MS = 3000;
const LATEST_MS = 10_000;

/** Does work that can wait, once the page has settled and is idle. A fault is reported as an uncaught error and stops nothing. */
export function whenIdle(work: () => Promise<void>): void {
  const begin = (): void => void work().catch(reportError);
  setTimeout(() => requestIdleCallback(begin, { timeout: LATEST_MS }), SETTLED_MS);
}
