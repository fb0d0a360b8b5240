import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ReadRequest } from '@/src/app/ports/datasets';
import type { BatchId } from '@/src/kernel/ids';
import { err, ok } from '@/src/kernel/result';
import { createDatasets } from '@/src/platform/workers/dataset-client';
import { rid } from '@/test/support/store';
import { WorkerInThread } from '@/test/support/worker-in-thread';

/** The name of the analysis says what becomes of it. */
class FakeWorker extends WorkerInThread {
  readonly asked: readonly string[];

  constructor(number: number) {
    const asked: string[] = [];
    const analyse = async (_: string, name: string): Promise<unknown> => {
      asked.push(name);
      if (name === 'endless') await new Promise(() => undefined);
      if (name === 'slow') await new Promise((resolve) => setTimeout(resolve, 50));
      return ok([name, number]);
    };
    const read = async (id: string): Promise<unknown> => (id === 'bad' ? err({ code: 'empty' }) : ok(id));
    const rows = async (): Promise<unknown> => {
      asked.push('rows');
      if (number === 1) await new Promise(() => undefined);
      return ok(['rows', number]);
    };
    const preview = (): Promise<unknown> => new Promise(() => undefined);
    const other = async (): Promise<unknown> => ok(undefined);
    super({ analyse, read, rows, preview, save: other, discard: other, release: other });
    this.asked = asked;
  }
}

let started: FakeWorker[] = [];
let datasets = createDatasets();
beforeEach(() => {
  started = [];
  datasets = createDatasets(() => {
    const worker = new FakeWorker(started.length + 1);
    started.push(worker);
    return worker;
  });
});
afterEach(() => vi.useRealTimers());

const analyse = (name: string, signal?: AbortSignal) => datasets.analyse(rid('sales'), name, {}, signal);
// Safe: the worker of these tests does not look at what is to be read.
const read = (id: string) => datasets.read(rid(id), {} as ReadRequest, () => undefined);
const ended = (): boolean[] => started.map(({ isEnded }) => isEnded);
const waited = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('an analysis that is stopped ends with its worker within half a second, and the next has another', async () => {
  const stop = new AbortController();
  expect(await analyse('pareto')).toEqual(ok(['pareto', 1]));
  const endless = analyse('endless', stop.signal);
  await vi.waitFor(() => expect(started[0]?.asked).toContain('endless'));
  const began = performance.now();
  stop.abort();

  expect(await endless).toEqual(err({ code: 'cancelled' }));
  expect(performance.now() - began).toBeLessThan(500);
  expect(ended()).toEqual([true]);
  expect(await analyse('churn')).toEqual(ok(['churn', 2]));
});

it('one that ends by itself leaves the columns where they are', async () => {
  const stop = new AbortController();
  const slow = analyse('slow', stop.signal);
  stop.abort();

  expect(await slow).toEqual(ok(['slow', 1]));
  await waited(300);
  expect([ended(), await analyse('pareto')]).toEqual([[false], ok(['pareto', 1])]);
});

it('one that was stopped before is never asked', async () => {
  expect(await analyse('pareto', AbortSignal.abort())).toEqual(err({ code: 'cancelled' }));
  expect(started).toEqual([]);
});

it('one that a change has overtaken has longer', async () => {
  const overtaken = new AbortController();
  const endless = analyse('endless', overtaken.signal);
  await vi.waitFor(() => expect(started[0]?.asked).toContain('endless'));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  overtaken.abort('overtaken');
  vi.advanceTimersByTime(2_900);
  expect(ended()).toEqual([false]);
  vi.advanceTimersByTime(200);

  expect(ended()).toEqual([true]);
  expect(await endless).toEqual(err({ code: 'cancelled' }));
});

it('what was asked beside it is asked again', async () => {
  const stop = new AbortController();
  const endless = analyse('endless', stop.signal);
  const rows = datasets.rows(rid('sales'), { entity: 'customer', keys: [], limit: 1 });
  const other = analyse('endless-not');
  await vi.waitFor(() => expect(started[0]?.asked).toContain('rows'));
  await other;
  stop.abort();

  expect(await endless).toEqual(err({ code: 'cancelled' }));
  expect(await rows).toEqual(ok(['rows', 2]));
});

it.each([
  ['a file that waits to be saved', async () => void (await read('new'))],
  ['a file that is looked at', async () => void datasets.preview(new File([], 'x.csv'), {})],
])('the worker is kept for %s', async (_, hold) => {
  await hold();
  const stop = new AbortController();
  const endless = analyse('endless', stop.signal);
  const unheard = vi.fn();
  void endless.then(unheard);
  await vi.waitFor(() => expect(started[0]?.asked).toContain('endless'));
  stop.abort();
  await waited(400);

  expect([ended(), unheard.mock.calls]).toEqual([[false], []]);
});

it.each([
  ['saved', () => datasets.save(rid('new'), { id: 'b' as BatchId, actor: 'a', wall: 0, cause: 'import', changes: [] })],
  ['discarded', () => datasets.discard(rid('new'))],
  ['released', () => datasets.release()],
  ['found to be bad', async () => undefined],
])('a file that was %s holds it no more', async (how, letGo) => {
  await read(how === 'found to be bad' ? 'bad' : 'new');
  await letGo();
  const stop = new AbortController();
  const endless = analyse('endless', stop.signal);
  stop.abort();

  expect(await endless).toEqual(err({ code: 'cancelled' }));
  expect(ended()).toEqual([true]);
});
