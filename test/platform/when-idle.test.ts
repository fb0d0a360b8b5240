import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenIdle } from '@/src/platform/when-idle';

const reported: unknown[] = [];
let idle: (() => void)[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', (begin: () => void) => idle.push(begin));
  vi.stubGlobal('reportError', (fault: unknown) => reported.push(fault));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  reported.length = 0;
  idle = [];
});

describe('work that can wait', () => {
  it('begins neither at once nor before the page is idle', async () => {
    const work = vi.fn(async () => undefined);
    whenIdle(work);
    await vi.advanceTimersByTimeAsync(2999);
    expect([idle.length, work.mock.calls.length]).toEqual([0, 0]);

    await vi.advanceTimersByTimeAsync(1);
    expect([idle.length, work.mock.calls.length]).toEqual([1, 0]);

    idle[0]?.();
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('that fails is reported and throws nothing at the page', async () => {
    whenIdle(() => Promise.reject(new Error('no room')));
    await vi.advanceTimersByTimeAsync(3000);
    idle[0]?.();
    await vi.advanceTimersByTimeAsync(0);

    expect(reported).toEqual([new Error('no room')]);
  });
});
