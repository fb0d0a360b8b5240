import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import type { CaptureDraft, PartyDraft } from '@/src/app/capture-draft';
import type { Duplicate } from '@/src/app/find-duplicates';
import { draftText } from '@/src/app/list-draft';
import { isNameless } from '@/src/app/nameless';
import type { FoundParty } from '@/src/domain/capture/found';
import type { Updates } from '@/src/app/save-capture';
import { reviewOf } from '@/src/ui/panel/review';
import { valuesOf } from '@/src/domain/parties/contact-values';
import { company } from '@/src/domain/parties/company.kind';
import { person } from '@/src/domain/parties/person.kind';
import { createWorld, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const SITE = { url: 'https://www.northwick.example/team', title: 'Team' };
const read = (text: string, page = SITE): CaptureDraft => world.app.capture.readText(text, 'GB', page);
const only = ({ parties }: CaptureDraft): PartyDraft => {
  expect(parties).toHaveLength(1);
  return must(parties[0], 'a card');
};
const withName = (draft: CaptureDraft, name: string): CaptureDraft => ({
  ...draft,
  parties: draft.parties.map((party) => ({
    ...party,
    values: party.values.map((value) => (value.field === 'name' ? { ...value, value: name } : value)),
  })),
});
const onFile = async (draft: CaptureDraft): Promise<readonly Duplicate[]> =>
  (await world.app.capture.duplicates(draft.parties)).get(only(draft).id) ?? [];
const firm = async (name: string, website: string): Promise<RecordId> => {
  const record = world.app.newRecord();
  const made = await world.app.records.make(company, record, { name, website });
  return made.ok ? record : expect.fail(made.error.code);
};
const save = (draft: CaptureDraft, updates: Updates = new Map()) =>
  world.app.capture.save(world.app.newBatch(), { draft, updates });

describe('a number or an address that stands alone', () => {
  it.each([
    ['anna.field@northwick.example', 'person'],
    ['info@northwick.example', 'company'],
    ['+44 7400 123456', 'person'],
    ['+44 20 7946 0101', 'company'],
  ])('asks whose %s is: of a %s until the user says otherwise', (text, kind) => {
    const card = only(read(text));

    expect(card).toMatchObject({ kind, ticked: true });
    expect(card.values[0]).toMatchObject({ field: 'name', value: '', typed: true, ticked: true });
    expect(isNameless(card)).toBe(true);
  });

  it('is not filed without a name, and is with one', async () => {
    const draft = read('+44 7400 123456');
    expect(await save(draft)).toEqual({ ok: false, error: { code: 'no-name', draft: 'p0' } });
    expect(await world.app.parties.areNone()).toBe(true);

    expect((await save(withName(draft, 'Anna Field'))).ok).toBe(true);
    const [row] = await world.app.parties.people();
    expect(row?.fields.name).toMatchObject({ value: 'Anna Field', status: 'typed' });
    expect(valuesOf(row?.fields.phones)).toEqual(['+447400123456']);
  });

  it('stands unticked beside other cards: these can be saved without it', () => {
    const phone = (raw: string): FoundParty => ({
      kind: 'person',
      values: [{ field: 'phones', raw, confidence: 0.9, sources: [{ kind: 'text', snippet: raw }] }],
    });
    const origin = { regions: ['GB'], page: { url: '', at: '2026-11-21T09:00:00.000Z' } };
    const { parties } = draftText([phone('+44 20 7946 0101'), phone('+44 20 7946 0102')], '', origin);

    expect(parties.map((party) => [isNameless(party), party.ticked])).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  it('is perhaps that of the company whose site it stands on, and is added to it as what that is', async () => {
    const record = await firm('Northwick Instruments Ltd', 'https://northwick.example/');
    await firm('Tarnhill Optik GmbH', 'https://tarnhill.example/');
    const draft = read('+44 7400 123456');
    const found = await onFile(draft);

    expect(found.map(({ row, match }) => [row.id, match])).toEqual([
      [record, { tier: 'possible', reasons: ['domain'] }],
    ]);
    const saved = await save(draft, new Map(found.map(({ row }) => [only(draft).id, row])));
    expect(saved.ok && saved.value).toMatchObject({ made: 0, changed: 1 });
    const held = (await world.app.parties.companies()).find(({ id }) => id === record);
    expect(valuesOf(held?.fields.phones)).toEqual(['+447400123456']);
    expect(held?.fields.name.value).toBe('Northwick Instruments Ltd');
  });

  it('is known by the person or the company that has it', async () => {
    const acme = await firm('Acme Pumps Ltd', 'https://acme.example/');
    const anna = world.app.newRecord();
    await world.app.records.make(person, anna, { name: 'Anna Field' });
    const first = read('anna.field@mail.example', { url: '', title: '' });
    await save(withName(first, 'Anna Field'), new Map());

    const again = await onFile(read('anna.field@mail.example', { url: '', title: '' }));
    expect(again.map(({ row, match }) => [row.kind, match.tier, match.reasons])).toEqual([
      ['person', 'same', ['email']],
    ]);
    const ofFirm = await onFile(read('office@acme.example', { url: '', title: '' }));
    expect(ofFirm.map(({ row, match }) => [row.id, match.reasons])).toEqual([[acme, ['domain']]]);
  });

  it('is meant for the record that has it, and needs no name for that; one of the same site only is offered', async () => {
    const record = await firm('Northwick Instruments Ltd', 'https://northwick.example/');
    const held = read('+44 20 7946 0101', { url: '', title: '' });
    const row = must((await world.app.parties.companies())[0], 'the company');
    await save(held, new Map([[only(held).id, row]]));

    const again = read('+44 20 7946 0101');
    const review = await reviewOf(world.app, again, {});
    expect([...review.updates].map(([id, { id: to }]) => [id, to])).toEqual([[only(again).id, record]]);
    expect(await save(review.draft, review.updates)).toMatchObject({ ok: true, value: { made: 0, changed: 0 } });
    const other = await reviewOf(world.app, read('+44 20 7946 0102'), {});
    expect([other.duplicates.size, other.updates.size]).toEqual([1, 0]);
  });

  it('is read as a number of the country of the page, before the user’s own', () => {
    const german = read('030 901820', { url: 'https://www.tarnhill.de/kontakt', title: '' });
    expect(only(german).values.find(({ field }) => field === 'phones')?.value).toBe('+4930901820');
  });
});
