import { browser } from 'wxt/browser';
import type { Wanted } from '@/src/domain/capture/text/find-spot';

const KEY = 'vitalFewWanted';

/**
 * Puts what is to be shown where the script that is injected next finds it, in the world of content scripts that no page sees.
 * Rejects where no script may run.
 */
export async function handOver(tabId: number, wanted: Wanted): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, func: putDown, args: [KEY, wanted] });
}

/** Runs in the page's world of content scripts: it may know nothing from here. */
function putDown(key: string, value: object): void {
  Object.assign(globalThis, { [key]: value });
}

/** What was handed over, once. */
export function takeHandover(): Wanted | undefined {
  const wanted: unknown = Reflect.get(globalThis, KEY);
  Reflect.deleteProperty(globalThis, KEY);
  // Safe: only `handOver` writes there.
  return wanted as Wanted | undefined;
}
