import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import { archiveItem } from '@/src/domain/archive/archive-item.kind';
import { actAs, fileCompany, fileItem } from '@/test/support/archive';
import { createWorld, NOW, type World } from '@/test/support/world';

let world: World;
let record: RecordId;
beforeEach(async () => {
  world = await createWorld();
  record = await fileItem(world, await fileCompany(world));
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const move = (to: string, inputs: Readonly<Record<string, string>> = {}) =>
  world.app.records.move({ kind: archiveItem, record, to, inputs });
const held = async () => must((await world.ports.store.rowsById([record]))[0], 'on file');

/** Every way from the first state to the last that comes to no state twice, as the names of its steps. */
function pathsTo(last: string): string[][] {
  const walk = (state: string, been: readonly string[], names: readonly string[]): string[][] =>
    state === last
      ? [[...names]]
      : archiveItem.transitions
          .filter(({ from, to }) => from.includes(state) && !been.includes(to))
          .flatMap(({ name, to }) => walk(to, [...been, to], [...names, name]));
  const [first] = archiveItem.states;
  return walk(first, [first], []);
}

describe('S26 three signatures before an archive item is filed', () => {
  it('leads to filed by no way that leaves out one of client, handler and leader', () => {
    const paths = pathsTo('filed');

    expect(paths).toEqual([['check', 'sign-client', 'sign-handler', 'approve', 'file']]);
    for (const state of archiveItem.states) {
      const into = archiveItem.transitions.filter(({ to, from }) => to === 'filed' && from.includes(state));
      expect([state, into.length]).toEqual([state, state === 'approved' ? 1 : 0]);
    }
  });

  it('stamps each signature with who and when, and can be filed only after the third', async () => {
    await actAs(world, 'Mei', 'manager');
    expect((await move('checked')).ok).toBe(true);
    await actAs(world, 'Lin', 'representative');
    expect(await move('client-signed')).toMatchObject({ ok: false, error: { code: 'needs-fields' } });
    expect((await move('client-signed', { clientSigner: 'Ines Roth' })).ok).toBe(true);
    expect(await move('filed')).toEqual({ ok: false, error: { code: 'no-way' } });
    expect((await move('handler-signed')).ok).toBe(true);
    // Two signatures are there, the third is missing.
    expect(await move('filed')).toEqual({ ok: false, error: { code: 'no-way' } });
    expect(await move('approved')).toEqual({ ok: false, error: { code: 'forbidden' } });
    await actAs(world, 'Mei', 'manager');
    expect((await move('approved')).ok).toBe(true);
    expect((await move('filed')).ok).toBe(true);

    const { state, fields } = await held();
    expect(state).toBe('filed');
    expect(fields).toMatchObject({ clientSigner: 'Ines Roth', handler: 'Lin', leader: 'Mei' });
    const moments = ['clientSignedAt', 'handlerSignedAt', 'leaderSignedAt'].map((name) =>
      Date.parse(String(fields[name])),
    );
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(moments.every((one) => one > NOW)).toBe(true);
    const steps = (await world.app.records.history(record)).map(({ header, note }) => [header.actor, note.transition]);
    expect(steps.slice(0, 5)).toEqual([
      ['Mei', 'file'],
      ['Mei', 'approve'],
      ['Lin', 'sign-handler'],
      ['Lin', 'sign-client'],
      ['Mei', 'check'],
    ]);
  });

  it('is not approved by the one who signed as handler, but for an executive who says why', async () => {
    await actAs(world, 'Mei', 'manager');
    await move('checked');
    await move('client-signed', { clientSigner: 'Ines Roth' });
    await move('handler-signed');
    expect(await move('approved')).toMatchObject({
      ok: false,
      error: { code: 'refused', verdict: { refusals: ['same-person'], mayOverride: false } },
    });
    await actAs(world, 'Mei', 'executive');
    const over = { kind: archiveItem, record, to: 'approved', override: true };
    expect(await world.app.records.move(over)).toMatchObject({ ok: false, error: { code: 'reason-needed' } });
    expect((await world.app.records.move({ ...over, reason: 'nobody else is here' })).ok).toBe(true);
  });

  it('takes no contract as checked that does not say when it was signed', async () => {
    record = await fileItem(world, await fileCompany(world, 'Birchfield Valves'), { category: 'contracts' });
    expect(await move('checked')).toMatchObject({ ok: false, error: { verdict: { refusals: ['no-signing-day'] } } });
    await world.app.records.edit({ kind: archiveItem, records: [record], inputs: { signedOn: '2026-03-01' } });
    expect((await move('checked')).ok).toBe(true);
  });

  it('needs all three again after it was sent back, with a reason', async () => {
    await move('checked');
    await move('client-signed', { clientSigner: 'Ines Roth' });
    await move('handler-signed');
    expect(await move('draft')).toMatchObject({ ok: false, error: { code: 'reason-needed' } });
    const refused = { kind: archiveItem, record, to: 'draft', reason: 'wrong form' };
    expect((await world.app.records.move(refused)).ok).toBe(true);
    for (const state of ['client-signed', 'handler-signed', 'approved', 'filed'])
      expect(await move(state)).toEqual({ ok: false, error: { code: 'no-way' } });
  });
});
