import { browser } from 'wxt/browser';
import type { Wanted } from '@/src/domain/capture/text/find-spot';

/** What the panel hands over before a script comes, in the world of content scripts that no page sees. */
interface Handover {
  readonly wanted: Wanted;
}

const keyOf = (name: keyof Handover): string => `vitalFew:${name}`;

/** Puts a value where the script that is injected next finds it. Rejects where no script may run. */
export async function handOver<N extends keyof Handover>(tabId: number, name: N, value: Handover[N]): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, func: putDown, args: [keyOf(name), value] });
}

/** Runs in the page's world of content scripts: it may know nothing from here. */
function putDown(key: string, value: object): void {
  Object.assign(globalThis, { [key]: value });
}

/** What was handed over, once. */
export function takeHandover<N extends keyof Handover>(name: N): Handover[N] | undefined {
  // Safe: only `handOver` writes there.
  const world = globalThis as unknown as Record<string, Handover[N] | undefined>;
  const value = world[keyOf(name)];
  delete world[keyOf(name)];
  return value;
}
