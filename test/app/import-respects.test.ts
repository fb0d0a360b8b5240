import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import type { ContactPlan } from '@/src/app/import-contacts';
import { NO_CHOICES } from '@/src/domain/exchange/decide-cards';
import type { ReadContacts } from '@/src/domain/exchange/read-contacts';
import type { PartyRow } from '@/src/domain/parties/party-row';
import { company } from '@/src/domain/parties/company.kind';
import { person } from '@/src/domain/parties/person.kind';
import type { Kind } from '@/src/domain/records/kind';
import { card, contacts, personAt } from '@/test/support/contacts';
import { dump } from '@/test/support/store';
import { createWorld, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function file(kind: Kind, inputs: Record<string, string>): Promise<RecordId> {
  const record = world.app.newRecord();
  const made = await world.app.records.make(kind, record, inputs);
  return made.ok ? record : expect.fail(made.error.code);
}
const plan = async (read: ReadContacts): Promise<ContactPlan> => {
  const planned = await world.app.contacts.plan('contacts.csv', read, async () => true);
  return planned.ok ? planned.value : expect.fail(planned.error.code);
};
const rowOf = async (id: RecordId): Promise<PartyRow> =>
  [...(await world.app.parties.people()), ...(await world.app.parties.companies())].find((row) => row.id === id) ??
  expect.fail(id);
const tellApart = async (one: RecordId, ...others: readonly RecordId[]): Promise<void> => {
  const request = { record: await rowOf(one), others: await Promise.all(others.map(rowOf)) };
  expect((await world.app.duplicates.tellApart(request)).ok).toBe(true);
};
/** The cards of a plan: whom each is about and may be about. */
const matched = ({ cards }: ContactPlan) =>
  cards.map(({ card: { name }, about, candidates }) => [name, about?.party, candidates.map(({ row }) => row.id)]);
const mail = (value: string) => ({ emails: [{ value, label: 'work' as const }] });

describe('an import, of records that were told apart,', () => {
  it('never proposes the other one, in the dry run or in the run', async () => {
    const firm = await file(company, { name: 'Northwick Ltd', website: 'https://northwick.example' });
    const hannah = await file(person, { name: 'Hannah Ashby', company: firm, 'emails/a': 'hannah@northwick.example' });
    const namesake = await file(person, { name: 'Hannah Ashby', company: firm, title: 'Driver' });
    const read = contacts(
      personAt(
        1,
        { name: 'Hannah Ashby', title: 'Buyer', ...mail('hannah@northwick.example') },
        { name: 'Northwick Ltd' },
      ),
    );
    expect(matched(await plan(read)).at(-1)).toEqual(['Hannah Ashby', hannah, [hannah, namesake]]);

    await tellApart(hannah, namesake);
    const planned = await plan(read);
    expect(matched(planned).at(-1)).toEqual(['Hannah Ashby', hannah, [hannah]]);

    const before = await rowOf(namesake);
    expect((await world.app.contacts.import(planned, NO_CHOICES)).ok).toBe(true);
    expect(await rowOf(namesake)).toEqual(before);
    expect((await rowOf(hannah)).fields).toMatchObject({ title: { value: 'Buyer' } });
  });

  it('still asks which of them it is where it may be either', async () => {
    const [one, other] = [
      await file(company, { name: 'Northwick', website: 'https://north.example' }),
      await file(company, { name: 'Northwick', website: 'https://wick.example' }),
    ];
    await tellApart(one, other);
    const [found] = matched(await plan(contacts([card({ kind: 'company', place: 1, name: 'Northwick' })])));

    expect(found).toEqual(['Northwick', undefined, [one, other]]);
  });

  it('comes to something else once they are told apart after the dry run', async () => {
    const [one, other] = [
      await file(company, { name: 'Northwick', website: 'https://northwick.example', 'phones/a': '+1 202 555 0107' }),
      await file(company, { name: 'Northwick Group', 'phones/a': '+1 202 555 0107' }),
    ];
    const read = contacts([
      card({ kind: 'company', place: 1, name: 'Northwick', website: 'https://northwick.example' }),
    ]);
    const choices = { ...NO_CHOICES, answers: new Map([['card 0', other as string]]) };
    const planned = await plan(read);
    await tellApart(one, other);
    const again = await plan(read);

    expect(matched(again)[0]?.[2]).not.toContain(other);
    expect(await world.app.contacts.import(planned, choices)).toMatchObject({ ok: false });
  });
});

describe('an import, of people who asked not to be filed again,', () => {
  const ROWS = [
    ...personAt(1, { name: 'Odette Marlow', ...mail('odette@tarnhill.example') }, { name: 'Tarnhill', id: 'T' }),
    ...personAt(2, { name: 'Peregrine Quill', ...mail('p.quill@tarnhill.example') }).map((one) => ({
      ...one,
      company: 'Tarnhill',
      companyId: 'T',
    })),
    ...personAt(3, { name: 'Ivo Sand', ...mail('ivo@oxbow.example') }, { name: 'Oxbow' }),
  ];
  async function erased(name: string, inputs: Record<string, string>): Promise<void> {
    const gone = await world.app.parties.erase(await file(person, { name, ...inputs }), true);
    expect(gone.ok).toBe(true);
  }

  it('files the others, and lists these among the faults with their reason', async () => {
    await erased('Peregrine Quill', { 'emails/a': 'p.quill@tarnhill.example' });
    await erased('Ivo Sand', { 'emails/a': 'ivo@oxbow.example' });
    const faults = [{ place: 9, reason: 'no-name' as const, row: ['', 'x'] }];
    const planned = await plan(contacts(ROWS, { faults, headings: ['Name', 'Company', 'Email'] }));

    expect(planned.read.cards.map(({ name }) => name)).toEqual(['Tarnhill', 'Odette Marlow']);
    expect(planned.read.faults).toEqual([
      { place: 2, reason: 'suppressed', row: ['Peregrine Quill', 'Tarnhill', 'p.quill@tarnhill.example'] },
      { place: 3, reason: 'suppressed', row: ['Ivo Sand', 'Oxbow', 'ivo@oxbow.example'] },
      { place: 9, reason: 'no-name', row: ['', 'x'] },
    ]);
    expect((await world.app.contacts.import(planned, NO_CHOICES)).ok).toBe(true);
    expect((await world.app.parties.people()).map(({ fields }) => fields.name.value)).toEqual(['Odette Marlow']);
    expect((await world.app.parties.companies()).map(({ fields }) => fields.name.value)).toEqual(['Tarnhill']);

    world.app.contacts.saveFaults(planned, (key) => key);
    expect(await world.saved[0]?.content.text()).toBe(
      'Name,Company,Email,reason\r\nPeregrine Quill,Tarnhill,p.quill@tarnhill.example,suppressed\r\n' +
        'Ivo Sand,Oxbow,ivo@oxbow.example,suppressed\r\n,x,,no-name\r\n',
    );
  });

  it('is refused when one of them was erased after the dry run', async () => {
    const planned = await plan(contacts(ROWS));
    await erased('Peregrine Quill', { 'emails/a': 'p.quill@tarnhill.example' });
    const before = await dump(world.db);

    expect(await world.app.contacts.import(planned, NO_CHOICES)).toEqual({
      ok: false,
      error: { code: 'plan-changed' },
    });
    expect(await dump(world.db)).toEqual(before);
  });

  it('knows them by name and company, and lets a namesake of another company pass', async () => {
    const firm = await file(company, { name: 'Oxbow' });
    await erased('Ivo Sand', { company: firm });
    const namesake = personAt(7, { name: 'Ivo Sand' }, { name: 'Calderon' });
    const planned = await plan(contacts([...ROWS, ...namesake]));

    expect(planned.read.faults.map(({ place }) => place)).toEqual([3]);
    expect(planned.read.cards.filter(({ name }) => name === 'Ivo Sand').map(({ place }) => place)).toEqual([7]);
  });

  it('can be ended while it looks for them', async () => {
    const stopped = await world.app.contacts.plan('contacts.csv', contacts(ROWS), async () => false);

    expect(stopped).toEqual({ ok: false, error: { code: 'cancelled' } });
  });
});
