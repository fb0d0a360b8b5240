// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { must } from '@/src/kernel/assert';
import { PROVIDERS } from '@/src/domain/enrich/providers';
import { ProviderChoices } from '@/src/ui/pages/settings/provider-choices';
import { click, findOne, gone, said, see, type } from '@/test/support/hands';
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

/** As it stands after the last choice. */
const show = async (language: 'en' | 'zh-CN' | 'zh-TW' = 'en'): Promise<void> => {
  cleanup();
  ({ cleanup } = await showOn(world.app, <ProviderChoices />, language));
  await see('[data-provider="own-site"]');
};
const boxOf = (id: string): HTMLInputElement =>
  must(document.querySelector<HTMLInputElement>(`[data-provider="${id}"] input[type="checkbox"]`), id);
const settled = (name: 'enrich-dns' | 'enrich-own-data' | 'enrich-companies-house', value: string): Promise<void> =>
  vi.waitFor(async () => expect((await world.app.settings.read())[name]).toBe(value));

describe('the sources of enrichment', () => {
  it('are off at first, all but the own site and own data', async () => {
    await show();

    expect(PROVIDERS.filter(({ id }) => boxOf(id).checked).map(({ id }) => id)).toEqual(['own-site']);
    expect(document.querySelector<HTMLInputElement>('[data-own-data-choice]')?.checked).toBe(true);
  });

  it('are switched one by one, and the server for names is chosen', async () => {
    await show();
    boxOf('dns').click();
    await settled('enrich-dns', 'on');
    must(document.querySelector<HTMLInputElement>('[data-own-data-choice]'), 'own data').click();
    await settled('enrich-own-data', 'off');
    await show();

    await see('[data-provider="dns"] select');
    expect(document.querySelector<HTMLInputElement>('[data-own-data-choice]')?.checked).toBe(false);
    expect(PROVIDERS.filter(({ id }) => boxOf(id).checked).map(({ id }) => id)).toEqual(['own-site', 'dns']);
  });

  it('take a key, never show it again, and forget it', async () => {
    await show();
    boxOf('companies-house').click();
    await settled('enrich-companies-house', 'on');
    await show();
    await type('Key for Companies House', 'an-invented-key');
    await click('button', 'Keep the key');
    await see('[data-provider="companies-house"]', 'A key is kept.');
    expect(world.keys.get('companies-house')).toBe('an-invented-key');
    expect(document.body.innerHTML).not.toContain('an-invented-key');

    await click('button', 'Forget the key');
    await gone('[data-provider="companies-house"]', 'A key is kept.');
    expect(world.keys.get('companies-house')).toBe('');
    expect(JSON.stringify(await world.app.settings.read())).not.toContain('an-invented-key');
  });

  it.each([
    ['zh-CN', '增值税号会离开本浏览器'],
    ['zh-TW', '加值稅號會離開本瀏覽器'],
  ] as const)('say in %s what leaves the browser', async (language, text) => {
    await show(language);

    expect(said(must(findOne('[data-provider="vies"]'), 'VIES'))).toContain(text);
  });
});
