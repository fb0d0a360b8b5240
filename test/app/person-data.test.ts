import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { createApp, type App } from '@/src/app/create-app';
import type { PartyRow } from '@/src/domain/parties/party-row';
import { company } from '@/src/domain/parties/company.kind';
import { person } from '@/src/domain/parties/person.kind';
import type { Kind } from '@/src/domain/records/kind';
import { visit } from '@/src/domain/visits/visit.kind';
import { dump } from '@/test/support/store';
import { createWorld, NOW, TODAY, type World } from '@/test/support/world';

let world: World;
let app: App;
beforeEach(async () => {
  world = await createWorld();
  app = createApp({ ...world.ports, clock: { now: () => NOW, today: () => TODAY, wait: async () => undefined } });
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function file(kind: Kind, inputs: Record<string, string>): Promise<RecordId> {
  const record = app.newRecord();
  const made = await app.records.make(kind, record, inputs);
  return made.ok ? record : expect.fail(made.error.code);
}

describe('the data of one person', () => {
  it('are their record, what was merged into it, what points to it and what happened, and nobody else’s', async () => {
    const firm = await file(company, { name: 'Tarnhill Optics' });
    const quill = await file(person, {
      name: 'Peregrine Quill',
      company: firm,
      title: 'Buyer',
      'phones/a': '+1 202 555 0143',
      'emails/b': 'p.quill@tarnhill.example',
    });
    const twin = await file(person, { name: 'P. Quill', 'emails/c': 'quill@tarnhill.example' });
    const other = await file(person, { name: 'Odette Marlow', company: firm, 'emails/d': 'odette@tarnhill.example' });
    const called = await file(visit, { purpose: 'Yearly review', company: firm, day: '2026-11-20', person: quill });
    const people = await app.parties.people();
    const rowOf = (id: RecordId): PartyRow => people.find((row) => row.id === id) ?? expect.fail(id);
    const merged = await app.parties.merge({ target: rowOf(quill), others: [rowOf(twin)], choice: {} });
    expect(merged.ok).toBe(true);
    const stored = async (id: RecordId) => (await dump(world.db))['records']?.find((row) => idOf(row) === id);

    expect(await app.parties.exportDataOf(quill)).toEqual({ ok: true, value: 2 });
    const [json, card] = world.saved;
    expect(world.saved.map(({ name, content }) => [name, content.type])).toEqual([
      ['Peregrine-Quill-2026-11-21.json', 'application/json'],
      ['Peregrine-Quill-2026-11-21.vcf', 'text/vcard'],
    ]);
    const text = await (json?.content.text() ?? '');
    expect(JSON.parse(text)).toEqual({
      writtenAt: new Date(NOW).toISOString(),
      record: await stored(quill),
      company: 'Tarnhill Optics',
      merged: [
        expect.objectContaining({ id: twin, kind: 'person', gone: expect.objectContaining({ state: 'active' }) }),
      ],
      about: [await stored(called)],
      history: await app.records.history(quill),
    });
    expect(JSON.parse(text).history.map(({ header }: { header: { cause: string } }) => header.cause)).toEqual([
      'merge',
      'make',
    ]);
    for (const foreign of [other, 'Odette Marlow', 'odette@tarnhill.example']) expect(text).not.toContain(foreign);
    expect(await card?.content.text()).toBe(
      [
        'BEGIN:VCARD',
        'VERSION:4.0',
        'PRODID:-//Vital Few//EN',
        `UID:vital-few:${quill}`,
        'KIND:individual',
        'FN:Peregrine Quill',
        'N:Quill;Peregrine;;;',
        'ORG:Tarnhill Optics',
        'TITLE:Buyer',
        'TEL;VALUE=uri;TYPE=voice:tel:+12025550143',
        'EMAIL:p.quill@tarnhill.example',
        'EMAIL:quill@tarnhill.example',
        'REV:20261121T090000Z',
        'END:VCARD',
        '',
      ].join('\r\n'),
    );
  });

  it('of somebody who is not there, or who is a company, are refused, and no file is handed out', async () => {
    const firm = await file(company, { name: 'Tarnhill Optics' });
    for (const id of [firm, app.newRecord()])
      expect(await app.parties.exportDataOf(id)).toEqual({ ok: false, error: { code: 'missing', id } });

    expect(world.saved).toEqual([]);
  });

  it('come in files whose names are names of files, whatever the person is called', async () => {
    const odd = await file(person, { name: '../王 晓<岚>:*?' });
    await app.parties.exportDataOf(odd);

    expect(world.saved.map(({ name }) => name)).toEqual(['-王-晓-岚--2026-11-21.json', '-王-晓-岚--2026-11-21.vcf']);
  });
});

function idOf(row: unknown): unknown {
  return typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined;
}
