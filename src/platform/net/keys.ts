import { browser } from 'wxt/browser';
import type { Keys } from '@/src/app/ports/keys';

const KEY = 'provider-keys';

/** Keys in the extension's own storage, beside the database and in none of its backups; nobody but the fetcher reads them. */
export const keys: Keys = {
  has: async (provider) => (await keyOf(provider)) !== undefined,
  set: (provider, key) =>
    navigator.locks.request(KEY, async () => {
      const { [provider]: _, ...others } = await stored();
      await browser.storage.local.set({ [KEY]: key === '' ? others : { ...others, [provider]: key } });
    }),
};

/** The user's own key for a provider. */
export async function keyOf(provider: string): Promise<string | undefined> {
  const known = await stored();
  return Object.hasOwn(known, provider) ? known[provider] : undefined;
}

async function stored(): Promise<Readonly<Record<string, string>>> {
  const { [KEY]: known } = await browser.storage.local.get(KEY);
  // Safe: only `set` writes there.
  return (known ?? {}) as Readonly<Record<string, string>>;
}
