import type { Steps } from '@/src/kernel/steps';

/** Longest time without a pause, so that what the user does in the page or the panel is answered at once. Milliseconds. */
export const SLICE = 24;

/** Runs steps to their end and lets everything else that waits go first whenever they have run for long enough. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < until);
    await pause();
  }
}

/** Timers wait for a second in a window that is not in front; messages do not. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
