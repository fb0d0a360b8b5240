import type { Result } from '@/src/kernel/result';
import type { WebError, WebText } from '@/src/app/ports/web';

type Answer = Result<WebText, WebError>;

/** Answers that need not be asked for again. They are kept in memory, and go with the page. */
export interface TextCache {
  find(url: string, now: number): Answer | undefined;
  keep(url: string, answer: Answer, now: number): void;
  clear(): void;
}

/** @param age milliseconds after which an answer is old. @param characters that all of them may have. */
export function createTextCache(age: number, characters: number): TextCache {
  const kept = new Map<string, { readonly at: number; readonly answer: Answer }>();
  let size = 0;
  const drop = (url: string): void => {
    const dropped = kept.get(url);
    if (dropped) size -= weightOf(url, dropped.answer);
    kept.delete(url);
  };
  return {
    find: (url, now) => {
      const found = kept.get(url);
      if (!found) return undefined;
      if (now - found.at < age) return found.answer;
      drop(url);
      return undefined;
    },
    keep: (url, answer, now) => {
      drop(url);
      kept.set(url, { at: now, answer });
      size += weightOf(url, answer);
      // The oldest stand first.
      for (const oldest of kept.keys()) if (size > characters) drop(oldest);
    },
    clear: () => {
      kept.clear();
      size = 0;
    },
  };
}

/** Characters that it takes to keep an answer. */
function weightOf(url: string, answer: Answer): number {
  return url.length + (answer.ok ? answer.value.text.length : 0);
}
