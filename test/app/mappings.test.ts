import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { err } from '@/src/kernel/result';
import type { OpenedFile } from '@/src/app/import-orders';
import { withRole } from '@/src/domain/tabular/remembered-roles';
import type { Role } from '@/src/domain/tabular/roles/roles';
import { content } from '@/test/support/store';
import { createWorld, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const SALES = (): File => new File(['Kunde A,Kunde B,Datum,Betrag\nx,Tarnhill,2026-01-02,5\n'], 'sales.csv');
const open = async (): Promise<OpenedFile> => {
  const opened = await world.app.datasets.open(SALES());
  return opened.ok ? opened.value : expect.fail(opened.error.code);
};
/** Imports a file with a column that the user has said the meaning of. */
async function importAs(place: number, role: Role): Promise<void> {
  const opened = await open();
  const request = { opened: { ...opened, mapping: withRole(opened.mapping, place, role) } };
  const read = await world.app.datasets.read({ ...request, datasetId: world.app.newRecord() }, () => undefined);
  await world.app.datasets.save(read.ok ? read.value : expect.fail(read.error.code));
}
const fileOf = (role: string): File =>
  new File(
    [
      JSON.stringify({
        format: 'vital-few-mappings',
        version: 1,
        mappings: [
          { columns: [{ name: 'KUNDE A', role }, { name: 'Kunde B' }, { name: 'Datum' }, { name: 'Betrag' }] },
        ],
      }),
    ],
    'meanings.json',
  );
const take = async (file: File) => {
  const taken = await world.app.datasets.importMappings(file);
  return taken.ok ? taken.value : expect.fail(taken.error.code);
};

describe('what columns mean', () => {
  it('goes to another machine as a file, and is proposed there', async () => {
    await importAs(1, 'customer');
    expect(await world.app.datasets.exportMappings('meanings')).toBe(1);
    const saved = must(world.saved[0], 'a file');
    expect(saved.name).toBe('meanings.json');
    const file = new File([saved.content], saved.name);

    world.db.close();
    for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
    world = await createWorld();
    expect((await open()).mapping.chosen.size).toBe(0);
    expect((await take(file)).taken).toBe(1);
    const { mapping } = await open();
    expect([mapping.roles[1], [...mapping.chosen]]).toEqual(['customer', [1]]);
    expect(await world.app.datasets.mappings()).toHaveLength(1);
  });

  it('is one batch that can be undone, and taken over once', async () => {
    const { batchId } = await take(fileOf('customer'));
    expect(await take(fileOf('customer'))).toEqual({ taken: 0, batchId: undefined });
    await world.app.history.undo(must(batchId, 'a batch'));

    expect((await content(world.db)).records).toEqual([]);
    expect((await open()).mapping.chosen.size).toBe(0);
  });

  it('is first what the user said, then what was taken over last', async () => {
    await take(fileOf('salesperson'));
    await take(fileOf('customer'));
    expect((await open()).mapping.roles[0]).toBe('customer');
    await importAs(1, 'customer');
    await take(fileOf('region'));

    expect((await open()).mapping.roles.slice(0, 2)).toEqual([undefined, 'customer']);
    expect([...(await open()).mapping.chosen]).toContain(1);
  });

  it('of a file that is none, or too large, is refused and nothing written', async () => {
    for (const [file, code] of [
      [new File(['x'], 'x.json'), 'not-mappings'],
      [fileOf('orbit'), 'mapping-role'],
      [new File([new Uint8Array(2 * 1024 * 1024)], 'x.json'), 'too-large'],
    ] as const)
      expect(await world.app.datasets.importMappings(file)).toEqual(err(expect.objectContaining({ code })));
    expect((await content(world.db)).records).toEqual([]);
  });
});
