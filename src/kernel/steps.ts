/** Work that may be paused: between any two steps whoever runs it may let others go first. */
export type Steps<T> = Generator<void, T>;

/** Runs what is left of the steps in one go. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
