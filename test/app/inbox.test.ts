import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { draftIn } from '@/src/app/inbox';
import type { InboxItemRow } from '@/src/domain/inbox/inbox-item.kind';
import { content } from '@/test/support/store';
import { ACME, createWorld, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
  world.page = ACME;
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function keptAcme(): Promise<InboxItemRow> {
  const read = await world.app.capture.read({ tabId: 1, at: 0 }, 'CN');
  const draft = must(read.ok ? read.value : undefined, 'a draft');
  expect((await world.app.capture.keep({ title: draft.title, url: draft.url, draft })).ok).toBe(true);
  return must((await world.app.capture.inbox())[0], 'an item');
}

describe('the Inbox', () => {
  it('gives a draft back as it was kept, and the item goes when it is filed', async () => {
    const item = await keptAcme();
    const draft = must(draftIn(item), 'a draft');
    expect(item.fields).toMatchObject({ title: 'Acme', url: 'https://www.acme.cn/about', takenOn: '2026-11-21' });
    expect(draft.parties.map(({ kind }) => kind)).toEqual(['company', 'person']);
    const before = await content(world.db);

    const capture = { draft, updates: new Map(), inboxItem: item.id };
    const saved = await world.app.capture.save(world.app.newBatch(), capture);
    expect(saved.ok && saved.value.made).toBe(2);
    expect(await world.app.capture.inbox()).toEqual([]);

    expect((await world.app.history.undo(must(saved.ok ? saved.value.batchId : undefined, 'a batch'))).ok).toBe(true);
    expect(await content(world.db)).toEqual(before);
  });

  it('has the latest first, each with a title', async () => {
    await world.app.capture.keep({ title: '', url: 'https://northwick.example/', text: '' });
    await world.app.capture.keep({ title: '', url: '', text: 'Anna Field\n+44 20 7946 0321' });
    expect((await world.app.capture.inbox()).map(({ fields }) => fields.title)).toEqual([
      'Anna Field +44 20 7946 0321',
      'https://northwick.example/',
    ]);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'x'],
    ['no parties', { url: '', title: '', notices: [] }],
    ['a party of an unknown kind', { url: '', title: '', notices: [], parties: [{ id: 'p0', kind: 'x' }] }],
    [
      'values without sources',
      {
        url: '',
        title: '',
        notices: [],
        parties: [{ id: 'p0', kind: 'company', ticked: true, values: [{ id: 'v', field: 'name', value: 1 }] }],
      },
    ],
  ])('takes %s for no draft', async (_, draft) => {
    const item = await keptAcme();
    expect(draftIn({ ...item, fields: { ...item.fields, draft } })).toBeUndefined();
  });

  it('forgets a person who is erased, name and all', async () => {
    const item = await keptAcme();
    const draft = must(draftIn(item), 'a draft');
    expect((await world.app.capture.save(world.app.newBatch(), { draft, updates: new Map() })).ok).toBe(true);
    const person = must((await world.app.parties.people())[0], 'a person');
    expect(JSON.stringify(item.fields)).toContain(person.fields.name.value);

    expect((await world.app.parties.erase(person.id)).ok).toBe(true);

    const left = JSON.stringify((await world.app.capture.inbox())[0]?.fields);
    expect(left).toContain('上海艾克米有限公司');
    for (const text of ['王晓明', '13800138000', 'wang@acme.cn']) expect(left).not.toContain(text);
  });
});
