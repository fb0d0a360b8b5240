import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import { keyException } from '@/src/domain/accounts/key-exception.kind';
import { keyListChanges, withExceptions } from '@/src/domain/accounts/key-list-changes';
import { keyList, type KeyListRow, type KeyMember } from '@/src/domain/accounts/key-list.kind';
import { tier } from '@/src/domain/accounts/tier.kind';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { openAccountDesk, type AccountDesk } from '@/test/support/account-desk';

let desk: AccountDesk;
beforeEach(async () => {
  desk = await openAccountDesk();
});
afterEach(() => desk.close());

/** 2024: Up 3,000 a month, Down 10,000, Lost 4,000; 2025: Up 10,000, Down 3,000, New 5,000, Short one cent less than 3,000. */
const LINES = [
  'Up,2024-01-01,36000',
  'Down,2024-02-01,120000',
  'Lost,2024-12-31,48000',
  'Up,2025-01-01,120000',
  'Down,2025-02-01,36000',
  'New,2025-05-01,60000',
  'Short,2025-12-31,35999.99',
];
async function frozen(dataset: Row<DatasetFields>, year: number): Promise<KeyListRow> {
  const done = await desk.app.accounts.freezeKeyList({
    dataset,
    year,
    threshold: { amount: '3000', currency: 'CNY' },
    name: `Key accounts ${year}`,
  });
  expect(done.ok || done.error.code).toBe(true);
  return must(
    (await desk.app.accounts.keyLists()).find(({ fields }) => fields.year === year),
    'the list',
  );
}
const membersOf = ({ fields }: KeyListRow): KeyMember[] => Object.values(fields.members ?? {});
const namesOf = (list: KeyListRow): string[] => membersOf(list).map(({ label }) => label);

describe('S16 annual frozen key list', () => {
  it('holds whoever came to 3,000 a month in the year before, with tier, company and where it comes from', async () => {
    const dataset = await desk.sales(LINES, 'sales.csv');
    const record = await desk.company('Up Ltd');
    await desk.isCustomer(record, dataset, 'Up');
    const list = await frozen(dataset, 2026);

    expect(membersOf(list)).toEqual([
      { customer: 'Up', label: 'Up', company: record, monthly: '10000.00', tier: 'From 10,000', bound: '10000' },
      { customer: 'New', label: 'New', monthly: '5000.00', tier: 'Crystal', bound: '3000' },
      { customer: 'Down', label: 'Down', monthly: '3000.00', tier: 'Crystal', bound: '3000' },
    ]);
    expect(list.fields).toMatchObject({ file: 'sales', from: '2025-01-01', to: '2025-12-31', year: 2026 });
    expect(list.fields.frozenAt).toMatch(/^2026-11-21T09:00:\d\d\.\d{3}Z$/);
  });

  it('stays when the data, the tiers and the names change, and nobody can edit it', async () => {
    const { app } = desk;
    const dataset = await desk.sales(LINES);
    const list = await frozen(dataset, 2026);
    const { Crystal } = await desk.tiers();
    await app.records.edit({ kind: tier, records: [Crystal.id], inputs: { name: 'Amber', lowerBound: '9000 CNY' } });
    expect((await app.datasets.drop(dataset)).ok).toBe(true);

    expect((await app.accounts.keyLists())[0]).toEqual(list);
    for (const inputs of [{ year: '2030' }, { threshold: '1 CNY' }, { 'members/x': 'Me' }, { frozenAt: '' }])
      expect((await app.records.edit({ kind: keyList, records: [list.id], inputs })).ok).toBe(false);
    expect((await app.accounts.keyLists())[0]).toEqual(list);
  });

  it('is fixed once a year, and only from a year that the file covers', async () => {
    const dataset = await desk.sales(LINES);
    await frozen(dataset, 2026);
    const again = { dataset, year: 2026, threshold: { amount: '1', currency: 'CNY' }, name: 'Again' };
    const { freezeKeyList } = desk.app.accounts;
    expect(await freezeKeyList(again)).toMatchObject({ ok: false, error: { code: 'already-frozen' } });
    for (const year of [2027, 2024])
      expect(await freezeKeyList({ ...again, year })).toMatchObject({ ok: false, error: { code: 'year-not-covered' } });
  });

  it('takes exceptions with a reason only', async () => {
    const { app } = desk;
    const dataset = await desk.sales(LINES);
    const [short, up] = [await desk.company('Short'), await desk.company('Up Ltd')];
    await desk.isCustomer(up, dataset, 'Up');
    const list = await frozen(dataset, 2026);
    const except = (company: RecordId, change: string, reason: string): Promise<{ readonly ok: boolean }> =>
      app.records.make(keyException, app.newRecord(), { list: list.id, company, change, reason });
    expect((await except(short, 'add', ' ')).ok).toBe(false);
    expect((await except(short, 'add', 'A contract for three years')).ok).toBe(true);
    expect((await except(up, 'remove', 'Taken over')).ok).toBe(true);
    const exceptions = (await app.accounts.exceptions()).map(({ fields }) => ({
      ...fields,
      label: fields.company === short ? 'Short' : 'Up Ltd',
    }));

    expect(withExceptions(membersOf(list), exceptions).map(({ label }) => label)).toEqual(['New', 'Down', 'Short']);
    expect(namesOf(must((await app.accounts.keyLists())[0], 'the list'))).toEqual(['Up', 'New', 'Down']);
  });

  it('tells from year to year who is new, lost, up and down', async () => {
    const dataset = await desk.sales(LINES);
    const [before, now] = [await frozen(dataset, 2025), await frozen(dataset, 2026)];

    expect(namesOf(before)).toEqual(['Down', 'Lost', 'Up']);
    const changes = keyListChanges(membersOf(before), membersOf(now));
    expect(changes.map(({ change, label }) => `${change} ${label}`)).toEqual([
      'new New',
      'lost Lost',
      'up Up',
      'down Down',
    ]);
    expect(keyListChanges(membersOf(now), membersOf(now)).map(({ change }) => change)).toEqual([
      'stayed',
      'stayed',
      'stayed',
    ]);
    expect(keyListChanges([], [])).toEqual([]);
  });

  it('knows a company again under another customer code, and no other company under the same', () => {
    const member = (customer: string, company: string | undefined): KeyMember => ({
      customer,
      label: customer,
      monthly: '1',
      ...(company === undefined ? {} : { company: company as RecordId }),
    });
    const changeOf = (before: KeyMember, now: KeyMember): string[] =>
      keyListChanges([before], [now]).map(({ change }) => change);

    expect(changeOf(member('K1', 'c1'), member('K9', 'c1'))).toEqual(['stayed']);
    expect(changeOf(member('K1', 'c1'), member('K1', 'c2'))).toEqual(['new', 'lost']);
    expect(changeOf(member('K1', undefined), member('K1', 'c2'))).toEqual(['stayed']);
  });
});
