import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { dayOf } from '@/src/kernel/calendar';
import { periodOf } from '@/src/kernel/period';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { planVisits } from '@/src/domain/visits/plan-visits';
import { secondVisits, unsortedFirstVisits } from '@/src/domain/visits/second-visits';
import { visitCompliance } from '@/src/domain/visits/visit-compliance';
import { PREPARATIONS, visit, type VisitRow } from '@/src/domain/visits/visit.kind';
import { openAccountDesk, type AccountDesk } from '@/test/support/account-desk';

let desk: AccountDesk;
let alder: RecordId;
beforeEach(async () => {
  desk = await openAccountDesk();
  alder = await desk.company('Alder');
});
afterEach(() => desk.close());

async function planned(of: RecordId, day: string, more: Readonly<Record<string, string>> = {}): Promise<RecordId> {
  const record = desk.app.newRecord();
  const made = await desk.app.records.make(visit, record, { purpose: 'Meet', company: of, day, ...more });
  return made.ok ? record : expect.fail(made.error.code);
}
const REPORT = { report: 'Met the buyer', means: 'on-site' };
const report = async (record: RecordId, more: object = {}): Promise<string> => {
  const moved = await desk.app.records.move({ kind: visit, record, to: 'done', inputs: REPORT, ...more });
  return moved.ok ? 'done' : moved.error.code;
};
// Safe: rows of a kind hold its fields.
const visits = async (): Promise<readonly VisitRow[]> => (await desk.app.records.rows('visit')) as readonly VisitRow[];

describe('S54 visit plan, checklist and record', () => {
  it('reports a first visit only when the whole checklist is ready, or over it with a reason', async () => {
    const first = await planned(alder, '2026-11-23', { occasion: 'first' });
    expect(await report(first)).toBe('refused');
    await desk.app.visits.check(first, PREPARATIONS.slice(1), true);
    expect(await report(first)).toBe('refused');
    await desk.app.visits.check(first, PREPARATIONS, true);
    expect(await report(first)).toBe('done');

    const other = await planned(alder, '2026-11-23', { occasion: 'first' });
    expect(await report(other, { override: true })).toBe('reason-needed');
    expect(await report(other, { override: true, reason: 'Met by chance' })).toBe('done');
    expect(await report(await planned(alder, '2026-11-24', { occasion: 'regular' }))).toBe('done');
  });

  it('ticks and unticks the checklist; each is there once', async () => {
    const { check } = desk.app.visits;
    const first = await planned(alder, '2026-11-23', { occasion: 'first' });
    await check(first, ['appointment', 'homework'], true);
    await check(first, ['homework', 'materials'], true);
    await check(first, ['appointment', 'answers'], false);

    const [row] = await visits();
    expect(Object.values(row?.fields.prepared ?? {}).toSorted()).toEqual(['homework', 'materials']);
    await check(first, PREPARATIONS, false);
    expect((await visits())[0]?.fields.prepared).toBeUndefined();
  });

  it('sorts first visits, and lists for a second one those that are worth it and have none', async () => {
    const firsts: RecordId[] = [];
    for (const name of ['Birch', 'Cedar', 'Elm']) {
      const first = await planned(await desk.company(name), '2026-11-20', { occasion: 'first' });
      await desk.app.visits.check(first, PREPARATIONS, true);
      await report(first);
      firsts.push(first);
    }
    const [birch, cedar, elm] = firsts as [RecordId, RecordId, RecordId];
    expect(unsortedFirstVisits(await visits()).map(({ id }) => id)).toEqual(firsts);
    await desk.app.visits.classify(birch, 'worth');
    await desk.app.visits.classify(cedar, 'worth');
    await desk.app.visits.classify(elm, 'not-worth');

    expect(unsortedFirstVisits(await visits())).toEqual([]);
    expect(secondVisits(await visits()).map(({ id }) => id)).toEqual([birch, cedar]);
    const where = (await visits()).find(({ id }) => id === birch)?.fields.company ?? alder;
    const second = await planned(where, '2026-12-01', { occasion: 'second' });
    expect(secondVisits(await visits()).map(({ id }) => id)).toEqual([cedar]);
    await desk.app.records.move({ kind: visit, record: second, to: 'cancelled', inputs: { reason: 'customer' } });
    expect(secondVisits(await visits()).map(({ id }) => id)).toEqual([birch, cedar]);
  });

  it('plans what the tiers still ask for in a month over its working days, as one batch, and then nothing more', async () => {
    const { app } = desk;
    const { Crystal, 'A (A+)': a } = await desk.tiers();
    const birch = await desk.company('Birch');
    await app.accounts.setTier([alder], Crystal.id);
    await app.accounts.setTier([birch], a.id);
    const month = periodOf('month', dayOf({ year: 2026, month: 12, day: 1 }));
    const lacking = async () => {
      // Safe: rows of a kind hold its fields.
      const companies = (await app.records.rows(company.name)) as readonly Row<CompanyFields>[];
      const period = { unit: 'month', number: month } as const;
      const { accounts } = visitCompliance(
        { tiers: await app.accounts.tiers(), companies, visits: await visits() },
        period,
        app.today(),
      );
      return planVisits(accounts, month, app.today());
    };
    const contacts = await lacking();

    expect(contacts.map(({ name, means }) => `${name} ${means}`)).toEqual([
      'Alder on-site',
      'Alder phone',
      'Birch on-site',
      'Birch phone',
      'Alder on-site',
    ]);
    expect(contacts.map(({ day }) => day)).toEqual([
      '2026-12-01',
      '2026-12-07',
      '2026-12-14',
      '2026-12-18',
      '2026-12-25',
    ]);
    const made = await app.visits.plan(contacts, (means) => means);
    expect(made).toMatchObject({ ok: true, value: { made: 5 } });
    expect(await lacking()).toEqual([]);
    expect((await app.history.undo(made.ok ? made.value.batchId : expect.fail('not planned'))).ok).toBe(true);
    expect(await visits()).toEqual([]);
    expect(await app.visits.plan([], (means) => means)).toMatchObject({ ok: false });
  });

  it('goes into the calendar at its time, with the zone, and for the whole day without one', async () => {
    await planned(alder, '2026-12-01', { time: '09:30' });
    await planned(alder, '2026-12-02', { time: 'early' });
    await desk.app.records.exportCalendar([], () => '');

    const text = (await desk.world.saved[0]?.content.text()) ?? '';
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    expect(text).toContain(`DTSTART;TZID=${timeZone}:20261201T093000`);
    expect(text).toContain('DTSTART;VALUE=DATE:20261202');
  });
});
