import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { lackingCounterparts } from '@/src/domain/archive/lacking-counterparts';
import { actAs, archiveRow, fileCompany, fileItem } from '@/test/support/archive';
import { createWorld, type World } from '@/test/support/world';

const WHOLE = { paperNo: 'P-1', paperLocation: 'cabinet 3', eCode: 'E-1', eLocation: 'https://files.example/e1.pdf' };

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

describe('S30 dual originals', () => {
  it('finds exactly the seeded gaps', () => {
    const refs = (...codes: string[]) => Object.fromEntries(codes.map((code, at) => [`r${at}`, code]));
    const items = [
      archiveRow('whole', { ...WHOLE, number: 1 }),
      archiveRow('paper only', { number: 2, paperNo: 'P-2', paperLocation: 'cabinet 3' }),
      archiveRow('file only', { number: 3, eCode: 'E-3', eLocation: 'x.pdf' }),
      archiveRow('neither', { number: 4 }),
      archiveRow('nowhere', { number: 5, paperNo: 'P-5', eCode: 'E-5' }),
      archiveRow('answers', { ...WHOLE, number: 6, crossRefs: refs('2026-1-007') }),
      archiveRow('is answered', { ...WHOLE, number: 7, crossRefs: refs(' 2026-1-006', '2026-1-001', '2026-2-001') }),
    ];

    expect(lackingCounterparts(items).map(({ item, lack, code }) => [item.id, lack, code])).toEqual([
      ['paper only', 'e-copy', undefined],
      ['file only', 'paper', undefined],
      ['neither', 'both', undefined],
      ['nowhere', 'paper-location', undefined],
      ['nowhere', 'e-location', undefined],
      ['is answered', 'not-answered', '2026-1-001'],
      ['is answered', 'no-such-item', '2026-2-001'],
    ]);
    expect(lackingCounterparts([])).toEqual([]);
  });

  it('reports an account with what its items lack, and of closed items nothing', async () => {
    const company = await fileCompany(world);
    await fileItem(world, company, WHOLE);
    const bare = await fileItem(world, company, { paperNo: 'P-2', paperLocation: 'cabinet 3' });
    const lacking = async (id: RecordId) =>
      (await world.app.archive.of(id))?.lacking.map(({ item, lack }) => [item.id, lack]);

    expect(await lacking(company)).toEqual([[bare, 'e-copy']]);
    await actAs(world, 'Wu', 'representative');
    expect(await lacking(company)).toEqual([]);
    expect((await world.app.archive.of(company))?.closed).toBe(2);
    expect(await world.app.archive.of(bare)).toBeUndefined();
  });
});
