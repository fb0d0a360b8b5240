import { describe, expect, it } from 'vitest';
import { createDigesting } from '@/src/platform/workers/digest-workers';
import { WorkerInThread } from '@/test/support/worker-in-thread';

/** SHA-256 of "abc": FIPS 180-2, appendix B.1. */
const OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const NEVER = new AbortController().signal;

const workerOf = (digest: () => unknown): WorkerInThread => new WorkerInThread(digest);

describe('the digest of a file', () => {
  it('starts no worker where the file is smaller than the least', async () => {
    const digestOf = createDigesting(() => {
      throw new Error('a worker was started');
    }, 4);
    expect(await digestOf(new Blob(['abc']), NEVER)).toBe(OF_ABC);
  });

  it('is of a worker that ends with the answer, from the least on', async () => {
    const worker = workerOf(() => OF_ABC);
    const digestOf = createDigesting(() => worker, 3);
    expect(await digestOf(new Blob(['abc']), NEVER)).toBe(OF_ABC);
    expect(worker.isEnded).toBe(true);
  });

  it('rejects, and ends its worker, when nobody wants it any more', async () => {
    const worker = workerOf(() => new Promise(() => undefined));
    const stop = new AbortController();
    const digest = createDigesting(() => worker, 3)(new Blob(['abc']), stop.signal);
    stop.abort(new Error('stopped'));
    await expect(digest).rejects.toThrow('stopped');
    expect(worker.isEnded).toBe(true);
  });
});
