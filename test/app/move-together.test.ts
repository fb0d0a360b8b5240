import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import { createClaims, type Claims } from '@/test/support/claims';
import { claim } from '@/test/support/claim';

let world: Claims;
beforeEach(async () => {
  world = await createClaims();
});
afterEach(() => world.close());

const together = async (moves: readonly (readonly [RecordId, string])[]) => {
  const moved = await world.app.records.moveTogether({ kind: claim, moves: new Map(moves) });
  return moved.ok ? moved.value : expect.fail(moved.error.code);
};
const statesOf = (records: readonly RecordId[]) => Promise.all(records.map(world.stateOf));
const gone = 'gone' as RecordId;

describe('records moved together', () => {
  it('are one batch, stamped and noted as each by itself, that one undo takes back', async () => {
    const records = [await world.file('submitted', { title: '甲' }), await world.file('submitted', { title: '乙' })];
    const { receipt, stayed } = await together(records.map((record) => [record, 'confirmed']));

    expect(stayed).toEqual([]);
    expect(await statesOf(records)).toEqual(['confirmed', 'confirmed']);
    const rows = await world.app.records.rows('claim');
    expect(rows.map(({ fields }) => fields['decided'])).toEqual([world.app.today(), world.app.today()]);
    const [last] = await world.app.history.list(1);
    expect(last?.note).toEqual({ title: '甲', transition: 'confirm' });
    expect(last?.header.counts).toMatchObject({ changed: 2 });

    expect((await world.app.history.undo(must(receipt, 'a batch').batchId)).ok).toBe(true);
    expect(await statesOf(records)).toEqual(['submitted', 'submitted']);
  });

  it('leave behind what is refused, needs a reason, misses something, has no such way or is not there', async () => {
    const passes = await world.file('submitted', { title: 'passes' });
    const refused = await world.file('submitted', { title: 'much', sum: { amount: '1000.01', currency: 'CNY' } });
    const reason = await world.file('submitted', { title: 'without a reason' });
    const misses = await world.file('draft', { title: 'without proof' });
    const noWay = await world.file('confirmed', { title: 'decided' });
    const { receipt, stayed } = await together([
      [refused, 'confirmed'],
      [passes, 'confirmed'],
      [reason, 'rejected'],
      [gone, 'confirmed'],
      [misses, 'submitted'],
      [noWay, 'confirmed'],
    ]);

    expect(receipt?.changed).toBe(1);
    expect(stayed).toEqual([refused, reason, gone, misses, noWay]);
    expect(await statesOf([passes, refused, reason, misses, noWay])).toEqual([
      'confirmed',
      'submitted',
      'submitted',
      'draft',
      'confirmed',
    ]);
  });

  it('write nothing where none passes, and for nobody who may not', async () => {
    const record = await world.file('submitted', { title: '甲' });
    const before = await world.app.history.list(10);
    expect(await together([])).toEqual({ receipt: undefined, stayed: [] });
    expect(await together([[gone, 'confirmed']])).toEqual({ receipt: undefined, stayed: [gone] });
    expect(await world.app.history.list(10)).toEqual(before);

    await world.app.settings.change('user-role', 'representative');
    expect(await together([[record, 'confirmed']])).toEqual({ receipt: undefined, stayed: [record] });
    expect(await world.stateOf(record)).toBe('submitted');
  });
});
