import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { tradeStates } from '@/src/app/install-trade';
import { requirement } from '@/src/domain/intake/requirement.kind';
import { viewFieldsOf } from '@/src/domain/records/custom-field.kind';
import { company } from '@/src/domain/parties/company.kind';
import { createWorld, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const word = (key: string): string => `‹${key}›`;
const install = (trade: string) => world.app.trades.install(trade, word);
const customs = () => world.app.records.customFields();
const labels = async (): Promise<string[]> =>
  viewFieldsOf(requirement, await customs()).flatMap(({ label }) => (label === undefined ? [] : [label]));
const LEASING = ['‹field.area›', '‹field.orientation›', '‹field.floor›', '‹field.rent›', '‹field.moveIn›'];

describe('the fields of a trade', () => {
  it('come to requirements in one step, in order, and go with one undo', async () => {
    const installed = await install('leasing');
    expect(installed).toMatchObject({ ok: true, value: { made: 5 } });
    expect(await labels()).toEqual(LEASING);
    const [, orientation] = await customs();
    expect(Object.values(orientation?.fields.choices ?? {})).toEqual(
      ['north', 'east', 'south', 'west', 'any'].map((choice) => `‹choice.${choice}›`),
    );

    if (installed.ok) await world.app.history.undo(installed.value.batchId);
    expect(await customs()).toEqual([]);
  });

  it('are not there twice: only what is missing comes again', async () => {
    await install('leasing');
    expect(await install('leasing')).toEqual({ ok: false, error: { code: 'installed' } });
    const floor = must(
      (await customs()).find(({ fields }) => fields.template === 'leasing/floor'),
      'the floor',
    );
    await world.app.records.remove([floor.id]);
    expect(tradeStates(await customs())[0]?.missing).toEqual([{ name: 'floor', type: 'text' }]);

    expect(await install('leasing')).toMatchObject({ ok: true, value: { made: 1 } });
    expect((await labels()).toSorted()).toEqual(LEASING.toSorted());
    expect(await install('services')).toMatchObject({ ok: true, value: { made: 5 } });
  });

  it('hold what is typed into a requirement', async () => {
    await install('leasing');
    const account = world.app.newRecord();
    await world.app.records.make(company, account, { name: 'Tarnhill' });
    const [area, orientation] = await customs();
    const record = world.app.newRecord();
    const made = await world.app.records.make(requirement, record, {
      need: 'Two floors',
      company: account,
      day: '2026-11-21',
      [`custom/${area?.id}`]: '1,200',
      [`custom/${orientation?.id}`]: '‹choice.south›',
    });

    expect(made.ok).toBe(true);
    expect((await world.app.records.row(record))?.fields['custom']).toEqual({
      [String(area?.id)]: 1200,
      [String(orientation?.id)]: '‹choice.south›',
    });
  });

  it('are for managers to add', async () => {
    await world.app.settings.change('user-role', 'representative');
    expect(await install('leasing')).toEqual({ ok: false, error: { code: 'forbidden' } });
    expect(await customs()).toEqual([]);
  });

  it('are none for a trade that there is not', async () => {
    expect(await install('fishing')).toEqual({ ok: false, error: { code: 'installed' } });
  });
});
