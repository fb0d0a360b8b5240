import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { App } from '@/src/app/create-app';
import { namesakes } from '@/src/domain/exchange/cards-of-names';
import { NO_CHOICES } from '@/src/domain/exchange/decide-cards';
import { createWorld, type World } from '@/test/support/world';

/** Whoever is not surely on file is made. */
const AS_NEW = { ...NO_CHOICES, otherwise: 'new' } as const;

async function file({ contacts }: App, names: readonly string[], tag: string): Promise<void> {
  const plan = await contacts.planNames('sales.csv', names, tag);
  if (!plan.ok) throw new Error(plan.error.code);
  const done = await contacts.import(plan.value, { ...AS_NEW, answers: namesakes(plan.value.cards) });
  if (!done.ok) throw new Error(done.error.code);
}

/** Name, state and tags of every company on file, by name. */
async function companies({ ports }: World): Promise<string[][]> {
  const rows = await ports.store.rows('company');
  return rows
    .map(({ fields, state }) => {
      // Safe: companies have these fields.
      const { name, tags = {} } = fields as unknown as Held;
      return [name.value, state, ...Object.values(tags).map(({ value }) => value)];
    })
    .sort();
}

interface Held {
  readonly name: { readonly value: string };
  readonly tags?: Readonly<Record<string, { readonly value: string }>>;
}

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const YUANDA = '上海远大商贸有限公司';

describe('companies of the names in a table', () => {
  it('are made with their label, each once, in one batch that can be undone', async () => {
    await file(world.app, [YUANDA, ' ', YUANDA, 'Acme GmbH'], '大客户');
    expect(await companies(world)).toEqual([
      ['Acme GmbH', 'active', '大客户'],
      [YUANDA, 'active', '大客户'],
    ]);

    const [batch] = await world.ports.store.batches(1);
    await world.app.history.undo(must(batch, 'a batch was written').header.batchId);
    expect(await companies(world)).toEqual([]);
  });

  it('that are on file get the label and are not made again', async () => {
    await file(world.app, [YUANDA], '');
    expect(await companies(world)).toEqual([[YUANDA, 'active']]);

    await file(world.app, [YUANDA, 'Acme GmbH'], '大客户');
    expect(await companies(world)).toEqual([
      ['Acme GmbH', 'active', '大客户'],
      [YUANDA, 'active', '大客户'],
    ]);
  });

  it('that several on file have stay apart from them', async () => {
    for (const tag of ['east', 'west']) {
      const plan = await world.app.contacts.planNames('sales.csv', [YUANDA], tag);
      if (plan.ok) await world.app.contacts.import(plan.value, AS_NEW);
    }
    await file(world.app, [YUANDA], '大客户');

    expect(await companies(world)).toEqual([
      [YUANDA, 'active', 'east'],
      [YUANDA, 'active', 'west'],
      [YUANDA, 'active', '大客户'],
    ]);
  });
});
