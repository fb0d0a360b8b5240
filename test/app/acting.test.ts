import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import { NO_CHOICES } from '@/src/domain/exchange/decide-cards';
import type { PartyRow } from '@/src/domain/parties/party-row';
import { company } from '@/src/domain/parties/company.kind';
import { contacts, personAt } from '@/test/support/contacts';
import { importOrders } from '@/test/support/import-orders';
import { ACME, createWorld, salesFile, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const newest = async () => must((await world.app.history.list(1))[0], 'an entry').header;
const said = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T =>
  result.ok ? result.value : expect.fail(result.error.code);
const people = async (): Promise<readonly PartyRow[]> => world.app.parties.people();

async function capture(): Promise<void> {
  world.page = ACME;
  const draft = said(await world.app.capture.read({ tabId: 1, at: 0 }, 'CN'));
  said(await world.app.capture.save(world.app.newBatch(), { draft, updates: new Map() }));
}

async function importFile(): Promise<void> {
  const read = contacts([...personAt(1, { name: 'Hannah Ashby' }), ...personAt(2, { name: 'Anna Ashby' })]);
  const plan = said(await world.app.contacts.plan('contacts.csv', read, async () => true));
  said(await world.app.contacts.import(plan, NO_CHOICES));
}

async function merge(): Promise<void> {
  const [target, other] = (await people()).filter(({ fields }) => fields.name.value.endsWith('Ashby'));
  said(await world.app.parties.merge({ target: must(target, 'one'), others: [must(other, 'another')], choice: {} }));
}

async function importSales(): Promise<void> {
  const file = salesFile();
  said(await importOrders(world.app, file));
}

/** Everything that writes, each with the cause that the history gives it. */
const WRITES: readonly (readonly [cause: string, write: () => Promise<unknown>])[] = [
  ['setting', () => world.app.settings.change('theme', 'dark')],
  ['capture', capture],
  ['import', importFile],
  ['import', importSales],
  ['drop-dataset', async () => world.app.datasets.drop(must((await world.app.datasets.list())[0], 'a dataset'))],
  ['sample', () => world.app.datasets.installSample('en')],
  ['make', () => world.app.records.make(company, 'firm' as RecordId, { name: 'Oxbow', owner: 'Wu' })],
  [
    'edit',
    () => world.app.records.edit({ kind: company, records: ['firm' as RecordId], inputs: { industry: 'Pumps' } }),
  ],
  ['move', () => world.app.records.move({ kind: company, record: 'firm' as RecordId, to: 'active' })],
  [
    'make',
    async () => {
      const [record, ...others] = await people();
      return world.app.duplicates.tellApart({ record: must(record, 'one'), others });
    },
  ],
  ['merge', merge],
  ['undo', async () => world.app.history.undo((await newest()).batchId)],
  ['delete', () => world.app.records.remove(['firm' as RecordId])],
  ['purge', () => world.app.records.emptyBin('all')],
  ['erase', async () => world.app.parties.erase(must((await people())[0], 'a person').id, true)],
];

describe('whatever is written', () => {
  it('stands in the history under the name of who acts', async () => {
    said(await world.app.settings.change('user-name', 'Lin Yue'));
    for (const [cause, write] of WRITES) {
      await write();
      expect(await newest()).toMatchObject({ cause, actor: 'Lin Yue' });
    }

    const entries = await world.app.history.list(100);
    expect(entries.length).toBe(1 + WRITES.length + 1);
    expect(entries.filter(({ header }) => header.actor !== 'Lin Yue')).toEqual([]);
  });

  it('stands there as written by the user while nobody has given a name', async () => {
    for (const [cause, write] of WRITES) {
      await write();
      expect(await newest()).toMatchObject({ cause, actor: 'user' });
    }
  });
});
