import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatDay } from '@/src/kernel/calendar';
import type { RecordId } from '@/src/kernel/ids';
import { complaint } from '@/src/domain/care/complaint.kind';
import { company } from '@/src/domain/parties/company.kind';
import { dayFromIso, dutiesOf } from '@/src/domain/records/duty';
import { createApp, type App } from '@/src/app/create-app';
import { createWorld, NOW, TODAY, type World } from '@/test/support/world';

/** Walks complaints by the real use cases while the clock is set by hand. */
describe('S60 complaint flow with the check within seven days', () => {
  let world: World;
  let app: App;
  let today = TODAY;
  let client: RecordId;
  beforeEach(async () => {
    world = await createWorld();
    today = TODAY;
    app = createApp({ ...world.ports, clock: { ...world.ports.clock, now: () => NOW, today: () => today } });
    client = app.newRecord();
    await app.records.make(company, client, { name: '恒达石油' });
  });
  afterEach(async () => {
    world.db.close();
    for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
  });

  const later = (days: number): void => {
    today = formatDay(dayFromIso(TODAY) + days);
  };
  async function receive(): Promise<RecordId> {
    const id = app.newRecord();
    const inputs = { subject: 'Late delivery', company: client, receivedOn: TODAY, severity: 'high' };
    expect((await app.records.make(complaint, id, inputs)).ok).toBe(true);
    return id;
  }
  const move = async (id: RecordId, to: string, inputs: Record<string, string> = {}, reason?: string) =>
    app.records.move({ kind: complaint, record: id, to, inputs, ...(reason ? { reason } : {}) });
  const row = async (id: RecordId) => (await app.records.row(id)) ?? expect.fail('the complaint is on file');
  async function solved(): Promise<RecordId> {
    const id = await receive();
    expect((await move(id, 'investigating', { apology: 'We are sorry.' })).ok).toBe(true);
    const found = { cause: 'A lorry broke down', fault: 'ours', solution: 'Two lorries' };
    expect((await move(id, 'proposed', found)).ok).toBe(true);
    expect((await move(id, 'solved')).ok).toBe(true);
    return id;
  }
  const checkDuty = async (id: RecordId) => {
    const all = await app.records.duties();
    const one = all.find((duty) => duty.row.id === id && duty.name === 'check');
    return one && { due: one.due, overdue: one.overdue };
  };

  it('goes apology → cause → solution → decision, and skips none of them', async () => {
    const id = await receive();
    expect(await move(id, 'investigating')).toMatchObject({ error: { code: 'needs-fields' } });
    expect(await move(id, 'proposed')).toMatchObject({ error: { code: 'no-way' } });
    expect((await move(id, 'investigating', { apology: 'We are sorry.' })).ok).toBe(true);
    const refused = await move(id, 'proposed', { solution: 'Two lorries' });
    expect(refused).toMatchObject({ error: { verdict: { missing: ['cause', 'fault'] } } });
    expect(await move(id, 'closed')).toMatchObject({ error: { code: 'no-way' } });
  });

  it.each([
    [0, 0],
    [6, 0],
    [7, 0],
    [8, 1],
  ])('%i days after the solution the check is due on the seventh and %i days overdue', async (days, overdue) => {
    const id = await solved();
    later(days);
    expect(await checkDuty(id)).toEqual({ due: '2026-11-28', overdue });
  });

  it('closes only after the client was asked, through as many channels as were used', async () => {
    const id = await solved();
    later(7);
    expect(await move(id, 'closed')).toMatchObject({
      error: { verdict: { missing: ['askedThrough', 'satisfaction'] } },
    });
    const asked = { 'askedThrough/a': 'phone', 'askedThrough/b': 'visit', satisfaction: 'satisfied' };
    expect((await move(id, 'closed', asked)).ok).toBe(true);
    expect((await row(id)).fields).toMatchObject({
      askedThrough: { a: 'phone', b: 'visit' },
      solvedOn: TODAY,
      checkedOn: '2026-11-28',
    });
    expect(await checkDuty(id)).toBeUndefined();
  });

  it('does not close while the client is dissatisfied; reopened, it is solved and asked about anew', async () => {
    const id = await solved();
    later(3);
    const asked = { 'askedThrough/a': 'phone', satisfaction: 'dissatisfied' };
    expect(await move(id, 'closed', asked)).toMatchObject({
      error: { code: 'refused', verdict: { refusals: ['dissatisfied'] } },
    });
    const edited = { kind: complaint, records: [id], inputs: asked };
    expect((await app.records.edit(edited)).ok).toBe(true);
    expect(await move(id, 'investigating')).toMatchObject({ error: { code: 'reason-needed' } });
    const reopened = await move(id, 'investigating', {}, 'Late again');
    expect(reopened.ok).toBe(true);
    const open = await row(id);
    expect(open).toMatchObject({ state: 'investigating', fields: { apology: 'We are sorry.', fault: 'ours' } });
    for (const gone of ['solvedOn', 'satisfaction', 'askedThrough', 'checkedOn'])
      expect(open.fields).not.toHaveProperty(gone);
    expect(dutiesOf(complaint, open)).toEqual([]);

    expect((await move(id, 'proposed')).ok).toBe(true);
    expect((await move(id, 'solved')).ok).toBe(true);
    expect(await checkDuty(id)).toEqual({ due: '2026-12-01', overdue: 0 });
    expect(await move(id, 'closed')).toMatchObject({ error: { code: 'needs-fields' } });
    const entry = (await app.records.history(id)).find(({ note }) => note.transition === 'reopen');
    expect(entry?.note.reason).toBe('Late again');
  });

  it('undo of a reopening brings the answers back', async () => {
    const id = await solved();
    expect((await move(id, 'closed', { 'askedThrough/a': 'phone', satisfaction: 'satisfied' })).ok).toBe(true);
    const before = await row(id);
    const reopened = await move(id, 'investigating', {}, 'It broke again');
    if (!reopened.ok) expect.fail(reopened.error.code);
    expect((await app.history.undo(reopened.value.batchId)).ok).toBe(true);
    expect(await row(id)).toEqual(before);
  });

  it('cannot be proposed without a finding of whose fault it was, and knows a client that is not at fault from ours', async () => {
    expect(complaint.transitions.find(({ name }) => name === 'propose')?.needs).toContain('fault');
    expect(complaint.fields.fault.choices).toEqual(['ours', 'customer', 'third-party', 'none']);
  });
});
