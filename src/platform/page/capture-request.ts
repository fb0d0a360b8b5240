import { browser } from 'wxt/browser';
import type { CaptureRequest } from '@/src/app/ports/page-reader';

/** A request older than this was meant for a panel that was open then. Milliseconds. */
const RECENT = 20_000;

/**
 * Requests pass from the background to the panel of the same window through session storage: it outlives the background
 * worker, is never written to disk, and is there before the panel has loaded.
 */
const keyOf = (windowId: number): string => `capture-request-${windowId}`;

export async function announceRequest(windowId: number, request: CaptureRequest): Promise<void> {
  await browser.storage.session.set({ [keyOf(windowId)]: request });
}

export function onRequest(listener: (request: CaptureRequest) => void): () => void {
  let stopped = false;
  let last = 0;
  const tell = (request: CaptureRequest | undefined): void => {
    if (stopped || !request || request.at <= last || Date.now() - request.at > RECENT) return;
    last = request.at;
    listener(request);
  };
  const key = browser.windows.getCurrent().then(({ id }) => keyOf(id ?? -1));
  const onChanged = async (changes: Record<string, { newValue?: unknown }>): Promise<void> => {
    // Safe: only announceRequest writes under these keys.
    tell(changes[await key]?.newValue as CaptureRequest | undefined);
  };
  const lookUp = async (): Promise<void> => {
    const stored = await browser.storage.session.get(await key);
    tell(stored[await key] as CaptureRequest | undefined);
  };
  browser.storage.session.onChanged.addListener(onChanged);
  void lookUp();
  return () => {
    stopped = true;
    browser.storage.session.onChanged.removeListener(onChanged);
  };
}
