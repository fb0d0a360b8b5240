import { afterEach, beforeEach, expect, it } from 'vitest';
import { FIRST_STEPS } from '@/src/app/first-steps';
import { NO_CHOICES } from '@/src/domain/exchange/decide-cards';
import { visit } from '@/src/domain/visits/visit.kind';
import { openAccountDesk, type AccountDesk } from '@/test/support/account-desk';
import { TODAY } from '@/test/support/world';

let desk: AccountDesk;
beforeEach(async () => {
  desk = await openAccountDesk();
});
afterEach(() => desk.close());

const done = async (): Promise<readonly string[]> => [...(await desk.app.firstStepsDone())];

it('are done by what is on file, each by itself, and not any more when it is taken back', async () => {
  const { app } = desk;
  expect(await done()).toEqual([]);
  const dataset = await desk.sales(
    ['K1,Alder,2025-01-01,120000', 'K1,Alder,2025-12-31,12'],
    'sales.csv',
    'Customer code,Customer name,Date,Amount',
  );
  expect(await done()).toEqual(['answer']);

  const plan = await app.contacts.planNames('sales', ['Alder'], 'Key account');
  const filed = await app.accounts.fileKeyAccounts({
    dataset,
    keys: new Map([['Alder', ['K1']]]),
    plan: plan.ok ? plan.value : expect.fail('no plan'),
    choices: { ...NO_CHOICES, otherwise: 'new' },
    word: (key) => key,
  });
  expect(await done()).toEqual(['answer', 'key-accounts']);

  const [company] = await app.parties.companies();
  const id = company?.id ?? expect.fail('no company');
  await app.people.seat({
    company: id,
    opportunity: undefined,
    record: app.newRecord(),
    inputs: { role: 'decider', position: 'CEO' },
  });
  await app.records.make(visit, app.newRecord(), {
    company: id,
    purpose: 'Meet',
    day: TODAY,
    occasion: 'regular',
    means: 'on-site',
  });
  expect(await done()).toEqual(['answer', 'key-accounts', 'people', 'visit']);
  await app.settings.change('last-backup', '2026-11-21T09:00:00.000Z');
  expect(await done()).toEqual(FIRST_STEPS);

  expect((await app.history.undo(filed.ok ? filed.value.batchId : expect.fail('not filed'))).ok).toBe(true);
  expect(await done()).not.toContain('key-accounts');
});
