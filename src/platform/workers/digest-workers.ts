import { wrap } from 'comlink';
import { digestOfFile } from '../files/digest';
import type { Digest } from './digest-worker';

/** A smaller file is digested before a worker for it has started. */
const AT_LEAST = 16 << 20;

/** The SHA-256 of a file in hexadecimal. Rejects when the signal aborts, unless there is an answer before. */
export type Digesting = (file: Blob, signal: AbortSignal) => Promise<string>;

/** Digests a large file in a worker of its own, so that it costs no time where there is a second core. It ends with the reading. */
export function createDigesting(start: () => Worker, atLeast = AT_LEAST): Digesting {
  return (file, signal) => (file.size < atLeast ? digestOfFile(file) : digestBeside(start(), file, signal));
}

async function digestBeside(worker: Worker, file: Blob, signal: AbortSignal): Promise<string> {
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
  try {
    return await Promise.race([wrap<Digest>(worker)(file), ended]);
  } finally {
    worker.terminate();
  }
}
