import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import type { EntryRef } from '@/src/domain/records/record';
import { compareSubmissions, isLaterEntry } from '@/src/domain/registration/claim-order';
import { isSameClient } from '@/src/domain/registration/claimed-client';
import { registration } from '@/src/domain/registration/registration.kind';
import { createClaimWorld, type ClaimWorld } from '@/test/support/claim-world';
import { runs } from '@/test/support/runs';

const T = '2026-11-23T02:00:00.000Z';
const ref = (text: string): EntryRef => text as EntryRef;
const at = (submittedAt: string, entry: string, id = 'r1') => ({ id, submittedAt, ref: ref(entry) });

describe('S03 first to register', () => {
  let world: ClaimWorld;
  beforeEach(async () => {
    world = await createClaimWorld();
  });
  afterEach(() => world.close());

  const rivals = async (): Promise<{ first: RecordId; second: RecordId }> => {
    const acme = await world.make('company', { name: '青禾岭泵业' });
    await world.as('Wu');
    const first = await world.submitted({ client: '上海青禾岭泵业有限公司', company: acme });
    await world.as('Lin');
    const second = await world.submitted({ client: '青禾嶺泵業股份有限公司', company: acme });
    await world.as('Chen', 'manager');
    return { first, second };
  };

  it('gives the client to the earlier one in either order of confirming', async () => {
    for (const order of [
      ['first', 'second'],
      ['second', 'first'],
    ] as const) {
      const claims = await rivals();
      const answers = [];
      for (const which of order) answers.push(await world.move(claims[which], 'confirmed'));
      const [first, second] = [await world.rowOf(claims.first), await world.rowOf(claims.second)];
      expect([first.state, second.state]).toEqual(['confirmed', 'rejected']);
      expect(second.fields).toMatchObject({ rejection: 'earlier-submission', rival: first.id });
      expect(await world.ownerOf(first)).toBe('Wu');
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      await world.close();
      world = await createClaimWorld();
    }
  });

  it('refuses to confirm the later one, and names what speaks against it', async () => {
    const { second } = await rivals();
    const refused = await world.move(second, 'confirmed');
    expect(!refused.ok && 'verdict' in refused.error && refused.error.verdict.refusals).toEqual(['earlier-submission']);
    const [group] = (await world.app.claims.board()).waiting;
    expect(group?.map(({ claim, behind }) => [claim.fields['submittedBy'], behind > 0])).toEqual([
      ['Wu', false],
      ['Lin', true],
    ]);
  });

  it('takes the sequence within one millisecond, whichever was confirmed first', async () => {
    world.setClock(Date.parse(T));
    const { first, second } = await rivals();
    expect([await world.valuesOf(first), await world.valuesOf(second)]).toEqual([
      expect.objectContaining({ submittedAt: T }),
      expect.objectContaining({ submittedAt: T }),
    ]);
    expect((await world.move(second, 'confirmed')).ok).toBe(false);
    expect((await world.move(first, 'confirmed')).ok).toBe(true);
    expect((await world.rowOf(second)).state).toBe('rejected');
  });

  it('is one batch: undone, both wait again and the company is whose it was', async () => {
    const { first, second } = await rivals();
    const done = await world.move(first, 'confirmed');
    expect(done.ok && (await world.app.history.undo(done.value.batchId)).ok).toBe(true);
    const [one, other] = [await world.rowOf(first), await world.rowOf(second)];
    expect([one.state, other.state]).toEqual(['submitted', 'submitted']);
    expect(other.fields['rival']).toBeUndefined();
    expect(await world.ownerOf(one)).toBeUndefined();
    expect((await world.ports.store.verify()).ok).toBe(true);
  });

  it('lets the later one through once the earlier was rejected or taken back', async () => {
    for (const away of ['rejected', 'draft']) {
      const { first, second } = await rivals();
      expect((await world.move(first, away, 'no client of ours')).ok).toBe(true);
      expect((await world.move(second, 'confirmed')).ok).toBe(true);
      await world.close();
      world = await createClaimWorld();
    }
  });

  it('rejects a later one with the link at one press, even when the first was confirmed before it came', async () => {
    const acme = await world.make('company', { name: 'Northwick' });
    await world.as('Wu');
    const first = await world.submitted({ client: 'Northwick Ltd.', company: acme });
    await world.as('Chen', 'manager');
    await world.move(first, 'confirmed');
    await world.as('Lin');
    const late = await world.submitted({ client: 'NORTHWICK LIMITED', company: acme });
    expect(await world.app.claims.rejectLater(late)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    await world.as('Chen', 'manager');
    expect(await world.app.claims.rejectLater(first)).toMatchObject({ ok: false, error: { code: 'missing' } });
    expect((await world.app.claims.rejectLater(late)).ok).toBe(true);
    expect(await world.rowOf(late)).toMatchObject({ state: 'rejected', fields: { rival: first } });
    expect((await world.valuesOf(acme))['owner']).toBe('Wu');
  });

  it('cannot be had by handing in one client early and naming another afterwards', async () => {
    const acme = await world.make('company', { name: 'Acme' });
    await world.as('Lin');
    const early = await world.submitted({ client: 'Something else', company: acme });
    await world.app.records.edit({ kind: registration, records: [early], inputs: { client: 'Acme' } });
    await world.as('Chen', 'manager');
    const refused = await world.move(early, 'confirmed');
    expect(!refused.ok && 'verdict' in refused.error && refused.error.verdict.refusals).toEqual(['changed-since']);
  });

  it('keeps namesakes apart once the manager said that they are two clients', async () => {
    const [one, other] = [await world.make('company', { name: 'Acme' }), await world.make('company', { name: 'Acme' })];
    const first = await world.submitted({ client: 'Acme', company: one });
    const second = await world.submitted({ client: 'Acme', company: other });
    await world.as('Lin');
    expect(await world.app.claims.tellApart(first, second)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    await world.as('Chen', 'manager');
    expect((await world.app.claims.board()).waiting).toHaveLength(1);
    expect((await world.app.claims.tellApart(second, first)).ok).toBe(true);
    expect((await world.app.claims.board()).waiting).toHaveLength(2);
    expect((await world.move(second, 'confirmed')).ok).toBe(true);
    expect((await world.rowOf(first)).state).toBe('submitted');
    expect((await world.move(first, 'confirmed')).ok).toBe(true);
  });

  it('keeps the history of owners on the company', async () => {
    const { first } = await rivals();
    await world.move(first, 'confirmed');
    // Safe: the registration has a company.
    const company = (await world.rowOf(first)).fields['company'] as RecordId;
    const owners = (await world.app.records.history(company)).flatMap(({ patch }) =>
      'set' in patch && patch.set['owner'] ? [(patch.set['owner'].to as { value: string }).value] : [],
    );
    expect(owners).toEqual(['Wu']);
  });
});

describe('S03 the order of submissions', () => {
  it.each([
    ['a millisecond earlier', at('2026-11-23T01:59:59.999Z', 'a.9'), at(T, 'a.1')],
    ['the number of the entry, not its text', at(T, 'a.9'), at(T, 'a.10')],
    ['devices within a millisecond: arbitrary, by their ids', at(T, 'a.99'), at(T, 'b.1')],
    ['one entry: the ids of the records', at(T, 'a.1', 'r1'), at(T, 'a.1', 'r2')],
  ])('%s', (_, first, second) => {
    expect(compareSubmissions(first, second)).toBeLessThan(0);
    expect(compareSubmissions(second, first)).toBeGreaterThan(0);
    expect(compareSubmissions(first, first)).toBe(0);
  });

  it('is one order of all, whatever they are', () => {
    const submission = fc.record({
      id: fc.constantFrom('r1', 'r2', 'r3'),
      submittedAt: fc.constantFrom(T, '2026-11-23T02:00:00.001Z'),
      ref: fc.constantFrom('a.2', 'a.10', 'b.1').map(ref),
    });
    fc.assert(
      fc.property(fc.array(submission, { maxLength: 9 }), (some) => {
        const sorted = some.toSorted(compareSubmissions);
        const again = some.toReversed().toSorted(compareSubmissions);
        expect(again).toEqual(sorted);
        for (const [i, one] of sorted.entries())
          for (const later of sorted.slice(i)) expect(compareSubmissions(one, later)).toBeLessThanOrEqual(0);
      }),
      runs(50, 1000),
    );
  });

  it('knows what was written later only on one device', () => {
    expect([isLaterEntry(ref('a.10'), ref('a.9')), isLaterEntry(ref('a.9'), ref('a.9'))]).toEqual([true, false]);
    expect(isLaterEntry(ref('b.10'), ref('a.9'))).toBe(false);
  });

  it.each([
    ['one name, simplified and traditional', { client: '战略客户公司' }, { client: '戰略客戶有限公司' }, true],
    ['one phone', { client: 'A', phone: '+862155550101' }, { client: 'B', phone: '+862155550101' }, true],
    ['one domain', { client: 'A', website: 'https://www.acme.cn/' }, { client: 'B', website: 'acme.cn/x' }, true],
    ['sisters in two places', { client: '上海青禾岭泵业' }, { client: '北京青禾岭泵业' }, false],
    [
      'two register numbers',
      { client: 'A', registrationId: 'DE123456788' },
      { client: 'A', registrationId: 'DE123456789' },
      false,
    ],
    ['nothing in common', { client: 'Acme' }, { client: 'Northwick' }, false],
    ['one company on file', { client: 'A', company: 'c1' }, { client: 'B', company: 'c1' }, true],
  ])('means one client or two: %s', (_, a, b, same) => {
    expect(isSameClient(a, b)).toBe(same);
    expect(isSameClient(b, a)).toBe(same);
  });
});
