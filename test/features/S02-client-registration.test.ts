import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { STATE } from '@/src/domain/records/record';
import { registration } from '@/src/domain/registration/registration.kind';
import { createClaimWorld, type ClaimWorld } from '@/test/support/claim-world';
import { NOW } from '@/test/support/world';

describe('S02 client registration form', () => {
  let world: ClaimWorld;
  beforeEach(async () => {
    world = await createClaimWorld();
    await world.as('Wu');
    world.setClock(NOW);
  });
  afterEach(() => world.close());

  it('is drafted from the company on file and handed in at one press, with the moment of it', async () => {
    const acme = await world.make('company', {
      name: '上海艾克米有限公司',
      website: 'https://www.acme.cn/',
      'phones/p1': '+86 21 5888 6666',
      channel: 'swept',
    });
    const claimed = await world.app.claims.claim(acme);
    const record = claimed.ok ? claimed.value.registration : expect.fail(claimed.error.code);
    expect((await world.rowOf(record)).state).toBe('submitted');
    expect(await world.valuesOf(record)).toEqual({
      client: '上海艾克米有限公司',
      company: acme,
      phone: '+862158886666',
      website: 'https://www.acme.cn/',
      channel: 'swept',
      submittedAt: new Date(NOW).toISOString(),
      submittedBy: 'Wu',
      owner: 'Wu',
    });
    expect(claimed.ok && claimed.value.earlier).toEqual([]);
    expect(await world.app.claims.claim(acme)).toEqual({ ok: false, error: { code: 'claimed-already' } });
  });

  it('says who was earlier', async () => {
    const acme = await world.make('company', { name: 'Acme' });
    await world.app.claims.claim(acme);
    await world.as('Lin');
    const second = await world.app.claims.claim(acme);
    expect(second.ok && second.value.earlier.map(({ fields }) => fields['submittedBy'])).toEqual(['Wu']);
  });

  it('is not made of a company that has gone', async () => {
    const acme = await world.make('company', { name: 'Acme' });
    await world.app.records.remove([acme]);
    expect(await world.app.claims.claim(acme)).toEqual({ ok: false, error: { code: 'missing', id: acme } });
  });

  it.each(['submittedAt', 'submittedBy', 'confirmedAt', 'confirmedBy', 'rival', 'rejection'])(
    'has a %s that nobody can type, in the form or afterwards',
    async (path) => {
      const acme = await world.make('company', { name: 'Acme' });
      const inputs = { [path]: '2026-01-01T00:00:00.000Z' };
      const made = await world.app.records.make(registration, world.app.newRecord(), { client: 'Acme', ...inputs });
      expect(made).toEqual({ ok: false, error: { code: 'fixed', path } });
      const claimed = await world.app.claims.claim(acme);
      const record = claimed.ok ? claimed.value.registration : expect.fail(claimed.error.code);
      const before = await world.rowOf(record);
      const edited = await world.app.records.edit({ kind: registration, records: [record], inputs });
      expect(edited).toEqual({ ok: false, error: { code: 'fixed', path } });
      const moved = await world.app.records.move({ kind: registration, record, to: 'draft', inputs });
      expect(moved).toEqual({ ok: false, error: { code: 'fixed', path } });
      expect(await world.rowOf(record)).toEqual(before);
    },
  );

  it('gets a new time when it is taken back and handed in anew; the first stays in the history', async () => {
    const acme = await world.make('company', { name: 'Acme' });
    const record = await world.submitted({ client: 'Acme', company: acme, owner: 'Wu' });
    world.setClock(NOW + 1);
    await world.move(record, 'draft');
    await world.move(record, 'submitted');
    expect((await world.valuesOf(record))['submittedAt']).toBe(new Date(NOW + 1).toISOString());
    const times = (await world.app.records.history(record)).flatMap(({ patch }) =>
      'set' in patch && patch.set['submittedAt'] ? [patch.set['submittedAt'].to] : [],
    );
    expect(times).toEqual([new Date(NOW + 1).toISOString(), new Date(NOW).toISOString()]);
  });

  it('needs the company on file to be handed in, and the manager to be confirmed', async () => {
    const record = await world.make('registration', { client: 'Acme' });
    expect(await world.move(record, 'submitted')).toMatchObject({ ok: false, error: { code: 'needs-fields' } });
    const acme = await world.make('company', { name: 'Acme' });
    const handedIn = await world.submitted({ client: 'Acme', company: acme });
    expect(await world.move(handedIn, 'confirmed')).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect((await world.app.records.approvals()).length).toBe(0);
    await world.as('Chen', 'manager');
    expect((await world.app.records.approvals()).map(({ row }) => row.id)).toEqual([handedIn]);
    expect((await world.move(handedIn, 'confirmed')).ok).toBe(true);
    expect(await world.valuesOf(handedIn)).toMatchObject({
      confirmedBy: 'Chen',
      confirmedAt: new Date(NOW).toISOString(),
    });
  });

  it('can be shown to others as one file with time, sequence, actor and the chain of digests', async () => {
    const acme = await world.make('company', { name: 'Acme' });
    const claimed = await world.app.claims.claim(acme);
    const record = claimed.ok ? claimed.value.registration : expect.fail(claimed.error.code);
    await world.as('Lin');
    await world.app.claims.claim(acme);
    expect(await world.app.claims.export(record)).toEqual({ ok: true, value: 1 });

    const { name, content } = must(world.saved[0], 'a file');
    expect(name).toBe('vital-few-Acme-2026-11-21.json');
    const told = JSON.parse(await content.text());
    const header = must((await world.app.records.history(record))[0], 'an entry').header;
    expect(told.submission).toMatchObject({
      submittedAt: new Date(NOW).toISOString(),
      actor: 'Wu',
      device: header.device,
      seq: header.seq,
      digest: header.digest,
      previous: header.previous,
    });
    expect(told.later.map((one: { submittedBy: string }) => one.submittedBy)).toEqual(['Lin']);
    expect(told.earlier).toEqual([]);
    expect(Object.keys(told.history[0].patch.made)).toContain('fields');
    expect(told.registration).toMatchObject({ state: 'submitted', client: 'Acme' });
    expect(STATE in told.registration).toBe(false);
  });
});
