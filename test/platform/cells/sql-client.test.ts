import { expect, it, vi } from 'vitest';
import type { CellTables, SqlRequest } from '@/src/app/ports/cells';
import { err, ok } from '@/src/kernel/result';
import { createSqlCells } from '@/src/platform/cells/sql-client';
import { rid } from '@/test/support/store';
import { WorkerInThread } from '@/test/support/worker-in-thread';

/** The statement says what becomes of it. */
class FakeWorker extends WorkerInThread {
  static ended = 0;
  static readonly ran: string[] = [];

  constructor() {
    super({
      prepare: async (id: string | undefined) => (id === 'gone' ? err({ code: 'no-dataset' }) : ok(undefined)),
      columns: async (id: string) => (id === 'gone' ? undefined : ['customer', '地区']),
      run: (sql: string, tables: CellTables) => this.run(sql, tables),
    });
  }

  private async run(sql: string, tables: CellTables): Promise<unknown> {
    FakeWorker.ran.push(sql);
    if (sql === 'throw') throw new Error('Broken Error: all of it');
    if (sql === 'memory') return err({ code: 'out-of-memory' });
    if (sql === 'crash') this.fail('crashed');
    if (sql === 'endless' || sql === 'crash') return new Promise(() => undefined);
    return ok({ value: [sql, Object.keys(tables)], notices: [] });
  }

  override terminate(): void {
    FakeWorker.ended++;
    super.terminate();
  }
}

function cells(): ReturnType<typeof createSqlCells> & { started: () => number } {
  let started = 0;
  const own = createSqlCells(() => {
    started++;
    return new FakeWorker();
  });
  return { ...own, started: () => started };
}

const request = (sql: string, dataset?: string): SqlRequest => ({
  dataset: dataset === undefined ? undefined : rid(dataset),
  sql,
  tables: {},
});
const never = (): AbortSignal => new AbortController().signal;
const done = (sql: string): unknown => ok({ value: [sql, []], notices: [] });

it('starts one worker, with the first cell', async () => {
  const own = cells();

  expect(own.started()).toBe(0);
  expect(await own.sql(request('a'), never())).toEqual(done('a'));
  expect(await own.sql(request('b', 'sales'), never())).toEqual(done('b'));
  expect(own.started()).toBe(1);
});

it('tells the columns of a dataset, and none where there is none', async () => {
  expect(await cells().columns(rid('sales'))).toEqual(['customer', '地区']);
  expect(await cells().columns(rid('gone'))).toEqual([]);
});

it('a dataset that is gone is said, and nothing runs', async () => {
  const before = FakeWorker.ran.length;

  expect(await cells().sql(request('a', 'gone'), never())).toEqual(err({ code: 'no-dataset' }));
  expect(FakeWorker.ran.length).toBe(before);
});

it('stopping ends the worker at once, and the next cell has a new one', async () => {
  const [own, stop] = [cells(), new AbortController()];
  const answer = own.sql(request('endless'), stop.signal);
  const next = own.sql(request('next'), never());
  const began = performance.now();
  setTimeout(() => stop.abort(), 20);

  expect(await answer).toEqual(err({ code: 'cancelled' }));
  expect(performance.now() - began).toBeLessThan(500);
  expect(await next).toEqual(done('next'));
  expect(own.started()).toBe(2);
});

it('a cell that waits is stopped without waiting, and never runs', async () => {
  const [own, first, second] = [cells(), new AbortController(), new AbortController()];
  const running = own.sql(request('endless'), first.signal);
  const waiting = own.sql(request('waited'), second.signal);
  second.abort();

  expect(await waiting).toEqual(err({ code: 'cancelled' }));
  first.abort();
  await running;
  expect(await own.sql(request('last'), never())).toEqual(done('last'));
  expect(FakeWorker.ran).not.toContain('waited');
});

it.each([
  ['throw', { code: 'cell-failed', detail: 'Broken Error: all of it' }],
  ['memory', { code: 'out-of-memory' }],
  ['crash', { code: 'cell-failed', detail: 'crashed' }],
])('what breaks the worker costs the worker: %s', async (sql, fault) => {
  const own = cells();

  expect(await own.sql(request(sql), never())).toEqual(err(fault));
  expect(await own.sql(request('after'), never())).toEqual(done('after'));
  expect(own.started()).toBe(2);
});

it('ends what the engine does not end', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const own = cells();
  const answer = own.sql(request('endless'), never());
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
  vi.advanceTimersByTime(62_000);

  expect(await answer).toEqual(err({ code: 'too-long', seconds: 60 }));
  vi.useRealTimers();
});
