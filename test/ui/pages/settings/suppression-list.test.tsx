// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { person } from '@/src/domain/parties/person.kind';
import { SuppressionList } from '@/src/ui/pages/settings/suppression-list';
import { click, gone, said, see } from '@/test/support/hands';
import { showOn } from '@/test/support/show';
import { createWorld, type World } from '@/test/support/world';

let world: World;
let cleanup = (): void => undefined;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  cleanup();
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function erase(name: string): Promise<void> {
  const record = world.app.newRecord();
  await world.app.records.make(person, record, { name, 'emails/a': `${name}@oxbow.example` });
  expect((await world.app.parties.erase(record, true)).ok).toBe(true);
}
const isSuppressed = async (name: string): Promise<boolean> => {
  const value = {
    id: 'v',
    field: 'emails' as const,
    value: `${name}@oxbow.example`,
    raw: '',
    confidence: 1,
    sources: [],
  };
  const draft = { id: 'p', kind: 'person' as const, ticked: true, values: [{ ...value, ticked: true, typed: false }] };
  return (await world.app.capture.suppressed([draft])).has('p');
};
const show = async (language: 'en' | 'zh-CN' | 'zh-TW' = 'en'): Promise<void> => {
  ({ cleanup } = await showOn(world.app, <SuppressionList />, language));
};

describe('the list of people not to be filed', () => {
  it('says so when there is none', async () => {
    await show();

    expect(said(await see('p'))).toBe('Nobody who was erased has asked not to be filed again.');
  });

  it('tells day and reason, no name and no digest', async () => {
    await erase('quill');
    await show();
    const line = said(await see('[data-suppression]'));

    expect(line).toContain('1: erased on Nov 21, 2026, asked not to be filed again');
    expect(line).not.toMatch(/quill|[0-9a-f]{32}/i);
  });

  it.each([
    ['zh-CN', '1：2026年11月21日 清除，本人要求不再收录'],
    ['zh-TW', '1：2026年11月21日 清除，本人要求不再收錄'],
  ] as const)('speaks %s', async (language, text) => {
    await erase('quill');
    await show(language);

    expect(said(await see('[data-suppression]'))).toContain(text);
  });

  it('lifts one mark and leaves the other, and undo puts it back', async () => {
    await erase('quill');
    await erase('marlow');
    await show();
    await see('[data-suppression]', '2:');
    await click('button', 'Lift 1 of Nov 21, 2026');
    await gone('[data-suppression]', '2:');
    expect([await isSuppressed('quill'), await isSuppressed('marlow')]).toEqual([false, true]);

    await click('output button', 'Undo');
    await see('[data-suppression]', '2:');
    expect([await isSuppressed('quill'), await isSuppressed('marlow')]).toEqual([true, true]);
  });

  it('lifts nothing but marks', async () => {
    const record = world.app.newRecord();
    await world.app.records.make(person, record, { name: 'quill' });
    for (const id of [record, 'nobody' as RecordId])
      expect(await world.app.parties.liftSuppression(id)).toEqual({ ok: false, error: { code: 'missing', id } });

    await vi.waitFor(async () => expect((await world.app.parties.people()).length).toBe(1));
  });
});
