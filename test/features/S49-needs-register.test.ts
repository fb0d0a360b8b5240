import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { complaint } from '@/src/domain/care/complaint.kind';
import { need } from '@/src/domain/needs/need.kind';
import { ChainOf } from '@/test/support/chain';
import { createWorld, TODAY, type World } from '@/test/support/world';

let world: World;
let chain: ChainOf;
beforeEach(async () => {
  world = await createWorld();
  chain = await ChainOf.begin(world);
});
afterEach(() => world.db.delete());

async function file(kind: string): Promise<RecordId> {
  const record = world.app.newRecord();
  const made = await world.app.records.make(need, record, { text: 'Pumps run hot', company: chain.company, kind });
  return made.ok ? record : expect.fail(made.error.code);
}
const stateOf = async (record: RecordId) => (await world.app.records.row(record))?.state;
async function move(record: RecordId, to: string, inputs: Readonly<Record<string, string>> = {}) {
  const moved = await world.app.records.move({ kind: need, record, to, inputs });
  return moved.ok ? 'moved' : moved.error.code;
}
const SAID = { dissatisfaction: 'Bearings fail', solution: 'Ceramic bearings', evidence: '“If they last, we buy.”' };

describe('S49 needs register', () => {
  it('begins explicit where it was said, implicit where it was not', async () => {
    expect([await stateOf(await file('implicit')), await stateOf(await file('explicit'))]).toEqual([
      'implicit',
      'explicit',
    ]);
  });

  it('brings an implicit need to one that is addressed, a step at a time, each asking for what it needs', async () => {
    const record = await file('implicit');
    expect(await move(record, 'clarified')).toBe('needs-fields');
    expect(await move(record, 'clarified', { dissatisfaction: SAID.dissatisfaction })).toBe('moved');
    expect(await move(record, 'explicit', { solution: SAID.solution })).toBe('needs-fields');
    expect(await move(record, 'explicit', { solution: SAID.solution, evidence: SAID.evidence })).toBe('moved');
    expect(await move(record, 'addressed')).toBe('moved');
    expect((await world.app.records.row(record))?.fields).toMatchObject({ ...SAID, addressedOn: TODAY });
  });

  it.each(need.states.flatMap((from) => need.states.map((to) => [from, to] as const)))(
    'from %s to %s: only where a step leads there',
    async (from, to) => {
      const legal = ['implicit→clarified', 'clarified→explicit', 'explicit→addressed', 'addressed→explicit'];
      const record = await file('implicit');
      await world.ports.store.commit({
        id: world.app.newBatch(),
        actor: 'Lin',
        wall: 0,
        cause: 'import',
        changes: [{ set: record, kind: need.name, values: { '@state': from } }],
      });
      const moved = await world.app.records.move({ kind: need, record, to, inputs: SAID, reason: 'because' });
      expect(moved.ok ? 'moved' : moved.error.code).toBe(legal.includes(`${from}→${to}`) ? 'moved' : 'no-way');
      expect(await stateOf(record)).toBe(moved.ok ? to : from);
    },
  );

  it('makes an implicit need of each complaint that is received, once, and takes it back with it', async () => {
    const record = world.app.newRecord();
    const inputs = {
      subject: 'Leaking seal',
      company: chain.company,
      receivedOn: '2026-11-18',
      severity: 'high',
      owner: 'Lin',
    };
    const received = await world.app.records.make(complaint, record, inputs);
    const { needs } = await chain.read();
    expect(needs).toMatchObject([
      {
        state: 'implicit',
        fields: {
          text: 'Leaking seal',
          company: chain.company,
          kind: 'implicit',
          raisedOn: '2026-11-18',
          owner: 'Lin',
          complaint: record,
        },
      },
    ]);
    for (const [to, more] of [
      ['investigating', { apology: 'We are sorry' }],
      ['proposed', { cause: 'Wrong seal', fault: 'ours', solution: 'New seal' }],
    ] as const)
      expect((await world.app.records.move({ kind: complaint, record, to, inputs: more })).ok).toBe(true);
    expect((await chain.read()).needs).toHaveLength(1);

    await world.app.records.remove([record]);
    expect((await chain.read()).needs[0]?.fields.complaint).toBeUndefined();
    const again = await world.app.records.make(complaint, world.app.newRecord(), inputs);
    expect((await chain.read()).needs).toHaveLength(2);
    if (again.ok) await world.app.history.undo(again.value.batchId);
    expect((await chain.read()).needs).toHaveLength(1);
    expect(received).toMatchObject({ ok: true, value: { made: 2 } });
    expect((await world.app.verify()).ok).toBe(true);
  });
});
