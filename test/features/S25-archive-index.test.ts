import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { must } from '@/src/kernel/assert';
import { archiveIndex } from '@/src/domain/archive/archive-index';
import { archiveItem, CATEGORIES, categoryNumber, codeOf } from '@/src/domain/archive/archive-item.kind';
import { archiveRow, fileCompany, fileItem } from '@/test/support/archive';
import { runs } from '@/test/support/runs';
import { createWorld, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const numberOf = async (id: string) => {
  const { volumeYear, number } = must(await world.app.records.row(id), 'on file').fields;
  return [volumeYear, number];
};
const indexOf = async (company: string, at = 0) =>
  must((await world.app.archive.of(company))?.categories[at], 'a category');

describe('S25 archive in six categories', () => {
  it('has the six categories under their numbers', () => {
    expect(CATEGORIES.map((one) => [categoryNumber(one), one])).toEqual([
      [1, 'basics'],
      [2, 'contracts'],
      [3, 'arrears'],
      [4, 'complaints'],
      [5, 'trend'],
      [6, 'promotion'],
    ]);
    expect(archiveIndex([]).map(({ category }) => category)).toEqual(CATEGORIES);
    expect(codeOf({ volumeYear: '2026', category: 'contracts', number: 7 })).toBe('2026-2-007');
  });

  it('numbers items without a gap within account, category and year of the document', async () => {
    const [one, other] = [await fileCompany(world), await fileCompany(world, 'Birchfield Valves')];
    const ids = [
      await fileItem(world, one),
      await fileItem(world, one),
      await fileItem(world, one, { documentDay: '2025-12-31' }),
      await fileItem(world, one, { category: 'contracts' }),
      await fileItem(world, other),
      await fileItem(world, one, { documentDay: '2026-12-31' }),
    ];

    expect(await Promise.all(ids.map(numberOf))).toEqual([
      ['2026', 1],
      ['2026', 2],
      ['2025', 1],
      ['2026', 1],
      ['2026', 1],
      ['2026', 3],
    ]);
  });

  it('lets nobody type or change a number', async () => {
    const company = await fileCompany(world);
    const record = await fileItem(world, company);
    const fixed = { ok: false, error: { code: 'fixed', path: 'number' } };

    expect(await world.app.records.edit({ kind: archiveItem, records: [record], inputs: { number: '9' } })).toEqual(
      fixed,
    );
    expect(await numberOf(record)).toEqual(['2026', 1]);
  });

  it('lists all items of an account, and the number that is missing; a deleted number is not given again', async () => {
    const company = await fileCompany(world);
    const [first, second, third] = [
      await fileItem(world, company),
      await fileItem(world, company),
      await fileItem(world, company),
    ];
    await world.app.records.remove([second]);
    let basics = await indexOf(company);
    expect(basics.lines.map(({ item }) => item.id)).toEqual([first, third]);
    expect(basics.missing).toEqual([{ year: '2026', number: 2 }]);

    await world.app.records.remove([third]);
    const fourth = await fileItem(world, company);
    expect(await numberOf(fourth)).toEqual(['2026', 4]);
    basics = await indexOf(company);
    expect(basics.missing.map(({ number }) => number)).toEqual([2, 3]);
    expect(basics.doubled).toEqual([]);

    for (const { header } of await world.app.records.bin()) await world.app.history.undo(header.batchId);
    basics = await indexOf(company);
    expect(basics.lines.map(({ item }) => item.fields.number)).toEqual([1, 2, 3, 4]);
    expect(basics.missing).toEqual([]);
  });

  it('sorts contracts by signing day, undated ones last, everything else by volume and number', () => {
    const items = [
      archiveRow('late', { category: 'contracts', number: 1, signedOn: '2026-09-01' }),
      archiveRow('none', { category: 'contracts', number: 2 }),
      archiveRow('early', { category: 'contracts', number: 3, signedOn: '2025-02-01' }),
      archiveRow('b2', { number: 2 }),
      archiveRow('b1', { number: 1 }),
      archiveRow('old', { number: 5, volumeYear: '2025' }),
    ];
    const [basics, contracts] = archiveIndex(items).map(({ items: inside }) => inside.map(({ id }) => id));

    expect(contracts).toEqual(['early', 'late', 'none']);
    expect(basics).toEqual(['old', 'b1', 'b2']);
  });

  it('tells missing and doubled numbers of each volume', () => {
    const at = (id: string, number: number, volumeYear = '2026') => archiveRow(id, { number, volumeYear });
    const [basics] = archiveIndex([at('a', 2), at('b', 2), at('c', 5), at('d', 1, '2025'), at('e', 3, '2025')]);

    expect(basics?.missing).toEqual([
      { year: '2025', number: 2 },
      { year: '2026', number: 1 },
      { year: '2026', number: 3 },
      { year: '2026', number: 4 },
    ]);
    expect(basics?.doubled).toEqual([{ year: '2026', number: 2 }]);
  });

  it('finds exactly the numbers that were taken out of a volume, whichever they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.func(fc.boolean()), (last, isTaken) => {
        const all = Array.from({ length: last }, (_, at) => at + 1);
        const left = all.filter((number) => number === last || !isTaken(number));
        const [basics] = archiveIndex(left.map((number) => archiveRow(`i${number}`, { number })));
        expect(basics?.missing.map(({ number }) => number)).toEqual(all.filter((one) => !left.includes(one)));
        expect(basics?.items).toHaveLength(left.length);
      }),
      runs(100, 2000),
    );
  });
});
