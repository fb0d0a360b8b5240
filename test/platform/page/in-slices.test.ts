import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inSlices, SLICE } from '@/src/platform/page/in-slices';

/** Steps of so many milliseconds each, and how many were done when others had their turn. */
function* stepsOf(count: number, ms: number, done: { count: number }, clock: { at: number }): Generator<void, string> {
  for (let i = 0; i < count; i++) {
    clock.at += ms;
    done.count++;
    yield;
  }
  return 'end';
}

describe('inSlices', () => {
  const clock = { at: 0 };
  beforeEach(() => {
    clock.at = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => clock.at);
  });
  afterEach(() => vi.restoreAllMocks());

  it('lets others go first as soon as a slice is full', async () => {
    const done = { count: 0 };
    const running = inSlices(stepsOf(10, SLICE / 2, done, clock));

    expect(done.count).toBe(2);
    expect(await running).toBe('end');
    expect(done.count).toBe(10);
  });

  it('runs short work in one go', () => {
    const done = { count: 0 };
    void inSlices(stepsOf(10, 0, done, clock));
    expect(done.count).toBe(10);
  });
});
