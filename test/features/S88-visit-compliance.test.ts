import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '@/src/kernel/calendar';
import type { RecordId } from '@/src/kernel/ids';
import { periodOf } from '@/src/kernel/period';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { visitCompliance, type AccountCompliance, type Compliance } from '@/src/domain/visits/visit-compliance';
import { visit, type VisitRow } from '@/src/domain/visits/visit.kind';
import { openAccountDesk, type AccountDesk } from '@/test/support/account-desk';
import { runs } from '@/test/support/runs';

let desk: AccountDesk;
beforeEach(async () => {
  desk = await openAccountDesk();
});
afterEach(() => desk.close());

const Q4 = { unit: 'quarter', number: periodOf('quarter', dayOf({ year: 2026, month: 10, day: 1 })) } as const;
const OCTOBER = { unit: 'month', number: periodOf('month', dayOf({ year: 2026, month: 10, day: 1 })) } as const;

async function planned(of: RecordId, day: string, means = 'on-site'): Promise<RecordId> {
  const record = desk.app.newRecord();
  const made = await desk.app.records.make(visit, record, { purpose: 'Regular', company: of, day, means });
  return made.ok ? record : expect.fail(made.error.code);
}
const move = async (record: RecordId, to: string, inputs: Readonly<Record<string, string>>): Promise<void> => {
  const moved = await desk.app.records.move({ kind: visit, record, to, inputs });
  expect(moved.ok || moved.error.code).toBe(true);
};
async function compliance(
  period: Parameters<typeof visitCompliance>[1] = Q4,
  today = '2026-11-21',
): Promise<Compliance> {
  const { app } = desk;
  const [companies, visits] = [await app.records.rows(company.name), await app.records.rows(visit.name)];
  // Safe, both: rows of a kind hold its fields.
  return visitCompliance(
    {
      tiers: await app.accounts.tiers(),
      companies: companies as Row<CompanyFields>[],
      visits: visits as VisitRow[],
    },
    period,
    today,
  );
}
const lineOf = ({ accounts }: Compliance, of: RecordId): AccountCompliance =>
  accounts.find((one) => one.company === of) ?? expect.fail('no such account');

describe('S88 visit compliance by tier', () => {
  it('counts a quarter with two required and one done as 50 %, per account and per tier, with reasons', async () => {
    const { Crystal, 'From 10,000': top } = await desk.tiers();
    const [alder, birch, cedar] = [
      await desk.company('Alder'),
      await desk.company('Birch'),
      await desk.company('Cedar'),
    ];
    await desk.app.accounts.setTier([alder, birch], Crystal.id);
    await desk.app.accounts.setTier([cedar], top.id);
    await move(await planned(alder, '2026-11-02'), 'done', { report: 'Went well' });
    await move(await planned(birch, '2026-10-12'), 'missed', { reason: 'workload' });
    await move(await planned(birch, '2026-11-12'), 'cancelled', { reason: 'sudden-project' });
    await planned(birch, '2026-12-01');
    const found = await compliance();

    expect(lineOf(found, alder).visits).toMatchObject({
      required: 2,
      done: 1,
      share: 0.5,
      overdue: 0,
      due: '2026-12-31',
    });
    expect(lineOf(found, birch).visits).toMatchObject({ required: 2, done: 0, planned: 1, share: 0, overdue: 1 });
    expect(lineOf(found, birch).reasons).toEqual({ workload: 1, 'sudden-project': 1 });
    expect(found.accounts.map(({ name }) => name)).toEqual(['Birch', 'Alder']);
    expect(found.tiers).toMatchObject([
      { name: 'A (A+)', accounts: 0, visits: { required: 0, share: null } },
      { name: 'Crystal', accounts: 2, visits: { required: 4, done: 1, share: 0.25, overdue: 1 } },
    ]);
    expect(found.tiers[1]?.reasons).toEqual({ workload: 1, 'sudden-project': 1 });
  });

  it.each([
    ['2026-11-15', 0],
    ['2026-11-16', 1],
    ['2026-12-31', 1],
    ['2027-01-01', 2],
  ])('calls the k-th of n overdue from the day after k/n of the quarter: on %s %i', async (today, overdue) => {
    const { Crystal } = await desk.tiers();
    const alder = await desk.company('Alder');
    await desk.app.accounts.setTier([alder], Crystal.id);

    expect(lineOf(await compliance(Q4, today), alder).visits.overdue).toBe(overdue);
  });

  it('tells calls from visits, and looks at a quarterly standard over its quarter, also in a month', async () => {
    const { 'A (A+)': a } = await desk.tiers();
    const alder = await desk.company('Alder');
    await desk.app.accounts.setTier([alder], a.id);
    await move(await planned(alder, '2026-11-02', 'phone'), 'done', { report: 'Called' });
    await move(await planned(alder, '2026-11-03', 'event'), 'done', { report: 'At the fair' });

    expect(lineOf(await compliance(Q4), alder)).toMatchObject({
      visits: { required: 1, done: 0 },
      calls: { required: 3, done: 1, overdue: 0 },
    });
    const october = lineOf(await compliance(OCTOBER), alder);
    expect(october.visits).toMatchObject({ required: 1, first: '2026-10-01', last: '2026-12-31' });
    expect(october.calls).toMatchObject({ required: 1, done: 0, overdue: 1, last: '2026-10-31' });
  });

  it('never goes over 100 %, and one account makes up for no other', () => {
    const tier = {
      id: 't' as RecordId,
      state: 'used',
      fields: { name: 'T', visits: 2, visitsPer: 'quarter' as const },
    };
    const evidence = { raw: '', confidence: 1, sources: [], status: 'typed' as const };
    const account = (id: string): Row<CompanyFields> => ({
      id: id as RecordId,
      kind: 'company',
      state: 'active',
      fields: { name: { ...evidence, value: id }, tier: { ...evidence, value: tier.id } },
      keys: [],
      origin: { base: 'x.1' as Row['origin']['base'] },
    });
    const seen = (of: string, day: number): VisitRow => ({
      id: `${of}${day}` as RecordId,
      kind: 'visit',
      state: 'done',
      fields: {
        purpose: '',
        company: of as RecordId,
        day: `2026-11-${String(day).padStart(2, '0')}`,
        means: 'on-site',
      },
      keys: [],
      origin: { base: 'x.1' as Row['origin']['base'] },
    });
    fc.assert(
      fc.property(fc.array(fc.nat(6), { minLength: 1, maxLength: 6 }), (counts) => {
        const visits = counts.flatMap((count, i) => Array.from({ length: count }, (_, day) => seen(`c${i}`, day + 1)));
        const companies = counts.map((_, i) => account(`c${i}`));
        const { tiers } = visitCompliance({ tiers: [tier], companies, visits }, Q4, '2027-01-01');
        const done = counts.reduce((sum, count) => sum + Math.min(2, count), 0);
        expect(tiers[0]?.visits).toMatchObject({
          required: 2 * counts.length,
          done,
          overdue: 2 * counts.length - done,
        });
      }),
      runs(50, 500),
    );
  });
});
