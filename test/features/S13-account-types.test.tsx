// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AXES, company } from '@/src/domain/parties/company.kind';
import { viewFieldsOf } from '@/src/domain/records/custom-field.kind';
import { textOrder } from '@/src/domain/records/text-order';
import { readView, selectRows, viewParams, type Condition } from '@/src/domain/records/view';
import { LANGUAGES } from '@/src/domain/notebook/notebook';
import { byText, choose, inputOf, press, setStage } from '@/test/contract/stage';
import { typeInto, until } from '@/test/support/render';
import { openAccountDesk, type AccountDesk } from '@/test/support/account-desk';

const words = import.meta.glob<{ readonly hint: Readonly<Record<string, Readonly<Record<string, string>>>> }>(
  '@/src/locales/*/kind-company.json',
  { eager: true, import: 'default' },
);

let desk: AccountDesk;
beforeEach(async () => {
  desk = await openAccountDesk();
});
afterEach(() => desk.close());

/** The names of the companies that meet all conditions, through the address that the filter bar writes. */
async function shown(...asked: readonly (readonly [string, ...string[]])[]): Promise<unknown[]> {
  const where = asked.map(([path, ...values]): Condition => ({ path, operator: 'is', values }));
  const params = viewParams({ text: '', where, sort: undefined, group: undefined, as: 'list' });
  const reading = {
    text: (_: unknown, value: unknown) => String(value),
    fold: (text: string) => text,
    order: textOrder('en'),
  };
  const rows = selectRows(await desk.app.records.rows('company'), readView(params), viewFieldsOf(company, []), reading);
  return Promise.all(rows.map(async ({ id }) => (await desk.valuesOf(id))['name']));
}

describe('S13 account types on independent axes', () => {
  it('lets an account have one value on each axis at once', async () => {
    const types = {
      importance: 'strategic',
      orientation: 'value-added',
      behaviour: 'consultant',
      volume: 'direct',
      ring: 'integrator',
    };
    const record = await desk.company('Alder', types);

    expect(Object.keys(types)).toEqual([...AXES]);
    expect(await desk.valuesOf(record)).toMatchObject(types);
  });

  it('filters by any combination of axes, tier and segment', async () => {
    const alder = await desk.company('Alder', {
      importance: 'group',
      orientation: 'transactional',
      segment: 'finance',
    });
    await desk.company('Birch', { importance: 'group', orientation: 'strategic' });
    await desk.company('Cedar', { importance: 'economic', orientation: 'transactional' });
    const { Crystal } = await desk.tiers();
    await desk.app.accounts.setTier([alder], Crystal.id);

    expect(await shown(['importance', 'group'])).toEqual(['Alder', 'Birch']);
    expect(await shown(['importance', 'group', 'economic'], ['orientation', 'transactional'])).toEqual([
      'Alder',
      'Cedar',
    ]);
    expect(await shown(['importance', 'group'], ['orientation', 'strategic'])).toEqual(['Birch']);
    expect(await shown(['importance', 'group'], ['tier', Crystal.id], ['segment', 'finance'])).toEqual(['Alder']);
    expect(await shown(['importance', 'strategic'])).toEqual([]);
  });

  it('says of every value what to do, in all languages', () => {
    for (const language of LANGUAGES) {
      const own = Object.entries(words).find(([path]) => path.endsWith(`/${language}/kind-company.json`))?.[1];
      for (const axis of AXES)
        expect(Object.keys(own?.hint[axis] ?? {})).toEqual([...(company.fields[axis].choices ?? [])]);
    }
  });
});

describe('S13 in the filter bar', () => {
  const stage = setStage({ kind: company, refusals: [] });

  it('narrows the list by one axis after another, and lets go of each', async () => {
    await stage.file('Alder', undefined, { importance: 'group', orientation: 'transactional' });
    await stage.file('Birch', undefined, { importance: 'group', orientation: 'strategic' });
    await stage.file('Cedar', undefined, { importance: 'economic', orientation: 'strategic' });
    await stage.room();
    for (const [axis, value, left] of [
      ['importance', 'Group account', '2 of 3'],
      ['orientation', 'Strategic-type account', '1 of 3'],
    ] as const) {
      await press('Add filter');
      await typeInto(inputOf('Field'), axis);
      await choose(inputOf('Value'), value);
      await press('Show only these');
      await until(left, () => byText('[role=status]', left));
    }
    expect(byText('[role=grid] tbody a', 'Birch')).toBeDefined();
    await press('Remove filter: Importance type is Group account');
    await until('two', () => byText('[role=status]', '2 of 3'));
  });
});
