import type { Steps } from '@/src/kernel/steps';
import { SLICE } from '@/src/platform/page/in-slices';

/** What steps gave, and their longest task when they are run in slices as the extension runs them. Milliseconds. */
export interface Timed<T> {
  readonly value: T;
  readonly task: number;
}

export function timed<T>(steps: Steps<T>): Timed<T> {
  let task = 0;
  let started = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    const ms = performance.now() - started;
    task = Math.max(task, ms);
    if (done) return { value, task };
    if (ms >= SLICE) started = performance.now();
  }
}
