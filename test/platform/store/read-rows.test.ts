import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '@/src/domain/records/change';
import { typedValue } from '@/src/domain/records/evidence';
import { ALL_KINDS } from '@/src/platform/store/all-kinds';
import { batch, openTestStore, rid, type TestStore } from '@/test/support/store';

const name = typedValue('Acme', '2026-11-21T09:00:00.000Z');
const made = (kind: string, i: number): Change => ({
  make: rid(`r${String(i).padStart(6, '0')}`),
  kind,
  fields: { name },
});
/** 5200 companies in a row, then one among every three records. */
const RECORDS = Array.from({ length: 8500 }, (_, i) => made(i < 5200 || i % 3 === 0 ? 'company' : 'person', i));
const idsOf = (kind: string) => RECORDS.flatMap((one) => ('make' in one && one.kind === kind ? [one.make] : []));

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore(ALL_KINDS);
  // Backwards: the order of writing is not the order of the ids.
  await test.store.commit(batch(RECORDS.toReversed()));
});
afterAll(() => test.close());

describe('the rows of a kind', () => {
  it.each(['company', 'person'])('are all there, each once, oldest first: %s', async (kind) => {
    expect((await test.store.rows(kind)).map(({ id }) => id)).toEqual(idsOf(kind));
  });

  it('tell how many were read, piece by piece, to the last', async () => {
    const told: [number, number][] = [];
    await test.store.rows('company', { onProgress: (done, total) => told.push([done, total]) });

    expect(told).toEqual([
      [5000, 6300],
      [6300, 6300],
    ]);
  });

  it('are not read on when it is stopped', async () => {
    const stop = new AbortController();
    const told: number[] = [];
    const reading = test.store.rows('company', {
      onProgress: (done) => {
        told.push(done);
        stop.abort(new Error('left'));
      },
      signal: stop.signal,
    });

    await expect(reading).rejects.toThrow('left');
    expect(told).toEqual([5000]);
  });
});
