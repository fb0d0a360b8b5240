// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { ReadAs } from '@/src/domain/capture/found';
import type { Language } from '@/src/domain/notebook/notebook';
import { PageBar } from '@/src/ui/panel/page-bar';
import { click, renderWith, typeInto, until, type Rendered } from '@/test/support/render';
import { createWorld, type World } from '@/test/support/world';

const URL_ = 'https://www.tarnhill.example/kontakt';
const SITE = { host: 'www.tarnhill.example', region: 'DE', lang: 'de-AT' };

let world: World;
let page: Rendered | undefined;
const onReadAs = vi.fn<(as: ReadAs) => void>();

beforeEach(async () => {
  world = await createWorld();
  onReadAs.mockClear();
});
afterEach(async () => {
  await page?.cleanup();
  page = undefined;
  world.db.close();
  await Dexie.delete(world.db.name);
});

async function show(site: Parameters<typeof PageBar>[0]['site'] = SITE, language: Language = 'en', url = URL_) {
  page = await renderWith(
    world.app,
    <PageBar url={url} site={site} as={{ lang: 'de' }} onReadAs={onReadAs} />,
    language,
  );
}
const select = (name: string): HTMLSelectElement =>
  must(document.querySelector<HTMLSelectElement>(`select[aria-label="${name}"]`), name);
const chosen = (name: string): string => must(select(name).selectedOptions[0], 'a chosen one').text;
const texts = (name: string): string[] => [...select(name).options].map(({ text }) => text);
const toggle = (): HTMLInputElement =>
  must(document.querySelector<HTMLInputElement>('[data-page-bar] input[role="switch"]'), 'a switch');

describe('PageBar', () => {
  it.each([
    ['en', { region: 'Country of the page', tongue: 'Language of the page' }, ['Germany', 'Austrian German']],
    ['zh-CN', { region: '网页的国家/地区', tongue: '网页的语言' }, ['德国', '奥地利德语']],
  ] as const)('says in %s what the page was read as', async (language, { region, tongue }, expected) => {
    await show(SITE, language);

    expect(document.body.textContent).toContain('www.tarnhill.example');
    expect([chosen(region), chosen(tongue)]).toEqual(expected);
    expect(texts(region).length).toBeGreaterThan(200);
  });

  it('has the page read again as what is chosen, keeping what was chosen before', async () => {
    await show();
    await typeInto(select('Country of the page'), 'CH');
    await typeInto(select('Language of the page'), 'fr');

    expect(onReadAs.mock.calls).toEqual([[{ lang: 'de', region: 'CH' }], [{ lang: 'fr' }]]);
  });

  it('says that nothing is known, and shows as it is what is no language', async () => {
    await show({ host: 'tarnhill.example', lang: '' });
    expect([chosen('Country of the page'), chosen('Language of the page')]).toEqual(['No country', 'No language']);
    await page?.cleanup();

    await show({ ...SITE, lang: 'x!"<deutsch>' });
    expect(chosen('Language of the page')).toBe('x!"<deutsch>');
  });

  it('gives the site at a switch, and takes it back', async () => {
    await show();
    await until('the switch', () => document.querySelector('[role="switch"]'));
    expect(document.body.textContent).toContain('Always read www.tarnhill.example without asking');
    expect(toggle().checked).toBe(false);

    await click(toggle());
    await until('it to be given', () => toggle().checked);
    expect([...world.granted]).toEqual(['www.tarnhill.example']);

    await click(toggle());
    await until('it to be taken back', () => !toggle().checked);
    expect([...world.granted]).toEqual([]);
  });

  it('says so when the user agrees to nothing, and offers nothing where no extension may read', async () => {
    world.refusing.add('www.tarnhill.example');
    await show();
    await until('the switch', () => document.querySelector('[role="switch"]'));
    await click(toggle());
    await until('the word', () => document.body.textContent?.includes('was not granted'));
    expect(toggle().checked).toBe(false);
    await page?.cleanup();

    await show({ host: '', lang: '' }, 'en', 'file:///tmp/page.html');
    expect(document.querySelector('[role="switch"]')).toBeNull();
  });
});
