import { browser } from 'wxt/browser';
import type { SentLine, SentLog } from '@/src/app/ports/sent-log';

const KEY = 'sent-log';
const MOST = 1000;

/** The log in the extension's own storage, beside the database and in none of its backups. Pages write it one after another. */
export const sentLog: SentLog = {
  add: (line) =>
    navigator.locks.request(KEY, async () => {
      try {
        await browser.storage.local.set({ [KEY]: [line, ...(await stored())].slice(0, MOST) });
        return true;
      } catch {
        // No room, or storage that is broken: what cannot be logged is not sent.
        return false;
      }
    }),
  lines: stored,
  clear: () => navigator.locks.request(KEY, () => browser.storage.local.remove(KEY)),
  drop: (isGone) =>
    navigator.locks.request(KEY, async () => {
      const kept = (await stored()).filter((line) => !isGone(line));
      await browser.storage.local.set({ [KEY]: kept });
    }),
};

async function stored(): Promise<readonly SentLine[]> {
  const { [KEY]: lines } = await browser.storage.local.get(KEY);
  // Safe: only `add` writes there.
  return Array.isArray(lines) ? (lines as SentLine[]) : [];
}
