import { describe, expect, it } from 'vitest';
import { ok } from '@/src/kernel/result';
import { createTextCache, type TextCache } from '@/src/platform/store/text-cache';

describe('answers that are kept', () => {
  const found = (cache: TextCache, urls: readonly string[], now: number): Promise<(string | undefined)[]> =>
    Promise.all(
      urls.map(async (url) => {
        const answer = await cache.find(url, now);
        return answer?.ok ? answer.value.url : undefined;
      }),
    );

  it('are no more characters than allowed: the oldest go', async () => {
    const cache = createTextCache(1000, 10, 'answers-bounded');
    for (const [i, url] of ['a', 'b', 'c'].entries()) await cache.keep(url, ok({ url, text: 'xxxx' }), i);

    expect(await found(cache, ['a', 'b', 'c'], 3)).toEqual([undefined, 'b', 'c']);
    await cache.keep('d', ok({ url: 'd', text: 'x'.repeat(11) }), 4);
    expect(await found(cache, ['b', 'c', 'd'], 5)).toEqual([undefined, undefined, undefined]);
  });

  it('are there for the next page that asks, until they are old or let go of', async () => {
    await createTextCache(1000, 10, 'answers-shared').keep('a', ok({ url: 'a', text: 'x' }), 0);
    const next = createTextCache(1000, 10, 'answers-shared');

    expect(await found(next, ['a'], 999)).toEqual(['a']);
    expect(await found(next, ['b'], 1000)).toEqual([undefined]);
    expect(await found(next, ['a'], 999)).toEqual([undefined]);
    await next.keep('a', ok({ url: 'a', text: 'x' }), 2000);
    await next.clear();
    expect(await found(next, ['a'], 2001)).toEqual([undefined]);
  });
});
