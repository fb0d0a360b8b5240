import { Dexie } from 'dexie';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { NO_CHOICES } from '@/src/domain/exchange/decide-cards';
import { readContactTable } from '@/src/domain/exchange/read-contact-table';
import type { ReadContacts } from '@/src/domain/exchange/read-contacts';
import { createWorld, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function importTable(rows: readonly string[][]): Promise<ReadContacts> {
  const read = readContactTable(rows, { home: 'US' });
  if (!read.ok) return expect.fail(read.error.code);
  const planned = await world.app.contacts.plan('x.csv', read.value, async () => true);
  const done = planned.ok && (await world.app.contacts.import(planned.value, NO_CHOICES));
  return done ? read.value : expect.fail('not imported');
}
const states = async () =>
  Object.fromEntries((await world.app.parties.companies()).map(({ fields, state }) => [fields.name.value, state]));
const companies = (rows: readonly (readonly [string, string])[]): string[][] => [
  ['Record ID', 'Company name', 'Company Domain Name', 'Lifecycle Stage'],
  ...rows.map(([name, stage], i) => [String(i + 1), name, '', stage]),
];

describe('the stage of an account', () => {
  it('makes a new company a prospect or an active one, and is told where it means neither', async () => {
    const words = ['customer', 'Customer', 'Evangelist', 'lead', 'Sales Qualified Lead', 'opportunity', 'Other', ''];
    const read = await importTable(companies(words.map((word, i) => [`Firma ${i}`, word])));

    expect(Object.values(await states()).join(' ')).toBe(
      'active active active prospect prospect prospect prospect prospect',
    );
    expect(read.lost).toEqual([{ name: 'Lifecycle Stage', rows: 1 }]);
  });

  it('leaves a company on file in the state that it has', async () => {
    await importTable(companies([['Oxbow', 'lead']]));
    await importTable([...companies([['Oxbow', 'customer']]), ['2', 'Calderon', '', 'customer']]);

    expect(await states()).toEqual({ Oxbow: 'prospect', Calderon: 'active' });
  });

  it('is a customer’s as soon as one row of its people says so', async () => {
    await importTable([
      ['Record ID', 'First Name', 'Email', 'Company Name', 'Lifecycle Stage'],
      ['1', 'Ada', 'ada@oxbow.example', 'Oxbow', 'lead'],
      ['2', 'Bea', 'bea@oxbow.example', 'Oxbow', 'customer'],
      ['3', 'Cem', 'cem@oxbow.example', 'Oxbow', 'lead'],
    ]);

    expect(await states()).toEqual({ Oxbow: 'active' });
  });

  it.each([
    ['hubspot-companies', 'Lifecycle Stage', ['Customer', 'Lead', '']],
    ['salesforce-accounts', 'Type', ['Customer', 'Prospect', '']],
  ] as const)('goes out to %s as well, but for former customers', async (format, heading, words) => {
    await importTable(
      companies([
        ['Oxbow', 'customer'],
        ['Calderon', 'lead'],
        ['Fairbank', 'lead'],
      ]),
    );
    const rows = await world.app.parties.companies();
    const fairbank = must(rows[2], 'the third').id;
    const kind = must(world.app.kinds.get('company'), 'the kind');
    await world.app.records.move({ kind, record: fairbank, to: 'former', reason: 'closed' });
    await world.app.parties.export(format, (key) => key);
    const text = await must(world.saved.at(-1), 'a file').content.text();
    const table = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;

    expect(table.map((row) => row[heading])).toEqual(words);
  });
});
