import type { Alone } from '@/src/app/ports/alone';

/** Locks of the browser, which belong to the extension in this profile. */
export const alone: Alone = {
  hold: async (name, signal, work) => {
    try {
      await navigator.locks.request(name, { signal }, work);
    } catch (thrown) {
      if (!signal.aborted) throw thrown;
    }
  },
};
