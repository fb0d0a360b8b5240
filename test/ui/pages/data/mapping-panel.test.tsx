// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LANGUAGES, type Language } from '@/src/domain/notebook/notebook';
import { MappingPanel } from '@/src/ui/pages/data/mapping-panel';
import { click, said, see } from '@/test/support/hands';
import { showOn } from '@/test/support/show';
import { createWorld, type World } from '@/test/support/world';

let world: World;
let cleanup: () => void = () => undefined;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  cleanup();
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const fileOf = (...columns: readonly object[]): File =>
  new File([JSON.stringify({ format: 'vital-few-mappings', version: 1, mappings: [{ columns }] })], 'meanings.json');

async function show(language: Language = 'en'): Promise<void> {
  cleanup();
  ({ cleanup } = await showOn(world.app, <MappingPanel />, language));
  await see('[data-mappings]');
}
async function give(file: File): Promise<void> {
  const input = await see('[data-mappings] input[type=file]');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('what columns mean, for other machines', () => {
  it('is taken over from a file, can be saved again, and undone', async () => {
    await show();
    expect((await see('button', 'Save as a file')).matches(':disabled')).toBe(true);
    await give(fileOf({ name: 'Kunde', role: 'customer' }, { name: 'Datum' }));
    await see('output p', 'The columns of 1 kind of file were taken over.');
    await see('[data-mappings="1"]');
    await click('button', 'Save as a file');
    await vi.waitFor(() => expect(world.saved).toHaveLength(1), { timeout: 10_000 });
    expect(world.saved[0]?.name).toBe('column-meanings.json');
    expect(await world.saved[0]?.content.text()).toContain('"role": "customer"');

    await click('button', 'Undo');
    await see('[data-mappings="0"]');
  });

  it('says when there was nothing new', async () => {
    await show();
    await give(fileOf({ name: 'Datum' }));
    expect(said(await see('output p'))).toContain('There was nothing new in this file.');
  });

  it.each(LANGUAGES)('says in %s why a file is refused', async (language) => {
    await show(language);
    await give(fileOf({ name: 'Kunde', role: 'orbit' }));
    const toast = said(await see('output p', 'orbit'));
    expect(toast).toMatch(/[.。]$/);
    expect(toast).not.toContain('fault.');
  });
});
