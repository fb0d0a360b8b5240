import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { accountOrder } from '@/src/domain/agreements/account-order.kind';
import { creditApproval } from '@/src/domain/agreements/credit-approval.kind';
import { receivable } from '@/src/domain/agreements/receivable.kind';
import { settlementSheet } from '@/src/domain/agreements/settlement-sheet.kind';
import { company } from '@/src/domain/parties/company.kind';
import type { Kind } from '@/src/domain/records/kind';
import { createApp, type App } from '@/src/app/create-app';
import { createWorld, NOW, type World } from '@/test/support/world';

describe('S57 settlement sheet and receivables', () => {
  let world: World;
  let app: App;
  let today = '2026-01-31';
  let client: RecordId;
  beforeEach(async () => {
    world = await createWorld();
    today = '2026-01-31';
    app = createApp({ ...world.ports, clock: { ...world.ports.clock, now: () => NOW, today: () => today } });
    client = await made(company, { name: '家和超市' });
  });
  afterEach(async () => {
    world.db.close();
    for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
  });

  const make = async (kind: Kind, inputs: Record<string, string>) => {
    const id = app.newRecord();
    return { id, made: await app.records.make(kind, id, inputs) };
  };
  async function made(kind: Kind, inputs: Record<string, string>): Promise<RecordId> {
    const { id, made: receipt } = await make(kind, inputs);
    if (!receipt.ok) expect.fail(JSON.stringify(receipt.error));
    return id;
  }
  const move = (kind: Kind, record: RecordId, to: string, more: object = {}) =>
    app.records.move({ kind, record, to, ...more });
  const sheet = (more: Record<string, string> = {}) =>
    made(settlementSheet, {
      subject: 'Main store',
      company: client,
      settlement: 'monthly',
      settlementDay: '31',
      creditLimit: '1000 CNY',
      settledOn: today,
      ...more,
    });
  const invoice = (amount: string, more: Record<string, string> = {}) =>
    make(receivable, {
      invoice: `I${amount}`,
      company: client,
      amount: `${amount} CNY`,
      issuedOn: today,
      dueOn: today,
      ...more,
    });
  const settleDue = async (): Promise<unknown> =>
    (await app.records.duties()).filter(({ name }) => name === 'settle').map(({ due, overdue }) => [due, overdue]);
  const REFUSED = { ok: false, error: { code: 'not-admitted', refusals: ['over-limit'] } };

  it('reminds of the settlement day each month, on the last day of a month that lacks it', async () => {
    const id = await sheet();
    expect(await settleDue()).toEqual([['2026-02-28', 0]]);
    today = '2026-02-28';
    expect(await settleDue()).toEqual([['2026-02-28', 0]]);
    today = '2026-03-01';
    expect(await settleDue()).toEqual([['2026-02-28', 1]]);
    today = '2026-02-28';
    expect((await move(settlementSheet, id, 'running')).ok).toBe(true);
    expect(await settleDue()).toEqual([['2026-03-31', 0]]);
    expect((await move(settlementSheet, id, 'ended', { reason: 'closed' })).ok).toBe(true);
    expect(await settleDue()).toEqual([]);
  });

  it('keeps type, days, cheque term and the list of deductions', async () => {
    const id = await sheet({
      settlement: 'spot',
      payment: 'cheque',
      document: 'tax-invoice',
      reconciliationDay: '25',
      invoiceDay: '28',
      cycleDays: '45',
      chequeDays: '30',
      'deductions/a': 'Entry fee 2 000 CNY',
      'deductions/b': 'Rebate 2 %',
    });
    expect((await app.records.row(id))?.fields).toMatchObject({
      settlement: 'spot',
      chequeDays: 30,
      cycleDays: 45,
      deductions: { a: 'Entry fee 2 000 CNY', b: 'Rebate 2 %' },
    });
  });

  it('admits credit exactly up to the limit and nothing beyond it', async () => {
    await sheet();
    expect((await invoice('600')).made.ok).toBe(true);
    expect((await invoice('400.01')).made).toMatchObject(REFUSED);
    expect((await invoice('400')).made.ok).toBe(true);
    const order = { number: 'O1', company: client, amount: '0.01 CNY', orderedOn: today };
    expect((await make(accountOrder, order)).made).toMatchObject(REFUSED);
    expect((await invoice('5', { company: await made(company, { name: '乙' }) })).made.ok).toBe(true);
  });

  it('lets a manager grant more until a day, and only a manager', async () => {
    await sheet();
    const purpose = { purpose: 'Spring festival', company: client, amount: '500 CNY', until: '2026-02-10' };
    const approval = await made(creditApproval, purpose);
    expect((await invoice('1500')).made).toMatchObject(REFUSED);

    await app.settings.change('user-role', 'representative');
    expect(await move(creditApproval, approval, 'granted')).toMatchObject({ error: { code: 'forbidden' } });
    const raised = { kind: creditApproval, records: [approval], inputs: { amount: '9000 CNY' } };
    expect(await app.records.edit(raised)).toMatchObject({ error: { code: 'forbidden' } });
    expect(
      (await make(settlementSheet, { subject: 'x', company: client, settlement: 'spot', settledOn: today })).made,
    ).toMatchObject({
      error: { code: 'forbidden' },
    });
    await app.settings.change('user-role', 'manager');
    expect((await move(creditApproval, approval, 'granted')).ok).toBe(true);
    expect((await app.records.row(approval))?.fields).toMatchObject({ decidedBy: 'user', decidedOn: today });

    today = '2026-02-11';
    expect((await invoice('1500')).made).toMatchObject(REFUSED);
    today = '2026-02-10';
    expect((await invoice('1500.01')).made).toMatchObject(REFUSED);
    expect((await invoice('1500')).made.ok).toBe(true);
  });

  it('follows an invoice from open over part paid to paid or written off, the latter by a manager with a reason', async () => {
    const { id } = await invoice('100');
    expect(await move(receivable, id, 'part-paid')).toMatchObject({ error: { verdict: { missing: ['paid'] } } });
    const over = { inputs: { paid: '100.01 CNY' } };
    expect(await move(receivable, id, 'part-paid', over)).toMatchObject({ error: { code: 'refused' } });
    expect((await move(receivable, id, 'part-paid', { inputs: { paid: '40 CNY' } })).ok).toBe(true);
    expect(await owed()).toEqual(['60']);
    await app.settings.change('user-role', 'representative');
    expect(await move(receivable, id, 'written-off', { reason: 'x' })).toMatchObject({ error: { code: 'forbidden' } });
    await app.settings.change('user-role', 'manager');
    expect(await move(receivable, id, 'written-off')).toMatchObject({ error: { code: 'reason-needed' } });
    expect((await move(receivable, id, 'written-off', { reason: 'insolvent' })).ok).toBe(true);
    expect(await owed()).toEqual([]);
    expect((await move(receivable, id, 'open', { reason: 'paid after all' })).ok).toBe(true);
    expect((await move(receivable, id, 'paid')).ok).toBe(true);
    expect(await owed()).toEqual([]);
  });

  it('turns an order on account into its invoice in one step, and undoes both together', async () => {
    await sheet();
    const order = await made(accountOrder, { number: 'O1', company: client, amount: '900 CNY', orderedOn: today });
    expect((await app.receivables.ageing()).map(({ total, used }) => [total, used])).toEqual([['0', '900']]);
    const inputs = { invoice: 'I-77', dueOn: '2026-03-02' };
    const moved = await move(accountOrder, order, 'invoiced', { inputs });
    if (!moved.ok) expect.fail(moved.error.code);
    expect((await app.receivables.ageing()).map(({ total, used }) => [total, used])).toEqual([['900', '900']]);
    const [row] = await app.records.rows('receivable');
    expect(row).toMatchObject({ state: 'open', fields: { invoice: 'I-77', issuedOn: today, dueOn: '2026-03-02' } });
    await app.history.undo(moved.value.batchId);
    expect(await app.records.rows('receivable')).toEqual([]);
    expect((await app.records.row(order))?.state).toBe('open');
  });

  it('lists arrears by age and currency, accounts over their limit first', async () => {
    const dear = await made(company, { name: '丙' });
    await invoice('300', { dueOn: '2025-10-01', company: dear });
    const { id } = await invoice('1200', { dueOn: '2026-02-15' });
    await sheet();
    const lines = await app.receivables.ageing();
    expect(lines.map((one) => [one.company, one.over, one.byAge['over-90'], one.byAge['not-due']])).toEqual([
      [client, '200', '0', '1200'],
      [dear, undefined, '300', '0'],
    ]);
    expect(lines[0]?.invoices).toMatchObject([{ id, arrears: '1200', daysOverdue: 0 }]);
  });

  async function owed(): Promise<string[]> {
    return (await app.receivables.ageing()).map(({ total }) => total);
  }
});
