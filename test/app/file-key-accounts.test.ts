import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContactPlan } from '@/src/app/import-contacts';
import { NO_CHOICES } from '@/src/domain/exchange/decide-cards';
import { namesakes } from '@/src/domain/exchange/cards-of-names';
import { company } from '@/src/domain/parties/company.kind';
import { plainFields } from '@/src/domain/records/values';
import { openAccountDesk, type AccountDesk } from '@/test/support/account-desk';
import { content } from '@/test/support/store';

let desk: AccountDesk;
beforeEach(async () => {
  desk = await openAccountDesk();
});
afterEach(() => desk.close());

const SALES = [
  'K1,Alder,2025-01-01,120000',
  'K2,Birch,2025-02-01,20000',
  'K3,Birch,2025-02-01,20000',
  'K4,Cedar,2025-12-31,12',
];
const HEADER = 'Customer code,Customer name,Date,Amount';
const KEYS = new Map([
  ['Alder', ['K1']],
  ['Birch', ['K2', 'K3']],
  ['Cedar', ['K4']],
]);

const word = (key: string): string => key;

const planned = async (): Promise<ContactPlan> => {
  const plan = await desk.app.contacts.planNames('sales', [...KEYS.keys()], 'Key account');
  return plan.ok ? plan.value : expect.fail('no plan');
};
const filed = async () => {
  const rows = await desk.app.parties.companies();
  const tiers = await desk.app.accounts.tiers();
  return rows.map((row) => {
    const fields = plainFields(company.fields, row.fields) as Readonly<Record<string, unknown>>;
    return [fields['name'], tiers.find(({ id }) => id === fields['tier'])?.fields.name, fields['tierSpend']];
  });
};

describe('key accounts filed from a sales file', () => {
  it('become companies with their tier, and are said to be those customers, in one batch that comes off whole', async () => {
    const { app, world } = desk;
    const dataset = await desk.sales(SALES, 'sales.csv', HEADER);
    const before = await content(world.db);
    const plan = await planned();
    const done = await app.accounts.fileKeyAccounts({
      dataset,
      keys: KEYS,
      plan,
      choices: { ...NO_CHOICES, otherwise: 'new' },
      word,
    });

    expect(done).toMatchObject({ ok: true, value: { made: 7, changed: 0 } });
    expect(await filed()).toEqual([
      ['Alder', 'From 10,000', '10000.00 CNY'],
      ['Birch', 'Crystal', '3333.33 CNY'],
      ['Cedar', undefined, '1.00 CNY'],
    ]);
    const [, birch] = await app.parties.companies();
    const answers = birch ? await app.ownData.answers(birch.id) : [];
    expect(answers.map(({ fields }) => [fields.customer, fields.answer])).toEqual([
      ['K2', 'same'],
      ['K3', 'same'],
    ]);
    expect((await app.history.undo(done.ok ? done.value.batchId : expect.fail('not filed'))).ok).toBe(true);
    expect(await content(world.db)).toEqual(before);
  });

  it('bring the shipped tiers with them where there is no tier table, in the currency of the file, in the same batch', async () => {
    const { app, world } = desk;
    const shipped = await app.accounts.tiers();
    await app.records.remove(shipped.map(({ id }) => id));
    const dataset = await desk.sales(SALES, 'euro.csv', 'Customer code,Customer name,Date,Amount (EUR)');
    const before = await content(world.db);
    const choices = { ...NO_CHOICES, otherwise: 'new' } as const;
    const done = await app.accounts.fileKeyAccounts({ dataset, keys: KEYS, plan: await planned(), choices, word });

    expect(done).toMatchObject({ ok: true, value: { made: 10, changed: 0 } });
    expect((await app.accounts.tiers()).map(({ fields }) => [fields.name, fields.lowerBound])).toEqual([
      ['starter.a', { amount: '1500', currency: 'EUR' }],
      ['starter.crystal', { amount: '3000', currency: 'EUR' }],
      ['starter.top', { amount: '10000', currency: 'EUR' }],
    ]);
    expect(await filed()).toEqual([
      ['Alder', 'starter.top', '10000.00 EUR'],
      ['Birch', 'starter.crystal', '3333.33 EUR'],
      ['Cedar', undefined, '1.00 EUR'],
    ]);
    expect((await app.history.undo(done.ok ? done.value.batchId : expect.fail('not filed'))).ok).toBe(true);
    expect(await content(world.db)).toEqual(before);
  });

  it('join those on file, whose tier is set, and leave one that was set by hand', async () => {
    const { app } = desk;
    const dataset = await desk.sales(SALES, 'sales.csv', HEADER);
    const [alder, birch] = [await desk.company('Alder'), await desk.company('Birch')];
    const { 'A (A+)': a } = await desk.tiers();
    await app.accounts.setTier([birch], a.id);
    const plan = await planned();
    const choices = { ...NO_CHOICES, otherwise: 'new', answers: namesakes(plan.cards) } as const;
    expect(await app.accounts.fileKeyAccounts({ dataset, keys: KEYS, plan, choices, word })).toMatchObject({
      ok: true,
    });

    expect(await filed()).toEqual([
      ['Alder', 'From 10,000', '10000.00 CNY'],
      ['Birch', 'A (A+)', undefined],
      ['Cedar', undefined, '1.00 CNY'],
    ]);
    const tags = (record: typeof alder) => desk.valuesOf(record).then((fields) => fields['tags']);
    expect([await tags(alder), await tags(birch)]).toEqual([['Key account'], ['Key account']]);
  });

  it('writes nothing where the tiers are in another currency', async () => {
    const { app, world } = desk;
    const header = 'Customer code,Customer name,Date,Amount (EUR)';
    const dataset = await desk.sales(SALES, 'euro.csv', header);
    const before = await content(world.db);
    const plan = await planned();
    const asked = { dataset, keys: KEYS, plan, choices: { ...NO_CHOICES, otherwise: 'new' }, word } as const;

    expect(await app.accounts.fileKeyAccounts(asked)).toMatchObject({ ok: false, error: { code: 'tier-currency' } });
    expect(await content(world.db)).toEqual(before);
  });
});
