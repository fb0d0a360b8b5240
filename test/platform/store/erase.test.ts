import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { batch, blobAbout, dump, openTestStore, request, rid, type TestStore } from '@/test/support/store';

let test: TestStore;
beforeEach(async () => {
  test = await openTestStore();
  await test.store.commit(
    batch(
      [
        {
          make: rid('firm'),
          kind: 'card',
          fields: { name: 'Acme', city: 'Ask Wang Xiaoming', phones: { w: 'wang@acme.cn' } },
        },
        {
          make: rid('wang'),
          kind: 'card',
          fields: { name: 'Wang Xiaoming', phones: { p: '+8613800138000' }, boss: 'firm' },
        },
      ],
      {
        cause: 'capture',
        note: { title: 'Wang Xiaoming, Acme', url: 'https://acme.cn/team' },
        blobs: [blobAbout('b1', 'wang', [1])],
      },
    ),
  );
  await test.store.commit(batch([{ set: rid('wang'), kind: 'card', values: { city: 'Graz' } }]));
  await test.store.commit(batch([{ make: rid('other'), kind: 'card', fields: { name: 'Wang Xiaoming the elder' } }]));
});
afterEach(() => test.close());

const erase = () =>
  test.store.erase({
    ...request(),
    person: rid('wang'),
    absorbed: [],
    anywhere: ['wang@acme.cn', '+8613800138000'],
    nearby: ['Wang Xiaoming'],
  });

describe('erase', () => {
  it('leaves nothing of the person anywhere in the database', async () => {
    await erase();
    const text = JSON.stringify({ ...(await dump(test.db)), other: undefined });

    for (const trace of ['13800138000', 'wang@acme.cn', 'Ask Wang', 'Wang Xiaoming, Acme'])
      expect(text).not.toContain(trace);
    expect(await test.store.row('records', rid('wang'))).toBeUndefined();
    expect(await test.store.blob('b1')).toBeUndefined();
  });

  it('keeps the company without what was the person’s, and a namesake whole', async () => {
    await erase();

    expect((await test.store.row('records', rid('firm')))?.fields).toEqual({ name: 'Acme' });
    expect((await test.store.row('records', rid('other')))?.fields).toEqual({ name: 'Wang Xiaoming the elder' });
  });

  it('leaves holes that verify accepts', async () => {
    await erase();

    expect((await test.store.verify()).checks.flatMap((check) => check.problems)).toEqual([]);
  });

  it('leaves holes through which nothing else can be altered', async () => {
    await erase();
    const part = await test.db.journal.get(['device01', 1, 1]);
    await test.db.journal.put({ ...part, patches: [] } as never);

    expect((await test.store.verify()).checks.flatMap((check) => check.problems)).toEqual([
      'part device01.1.1 was altered',
    ]);
  });

  it('cannot be undone, nor can the person come back through an older undo', async () => {
    const [, , capture] = await test.store.batches(3);
    const erased = await erase();
    const undoErase = await test.store.undo({
      ...request(),
      undoes: erased.ok ? erased.value.batchId : (rid('') as never),
    });
    const undoCapture = await test.store.undo({ ...request(), undoes: capture?.header.batchId as never });

    expect(undoErase).toEqual({ ok: false, error: { code: 'no-batch' } });
    expect(undoCapture).toMatchObject({ ok: true, value: { made: 0 } });
    expect(JSON.stringify(await dump(test.db))).not.toContain('13800138000');
    expect((await test.store.verify()).ok).toBe(true);
  });

  it('of somebody who is not there is refused', async () => {
    await erase();

    expect(await erase()).toMatchObject({ ok: false, error: { code: 'missing' } });
  });
});
