import { startTransition, useEffect, useState } from 'react';

/** A place in the workspace: `#/analysis/pareto?dataset=…`. It is the whole state of what is shown, so it can be kept. */
export interface Route {
  readonly path: readonly string[];
  readonly params: Readonly<Record<string, string>>;
}

/** Where the address is. A new place is drawn in slices: the page before answers until it is there. */
export function useRoute(): Route {
  const [hash, setHash] = useState(window.location.hash);
  useEffect(() => {
    const follow = (): void => startTransition(() => setHash(window.location.hash));
    window.addEventListener('hashchange', follow);
    follow();
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return readRoute(hash);
}

export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  return {
    path: path.split('/').filter((part) => part !== ''),
    params: Object.fromEntries(new URLSearchParams(query)),
  };
}

export function hashOf(path: readonly string[], params: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(params).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${query === '' ? '' : `?${query}`}`;
}

export function goTo(path: readonly string[], params: Readonly<Record<string, string>> = {}): void {
  window.location.hash = hashOf(path, params);
}
