import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { followUp } from '@/src/domain/followup/follow-up.kind';
import { company } from '@/src/domain/parties/company.kind';
import { refusedAttempt } from '@/src/domain/records/refused-attempt.kind';
import { createClaimWorld, type ClaimWorld } from '@/test/support/claim-world';

const CALL = { content: 'Asked for a quote', day: '2026-11-20', means: 'phone' };

describe('S04 no follow-up before confirmation', () => {
  let world: ClaimWorld;
  let acme: RecordId;
  beforeEach(async () => {
    world = await createClaimWorld();
    acme = await world.make('company', { name: 'Acme' });
    await world.as('Wu');
  });
  afterEach(() => world.close());

  /** What speaks against a follow-up of Acme; nothing when it was made. */
  const tried = async (more: Readonly<Record<string, string>> = {}): Promise<readonly string[]> => {
    const inputs = { ...CALL, company: acme, ...more };
    const made = await world.app.records.make(followUp, world.app.newRecord(), inputs);
    if (made.ok) return [];
    return made.error.code === 'not-admitted' ? made.error.refusals : expect.fail(made.error.code);
  };
  const claimedBy = async (name: string): Promise<RecordId> => {
    await world.as(name);
    return world.submitted({ client: 'Acme', company: acme });
  };
  const confirmed = async (claim: RecordId): Promise<void> => {
    await world.as('Chen', 'manager');
    expect((await world.move(claim, 'confirmed')).ok).toBe(true);
  };

  it('keeps everybody away from a registered client until a registration is confirmed, its author too', async () => {
    const claim = await claimedBy('Wu');
    expect(await tried()).toEqual(['unconfirmed']);
    await world.as('Lin');
    expect(await tried()).toEqual(['unconfirmed']);

    await confirmed(claim);
    await world.as('Wu');
    expect(await tried()).toEqual([]);
    await world.as('Lin');
    expect(await tried()).toEqual(['others-client']);
  });

  it.each(['draft', 'rejected', 'lapsed'])('is not opened by a registration that is %s', async (state) => {
    const claim = await claimedBy('Wu');
    if (state === 'lapsed') await confirmed(claim);
    await world.as('Chen', 'manager');
    expect((await world.move(claim, state, 'so')).ok).toBe(true);
    await world.app.records.edit({ kind: company, records: [acme], inputs: { owner: '' } });
    await world.as('Wu');
    expect(await tried()).toEqual(['unconfirmed']);
  });

  it('allows goodwill help to a colleague, and it stands there as that', async () => {
    await claimedBy('Wu');
    await world.as('Lin');
    expect(await tried({ goodwill: 'no' })).toEqual(['unconfirmed']);
    expect(await tried({ goodwill: 'yes', goodwillFor: 'Wu' })).toEqual([]);

    const [helped] = await world.app.records.rows('follow-up');
    expect(helped?.fields).toMatchObject({ goodwill: 'yes', goodwillFor: 'Wu' });
    const [entry] = await world.app.records.history(helped?.id ?? acme);
    expect(entry?.header).toMatchObject({ actor: 'Lin', cause: 'make' });
  });

  it('writes down what was blocked: who, when, which client, and why; the company shows none of it', async () => {
    await claimedBy('Wu');
    await world.as('Lin');
    await tried();

    const [attempt, ...more] = await world.app.records.rows(refusedAttempt.name);
    expect(more).toEqual([]);
    expect(attempt?.fields).toMatchObject({
      title: CALL.content,
      of: 'follow-up',
      by: 'Lin',
      codes: { 0: 'unconfirmed' },
    });
    expect(attempt?.keys).toContain(`link:${acme}`);
    const [entry] = await world.app.records.history(attempt?.id ?? acme);
    expect(entry?.header).toMatchObject({ actor: 'Lin', cause: 'refuse' });
    expect(await world.app.records.rows('follow-up')).toEqual([]);
    expect((await world.ports.store.verify()).ok).toBe(true);
  });

  it.each([
    ['nobody registered and nobody looks after', 'prospect', undefined, []],
    ['the user looks after', 'prospect', 'Wu', []],
    ['the user looks after and which buys', 'active', 'Wu', []],
    ['a colleague looks after', 'prospect', 'Lin', ['others-client']],
    ['buys, and nobody looks after', 'active', undefined, []],
  ])('of a company without a registration that %s: the account manager decides', async (_, state, owner, refusals) => {
    if (owner) await world.app.records.edit({ kind: company, records: [acme], inputs: { owner } });
    await world.as('Chen', 'manager');
    const reason = 'to try';
    if (state === 'active')
      await world.app.records.move({ kind: company, record: acme, to: state, reason, override: true });
    await world.as('Wu');
    expect(await tried()).toEqual(refusals);
  });

  it('lets the new account manager follow up after the client was handed over', async () => {
    await confirmed(await claimedBy('Wu'));
    await world.app.records.edit({ kind: company, records: [acme], inputs: { owner: 'Lin' } });
    await world.as('Lin');
    expect(await tried()).toEqual([]);
    await world.as('Wu');
    expect(await tried()).toEqual(['others-client']);
  });

  it('judges by whose follow-up it is, not by who types it', async () => {
    await confirmed(await claimedBy('Wu'));
    await world.as('Ma', 'assistant');
    expect(await tried({ owner: 'Wu' })).toEqual([]);
    expect(await tried({ owner: 'Ma' })).toEqual(['others-client']);
  });
});
