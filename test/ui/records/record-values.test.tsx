// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { Kind } from '@/src/domain/records/kind';
import { company } from '@/src/domain/parties/company.kind';
import { informationPoint } from '@/src/domain/people/information-point.kind';
import { useLive } from '@/src/ui/app-context';
import { RecordValues } from '@/src/ui/records/record-values';
import { click, renderWith, typeInto, until, type Rendered } from '@/test/support/render';
import { createWorld, type World } from '@/test/support/world';

let world: World;
let page: Rendered | undefined;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await page?.cleanup();
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

/** The values as they stand on file, also after a change. */
function Filed({ kind, id }: { kind: Kind; id: string }) {
  const row = useLive(`row:${id}`, async (app) => app.records.row(id));
  return row ? <RecordValues kind={kind} row={row} /> : null;
}

const labels = (): string[] => [...document.querySelectorAll('dt')].map((one) => one.textContent);
const button = (name: string): HTMLElement | undefined =>
  [...document.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name);
const pressed = async (name: string): Promise<void> => click(await until(name, () => button(name)));

describe('the values of a record', () => {
  it('come first; what is empty is behind a button, can be filled in there, and is among them from then on', async () => {
    const id = world.app.newRecord();
    await world.app.records.make(company, id, { name: 'Alder Valves', industry: 'Valves' });
    page = await renderWith(world.app, <Filed kind={company} id={id} />, 'en');
    await until('the values', () => labels().length > 0);

    expect(labels()).toEqual(['Name', 'Industry']);

    const fold = must(document.querySelector('[data-action="empty-fields"]'), 'a way to what is empty');
    const count = Number(/^\d+/.exec(fold.textContent)?.[0]);
    await click(fold);

    expect(labels()).toHaveLength(2 + count);

    await pressed('Edit Owner');
    await typeInto(must(document.querySelector<HTMLElement>('form input'), 'an input'), 'Ann');
    await pressed('Save');
    await until(
      'one empty field fewer',
      () => labels().length === 1 + count + 1 && fold.textContent.startsWith(`${count - 1} `),
    );

    expect(labels().slice(0, 3)).toEqual(['Name', 'Industry', 'Owner']);
  });

  it('all stand together where hardly anything is empty', async () => {
    const [about, id] = [world.app.newRecord(), world.app.newRecord()];
    await world.app.records.make(company, about, { name: 'Alder Valves' });
    await world.app.records.make(informationPoint, id, { finding: 'Two plants', point: '2', company: about });
    page = await renderWith(world.app, <Filed kind={informationPoint} id={id} />, 'en');
    await until('the values', () => labels().length > 0);

    expect(labels()).toEqual([
      'What we know',
      'Information point',
      'Company',
      'Evidence',
      'Where it can be seen',
      'Seen on',
      'Account manager',
    ]);
    expect(document.querySelector('[data-action="empty-fields"]')).toBeNull();
  });
});
