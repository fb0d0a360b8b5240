/**
 * Starts a watch that counts the processor's milliseconds. Tests that something does not hang ask it, and allow many times
 * what is needed: a wall clock would judge what else the machine does.
 */
export function processorTime(): () => number {
  const started = process.cpuUsage();
  return () => process.cpuUsage(started).user / 1000;
}

/** Beyond it a reader hangs. */
export const HANGS = 10_000;
