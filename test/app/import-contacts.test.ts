import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { company as companyKind } from '@/src/domain/parties/company.kind';
import { person as personKind } from '@/src/domain/parties/person.kind';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import type { ContactPlan } from '@/src/app/import-contacts';
import type { Receipt } from '@/src/app/ports/store';
import { NO_CHOICES, type Decision, type ImportChoices } from '@/src/domain/exchange/decide-cards';
import type { ReadCard, ReadContacts } from '@/src/domain/exchange/read-contacts';
import { valuesOf } from '@/src/domain/parties/contact-values';
import { typedValue } from '@/src/domain/records/evidence';
import { card, contacts, hubspotLike, personAt, readOf } from '@/test/support/contacts';
import { runs } from '@/test/support/runs';
import { content } from '@/test/support/store';
import { createWorld, NOW, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const FILE = 'contacts.csv';
const AT = new Date(NOW).toISOString();
const onward = async (): Promise<boolean> => true;
const plan = async (read: ReadContacts): Promise<ContactPlan> => {
  const planned = await world.app.contacts.plan(FILE, read, onward);
  return planned.ok ? planned.value : expect.fail(planned.error.code);
};
const commit = async (planned: ContactPlan, choices: ImportChoices = NO_CHOICES): Promise<Receipt> => {
  const done = await world.app.contacts.import(planned, choices);
  return done.ok ? done.value : expect.fail(done.error.code);
};
const importAll = async (read: ReadContacts, choices: ImportChoices = NO_CHOICES): Promise<Receipt> =>
  commit(await plan(read), choices);
const decide = async (read: ReadContacts, choices: Partial<ImportChoices> = {}) =>
  world.app.contacts.decide(await plan(read), { ...NO_CHOICES, ...choices });
const counts = async (read: ReadContacts): Promise<Record<string, number>> =>
  Object.fromEntries(Object.entries((await decide(read)).counts).filter(([, count]) => count > 0));
const clean = async (): Promise<void> =>
  expect((await world.app.verify()).checks.flatMap((check) => check.problems)).toEqual([]);
const one = (value: string) => typedValue(value, AT);
async function file(kind: 'company' | 'person', fields: Record<string, unknown>): Promise<RecordId> {
  const id = world.app.newRecord();
  const done = await world.ports.store.commit({
    id: world.app.newBatch(),
    actor: 'user',
    wall: NOW,
    cause: 'capture',
    changes: [{ make: id, kind, fields }],
  });
  return done.ok ? id : expect.fail(done.error.code);
}
const said = ({ outcome, match, adds, conflicts, matched }: Decision) => [
  matched.card.name,
  outcome,
  match?.reasons.join() ?? '',
  adds.map(({ field, value }) => `${field}=${field === 'company' ? '→' : value}`).join(' '),
  conflicts.map(({ field, held, given }) => `${field}: ${held} / ${given}`).join(' '),
];

const HANNAH = {
  name: 'Hannah Ashby',
  title: 'Head of Buying',
  externalIds: ['hubspot:101'],
  emails: [{ value: 'hannah@northwick.example', label: 'work' as const }],
  phones: [{ value: '+12025550101', label: 'mobile' as const }],
};

describe('importing contacts', () => {
  it('files people with their company, every value with where it comes from, as one batch', async () => {
    const { made, batchId } = await importAll(contacts(personAt(7, HANNAH, { name: 'Northwick Ltd' })));
    const [company] = await world.app.parties.companies();
    const [person] = await world.app.parties.people();
    const from = (value: string) => ({
      kind: 'file',
      url: FILE,
      snippet: `hubspot-contacts 7: ${value}`,
      at: expect.stringMatching(/^2026-11-21T/),
      extractor: 'hubspot-contacts',
    });

    expect(made).toBe(2);
    expect(company?.fields.name).toEqual({
      value: 'Northwick Ltd',
      raw: 'Northwick Ltd',
      confidence: 1,
      status: 'accepted',
      sources: [from('Northwick Ltd')],
    });
    expect(person?.fields.company).toMatchObject({
      value: company?.id,
      raw: 'Northwick Ltd',
      sources: [from('Northwick Ltd')],
    });
    expect(Object.values(person?.fields.phones ?? {})).toEqual([
      {
        value: '+12025550101',
        raw: '+12025550101',
        confidence: 1,
        status: 'accepted',
        sources: [from('+12025550101')],
        label: 'mobile',
      },
    ]);
    expect(person?.keys).toContain('external:hubspot:101');
    expect((await world.app.history.list(1))[0]).toMatchObject({
      header: { cause: 'import', batchId },
      note: { file: FILE },
    });
    await clean();
  });

  it('takes 2,000 rows and knows all of them again', { timeout: 60_000 }, async () => {
    const read = hubspotLike(2000);
    const planned = await plan(read);
    expect(world.app.contacts.decide(planned, NO_CHOICES).counts).toMatchObject({ new: 2667, joined: 1333 });
    const { made, changed } = await commit(planned);
    expect([made, changed]).toEqual([2667, 0]);
    expect(await counts(read)).toEqual({ same: 4000 });
  });

  it('comes off whole, and can be imported again', async () => {
    const read = hubspotLike(100);
    const before = await content(world.db);
    const { batchId } = await importAll(read);
    expect(await counts(read)).toEqual({ same: 200 });
    const again = await world.app.contacts.import(await plan(read), NO_CHOICES);
    expect(again).toEqual({ ok: false, error: { code: 'nothing-to-import' } });

    const undone = await world.app.history.undo(batchId);
    expect(undone.ok && undone.value.kept).toEqual([]);
    expect(await content(world.db)).toEqual(before);
    // What was removed is not remembered as a duplicate.
    expect(await counts(read)).toEqual({ new: 134, joined: 66 });
    expect((await importAll(read)).made).toBe(134);
    await clean();
  });

  it('keeps what was edited since, in the next import and in the undo', async () => {
    const read = contacts([
      ...personAt(1, HANNAH, { name: 'Northwick Ltd' }),
      ...personAt(
        2,
        { name: 'Lukas Keller', emails: [{ value: 'lukas@northwick.example' }] },
        { name: 'Northwick Ltd' },
      ),
    ]);
    const { batchId } = await importAll(read);
    const [company] = await world.app.parties.companies();
    const hannah = must((await world.app.parties.people())[0], 'person');
    await world.app.records.edit({ kind: personKind, records: [hannah.id], inputs: { title: 'Director' } });
    await world.app.records.edit({
      kind: companyKind,
      records: [must(company, 'company').id],
      inputs: { name: 'NW Instruments plc' },
    });

    const next = await decide(read);
    expect(next.cards.map(said)).toEqual([
      ['Northwick Ltd', 'conflict', 'person', '', 'name: NW Instruments plc / Northwick Ltd'],
      ['Northwick Ltd', 'conflict', 'person', '', 'name: NW Instruments plc / Northwick Ltd'],
      ['Hannah Ashby', 'conflict', 'external', '', 'title: Director / Head of Buying'],
      ['Lukas Keller', 'same', 'email,name,company', '', ''],
    ]);
    expect(next.writes).toEqual([]);

    const undone = await world.app.history.undo(batchId);
    expect(undone.ok && undone.value.kept.map(({ path, byCause }) => [path, byCause])).toEqual(
      expect.arrayContaining([
        ['title', 'edit'],
        ['name', 'edit'],
      ]),
    );
    expect((await world.app.parties.companies()).map(({ fields }) => fields.name.value)).toEqual([
      'NW Instruments plc',
    ]);
    expect((await world.app.parties.people()).map(({ fields }) => fields.title?.value)).toEqual(['Director']);
    await clean();
  });

  it('adds what a record lacks and puts it back by undo', async () => {
    await file('person', { name: one('Hannah Ashby'), emails: { e1: one('hannah@northwick.example') } });
    const before = await content(world.db);
    const read = contacts(personAt(1, HANNAH));
    expect((await decide(read)).cards.map(said)).toEqual([
      ['Hannah Ashby', 'update', 'email,name', 'title=Head of Buying phones=+12025550101 externalIds=hubspot:101', ''],
    ]);

    const { batchId, made, changed } = await importAll(read);
    expect([made, changed]).toEqual([0, 1]);
    await world.app.history.undo(batchId);
    expect(await content(world.db)).toEqual(before);
  });

  it('takes back a company that it made for somebody who was on file', async () => {
    await file('person', { name: one('Hannah Ashby'), emails: { e1: one('hannah@northwick.example') } });
    const before = await content(world.db);
    const { batchId, made, changed } = await importAll(contacts(personAt(1, HANNAH, { name: 'Northwick' })));
    expect([made, changed]).toEqual([1, 1]);

    const undone = await world.app.history.undo(batchId);
    expect(undone.ok && undone.value.kept).toEqual([]);
    expect(await content(world.db)).toEqual(before);
    await clean();
  });

  it('replaces a differing value only where the user takes it', async () => {
    await file('person', {
      name: one('Hannah Ashby'),
      title: one('Buyer'),
      department: one('North'),
      externalIds: { x: one('hubspot:101') },
    });
    const read = contacts(personAt(1, { ...HANNAH, department: 'South', phones: [], emails: [] }));
    const planned = await plan(read);
    const [makes] = planned.cards.map((matched) => matched.makes);
    expect(world.app.contacts.decide(planned, NO_CHOICES).writes).toEqual([]);

    await commit(planned, { ...NO_CHOICES, take: new Set([`${makes} title`]) });
    const [person] = await world.app.parties.people();
    expect([person?.fields.title?.value, person?.fields.department?.value]).toEqual(['Head of Buying', 'North']);
  });

  it.each([
    ['masked number and name', { name: 'Hannah A***', phones: [{ value: '+1202***0101' }] }],
    ['blank values', { name: 'Hannah Ashby', title: '  ', phones: [{ value: '' }], note: '' }],
  ])('writes nothing for a %s', async (_, given) => {
    await file('person', {
      name: one('Hannah Ashby'),
      title: one('Buyer'),
      phones: { p: one('+12025550101') },
      externalIds: { x: one('hubspot:101') },
    });
    const read = contacts(personAt(1, { externalIds: ['hubspot:101'], ...given }));

    expect((await decide(read, { takeAll: true })).writes).toEqual([]);
  });

  it('puts the whole number where a masked one stood', async () => {
    await file('person', {
      name: one('Hannah Ashby'),
      phones: { p: one('+1202***0101') },
      emails: { e: one('hannah@northwick.example') },
    });
    await importAll(contacts(personAt(1, HANNAH)));
    const [person] = await world.app.parties.people();

    expect(valuesOf(person?.fields.phones)).toEqual(['+12025550101']);
  });

  it('makes one record of two rows of one person, and keeps namesakes apart', async () => {
    const read = contacts([
      ...personAt(1, { name: 'Wei Zhang', emails: [{ value: 'wei@oxbow.example' }] }),
      ...personAt(2, { name: 'Zhang Wei', emails: [{ value: 'Wei@oxbow.example'.toLowerCase() }], title: 'Engineer' }),
      ...personAt(3, { name: 'Wei Zhang', emails: [{ value: 'other@tarnhill.example' }] }),
    ]);
    expect((await decide(read)).cards.map(said)).toEqual([
      ['Wei Zhang', 'new', '', 'name=Wei Zhang emails=wei@oxbow.example', ''],
      ['Zhang Wei', 'joined', 'email,name', 'title=Engineer', 'name: Wei Zhang / Zhang Wei'],
      ['Wei Zhang', 'new', '', 'name=Wei Zhang emails=other@tarnhill.example', ''],
    ]);
    expect((await importAll(read)).made).toBe(2);
  });
});

describe('a company that the row of a person names', () => {
  const row = (place: number, name: string, company: Partial<ReadCard> & { name: string }) =>
    personAt(place, { name, emails: [{ value: `p${place}@oxbow.example` }] }, company);

  it('is the one on file that has the name', async () => {
    const id = await file('company', { name: one('上海青禾岭泵业有限公司') });
    await importAll(contacts(row(1, '王晓岚', { name: '青禾岭泵业' })));

    expect(await world.app.parties.companies()).toHaveLength(1);
    expect((await world.app.parties.people())[0]?.fields.company?.value).toBe(id);
  });

  it.each([
    ['two have the name', [{ name: 'Oxbow Ltd' }, { name: 'Oxbow GmbH' }], {}],
    [
      'its id in the program is another',
      [{ name: 'Oxbow Ltd', externalIds: 'hubspot:1' }],
      { externalIds: ['hubspot:2'] },
    ],
    ['its web site is another', [{ name: 'Oxbow', website: 'https://oxbow.com' }], { website: 'https://oxbow.de' }],
    ['it is elsewhere', [{ name: '北京青禾岭泵业有限公司' }], { name: '上海青禾岭泵业有限公司' }],
  ])('is new where %s, and stays one', async (_, filed, given) => {
    for (const { name, ...rest } of filed as { name: string; website?: string; externalIds?: string }[])
      await file('company', {
        name: one(name),
        ...(rest.website ? { website: one(rest.website) } : { note: one('known') }),
        ...(rest.externalIds ? { externalIds: { x: one(rest.externalIds) } } : {}),
      });
    const name = 'Oxbow';
    const read = contacts([
      ...row(1, 'Hannah Ashby', { name, ...given }),
      ...row(2, 'Lukas Keller', { name, ...given }),
    ]);

    expect((await importAll(read)).made).toBe(3);
    expect(await counts(read)).toEqual({ same: 4 });
  });

  it('is not put on a person on file who works elsewhere', async () => {
    const tarnhill = await file('company', { name: one('Tarnhill') });
    await file('person', { name: one('Hannah Ashby'), company: one(tarnhill), emails: { e: one('p1@oxbow.example') } });
    const read = contacts(row(1, 'Hannah Ashby', { name: 'Oxbow' }));
    const planned = await plan(read);
    const decided = world.app.contacts.decide(planned, NO_CHOICES).cards[1];

    expect(decided?.conflicts.map(({ held, given }) => [planned.names.get(held), planned.names.get(given)])).toEqual([
      ['Tarnhill', 'Oxbow'],
    ]);
    await commit(planned, { ...NO_CHOICES, takeAll: true });
    const oxbow = (await world.app.parties.companies()).find(({ fields }) => fields.name.value === 'Oxbow');
    expect((await world.app.parties.people())[0]?.fields.company?.value).toBe(oxbow?.id);
    await clean();
  });
});

describe('what may be on file', () => {
  const READ = contacts(
    personAt(1, { name: 'Hannah Ashby', phones: [{ value: '+12025550101' }] }, { name: 'Northwick' }),
  );
  let hannah: RecordId;
  beforeEach(async () => {
    const northwick = await file('company', { name: one('Northwick Ltd') });
    hannah = await file('person', { name: one('Hannah Ashby'), company: one(northwick), title: one('Buyer') });
  });

  it('waits for an answer and stays out till then', async () => {
    const { cards, writes } = await decide(READ);

    expect(cards.map(({ outcome }) => outcome)).toEqual(['conflict', 'question']);
    expect(cards[1]?.matched.candidates.map(({ row, match }) => [row.id, match])).toEqual([
      [hannah, { tier: 'likely', reasons: ['name', 'company'] }],
    ]);
    expect(writes).toEqual([]);
  });

  it.each([
    ['the record', { otherwise: 'first' }, [0, 1]],
    ['new', { otherwise: 'new' }, [1, 0]],
  ] as const)('becomes %s where the user says so', async (_, choices, expected) => {
    const { made, changed } = await importAll(READ, { ...NO_CHOICES, ...choices });

    expect([made, changed]).toEqual(expected);
    expect((await counts(READ))['same']).toBe(1);
  });

  it('is answered card by card', async () => {
    const planned = await plan(READ);
    const [, person] = planned.cards;
    const answer = (what: string) => ({ ...NO_CHOICES, answers: new Map([[must(person, 'card').makes, what]]) });

    expect(world.app.contacts.decide(planned, answer(hannah)).counts.update).toBe(1);
    expect(world.app.contacts.decide(planned, answer('new')).counts.new).toBe(1);
  });
});

describe('what the user leaves out', () => {
  it('stays out, and a second row of the same takes its place', async () => {
    const read = contacts([
      ...personAt(1, HANNAH, { name: 'Northwick' }),
      ...personAt(2, { ...HANNAH, title: 'Director' }, { name: 'Northwick' }),
    ]);
    const planned = await plan(read);
    const without = new Set(planned.cards.filter(({ card: { place } }) => place === 1).map(({ makes }) => makes));
    const { cards, counts: found } = world.app.contacts.decide(planned, { ...NO_CHOICES, without });

    expect(cards.map(({ outcome }) => outcome)).toEqual(['without', 'new', 'without', 'new']);
    expect([found.new, found.without]).toEqual([2, 2]);
    expect((await commit(planned, { ...NO_CHOICES, without })).made).toBe(2);
    expect((await world.app.parties.people())[0]?.fields.title?.value).toBe('Director');
    await clean();
  });
});

describe('when the store changes behind a plan', () => {
  it('is written where it comes to the same', async () => {
    const planned = await plan(contacts(personAt(1, HANNAH)));
    await file('company', { name: one('Tarnhill') });

    expect((await commit(planned)).made).toBe(1);
  });

  it.each([
    ['a record went', async (id: RecordId) => world.app.records.remove([id])],
    [
      'a value differs',
      (id: RecordId) => world.app.records.edit({ kind: personKind, records: [id], inputs: { title: 'CEO' } }),
    ],
    [
      'a card came to be on file',
      () => file('person', { name: one('Lukas Keller'), emails: { e: one('l@oxbow.example') } }),
    ],
  ])('is refused where %s', async (_, change) => {
    const id = await file('person', { name: one('Hannah Ashby'), emails: { e: one('hannah@northwick.example') } });
    const lukas = personAt(2, { name: 'Lukas Keller', emails: [{ value: 'l@oxbow.example' }] });
    const planned = await plan(contacts([...personAt(1, HANNAH), ...lukas]));
    await change(id);
    const before = await content(world.db);

    expect(await world.app.contacts.import(planned, NO_CHOICES)).toEqual({
      ok: false,
      error: { code: 'plan-changed' },
    });
    expect(await content(world.db)).toEqual(before);
  });

  it('ends midway when asked to', async () => {
    const planned = await world.app.contacts.plan(FILE, hubspotLike(300), async (done) => done < 200);

    expect(planned).toEqual({ ok: false, error: { code: 'cancelled' } });
  });
});

describe('rows that gave no card', () => {
  it('go back with the reason in a column of its own', async () => {
    const read = contacts([], {
      headings: ['Name', 'Email'],
      faults: [
        { place: 3, reason: 'no-name', row: ['', '=x'] },
        { place: 4, reason: 'unreadable', row: ['a', 'b', 'c'] },
      ],
    });
    world.contacts = readOf(read);
    const got = await world.app.contacts.read(new File([''], FILE), 'CN');
    world.app.contacts.saveFaults(await plan(got.ok ? got.value : read), (key) => key);

    expect(world.saved.map(({ name }) => name)).toEqual(['contacts-file.csv']);
    expect(await must(world.saved[0], 'file').content.text()).toBe(
      "\uFEFFName,Email,,reason\r\n,'=x,,no-name\r\na,b,c,unreadable\r\n".replace('\uFEFF', ''),
    );
  });
});

const VALUES = {
  name: fc.constantFrom('Hannah Ashby', 'Lukas Keller', 'H. Ashby', '王晓岚', '王*', 'X'),
  firm: fc.constantFrom('Northwick', 'Northwick Ltd', 'Tarnhill', '青禾岭泵业', 'X'),
  email: fc.constantFrom('a@oxbow.example', 'b@oxbow.example', 'info@oxbow.example', 'a***@oxbow.example'),
  phone: fc.constantFrom('+8613800138000', '+12025550101', '138****8000', '+862155550101'),
  title: fc.constantFrom('Buyer', 'Director', ''),
};
const several = (values: fc.Arbitrary<string>) =>
  fc.array(
    values.map((value) => ({ value })),
    { maxLength: 2 },
  );
const ids = fc.array(fc.constantFrom('hubspot:1', 'hubspot:2', 'salesforce:1'), { maxLength: 1 });
const anyone = fc.record({
  name: VALUES.name,
  title: VALUES.title,
  emails: several(VALUES.email),
  phones: several(VALUES.phone),
  externalIds: ids,
});
const anyFirm = fc.record({
  name: VALUES.firm,
  website: fc.constantFrom('', 'https://northwick.com', 'https://tarnhill.com'),
  phones: several(VALUES.phone),
  externalIds: ids,
});
const anyRead = fc
  .array(
    fc.oneof(
      fc.record({ person: anyone, firm: fc.option(fc.record({ name: VALUES.firm }), { nil: undefined }) }),
      fc.record({ firm: anyFirm }),
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((rows) =>
    contacts(
      rows.flatMap((row, i) =>
        'person' in row
          ? personAt(i + 1, row.person, row.firm)
          : [card({ kind: 'company', place: i + 1, ...row.firm })],
      ),
    ),
  );

describe('any file', () => {
  it('is written as planned, changes nothing the second time, and comes off whole', async () => {
    await fc.assert(
      fc.asyncProperty(anyRead, anyRead, async (first, second) => {
        const fresh = await createWorld();
        try {
          const run = async (read: ReadContacts) => {
            const planned = await fresh.app.contacts.plan(FILE, read, onward);
            if (!planned.ok) return expect.fail('cancelled');
            const choices: ImportChoices = { ...NO_CHOICES, otherwise: 'new' };
            const decided = fresh.app.contacts.decide(planned.value, choices);
            const done = await fresh.app.contacts.import(planned.value, choices);
            return { decided, done };
          };
          await run(first);
          const before = await content(fresh.db);
          const { decided, done } = await run(second);
          if (done.ok) {
            expect([done.value.made, done.value.changed]).toEqual([decided.counts.new, decided.counts.update]);
          } else expect(done.error.code).toBe('nothing-to-import');
          const again = await run(second);
          expect(again.done).toEqual({ ok: false, error: { code: 'nothing-to-import' } });
          expect((await fresh.app.verify()).ok).toBe(true);
          if (done.ok) {
            await fresh.app.history.undo(done.value.batchId);
            expect(await content(fresh.db)).toEqual(before);
          }
        } finally {
          fresh.db.close();
          for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
        }
      }),
      { ...runs(25, 300), seed: 20_261_121 },
    );
  });
});
