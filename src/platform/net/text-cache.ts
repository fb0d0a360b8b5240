import type { WebText } from '@/src/app/ports/web';

/** Answers that need not be asked for again. They are kept in memory, and go with the page. */
export interface TextCache {
  find(url: string, now: number): WebText | undefined;
  keep(url: string, text: WebText, now: number): void;
  clear(): void;
}

/** @param age milliseconds after which an answer is old. @param characters that all of them may have. */
export function createTextCache(age: number, characters: number): TextCache {
  const kept = new Map<string, { readonly at: number; readonly text: WebText }>();
  let size = 0;
  const drop = (url: string): void => {
    size -= kept.get(url)?.text.text.length ?? 0;
    kept.delete(url);
  };
  return {
    find: (url, now) => {
      const found = kept.get(url);
      if (!found) return undefined;
      if (now - found.at < age) return found.text;
      drop(url);
      return undefined;
    },
    keep: (url, text, now) => {
      drop(url);
      kept.set(url, { at: now, text });
      size += text.text.length;
      // The oldest stand first.
      for (const oldest of kept.keys()) if (size > characters) drop(oldest);
    },
    clear: () => {
      kept.clear();
      size = 0;
    },
  };
}
