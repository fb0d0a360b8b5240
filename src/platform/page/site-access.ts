import { browser } from 'wxt/browser';
import type { SiteAccess, SiteState } from '@/src/app/ports/site-access';
import { forbiddenPage } from './page-address';

/** Permissions for single hosts, of those that the manifest calls optional. */
export const siteAccess: SiteAccess = {
  state: stateOf,
  ask: async (url) => {
    const origins = originsOf(url);
    return origins.length > 0 && browser.permissions.request({ origins });
  },
  askAll: async (urls) => {
    const origins = urls.flatMap(originsOf);
    return origins.length > 0 && browser.permissions.request({ origins });
  },
  drop: async (url) => {
    const origins = originsOf(url);
    return origins.length > 0 && browser.permissions.remove({ origins });
  },
  watch: (url, listener) => {
    let isStopped = false;
    const look = async (): Promise<void> => {
      const state = await stateOf(url);
      if (!isStopped) listener(state);
    };
    const onChanged = (): void => void look();
    browser.permissions.onAdded.addListener(onChanged);
    browser.permissions.onRemoved.addListener(onChanged);
    onChanged();
    return () => {
      isStopped = true;
      browser.permissions.onAdded.removeListener(onChanged);
      browser.permissions.onRemoved.removeListener(onChanged);
    };
  },
};

async function stateOf(url: string): Promise<SiteState> {
  const origins = originsOf(url);
  if (origins.length === 0) return 'never';
  return (await browser.permissions.contains({ origins })) ? 'granted' : 'askable';
}

/**
 * The pattern of a page's host, with and without encryption, whatever the port: Firefox knows no ports in patterns. None for
 * pages that no extension may read, and for files, which browsers grant in their own settings.
 */
export function originsOf(url: string): string[] {
  if (!/^https?:/.test(url) || forbiddenPage(url) === 'store-page') return [];
  try {
    return [`*://${new URL(url).hostname}/*`];
  } catch {
    // No address.
    return [];
  }
}
