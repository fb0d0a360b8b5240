// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { company } from '@/src/domain/parties/company.kind';
import { RelatedRecords } from '@/src/ui/records/related-records';
import { click, renderWith, until, type Rendered } from '@/test/support/render';
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

const links = (): string[] => [...document.querySelectorAll('a')].map((one) => one.textContent);
const find = (selector: string): Element => must(document.querySelector(selector), selector);

it('lists what points to a record, and offers to add what does not do so yet', async () => {
  const { records, newRecord, kinds } = world.app;
  const visit = must(kinds.get('visit'), 'visit');
  const [about, first] = [newRecord(), newRecord()];
  await records.make(company, about, { name: 'Alder Valves' });
  const row = must(await records.row(about), 'the company');
  page = await renderWith(world.app, <RelatedRecords kind={company} row={row} />, 'en');
  await until('the way to add', () => document.querySelector('[data-action="add-related"]'));
  expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(['Add a record']);

  const made = await records.make(visit, first, { purpose: 'Show the pumps', company: about, day: '2026-11-25' });
  if (!made.ok) expect.fail(made.error.code);
  await until('the visit', () => links().includes('Show the pumps'));

  await click(find('[data-action="add-related"]'));
  await click(await until('a complaint on offer', () => document.querySelector('[data-add="complaint"]')));
  const inputs = (): string[] => [...document.querySelectorAll('input')].map(({ value }) => value);
  await until('the form of a complaint about it', () => inputs().includes('Alder Valves') || inputs().includes(about));

  expect([...document.querySelectorAll('a')].map(({ textContent }) => textContent)).toEqual(['Show the pumps']);
});
